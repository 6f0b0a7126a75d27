// Every command of `kembar`.
import type { Command } from './command.ts'
import { deadline } from './deadline.ts'
import { evaluate } from './evaluate.ts'
import { match } from './match.ts'
import { networkFetch } from './network-fetch.ts'
import { networkImport } from './network-import.ts'
import { networkImports } from './network-imports.ts'
import { networkStats } from './network-stats.ts'
import { networkUndo } from './network-undo.ts'
import { packsCheck } from './packs-check.ts'
import { places } from './places.ts'
import { procedure } from './procedure.ts'
import { serve } from './serve.ts'

export const COMMANDS: readonly Command[] = [
  serve,
  places,
  match,
  evaluate,
  networkImport,
  networkUndo,
  networkImports,
  networkFetch,
  networkStats,
  packsCheck,
  procedure,
  deadline,
]
