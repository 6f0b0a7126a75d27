// Every command of `kembar`.
import type { Command } from './command.ts'
import { places } from './places.ts'
import { serve } from './serve.ts'

export const COMMANDS: readonly Command[] = [serve, places]
