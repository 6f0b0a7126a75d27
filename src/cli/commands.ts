// Every command of `kembar`.
import type { Command } from './command.ts'
import { deadline } from './deadline.ts'
import { evaluate } from './evaluate.ts'
import { exampleLoad } from './example-load.ts'
import { fold } from './fold.ts'
import { ledgerExport } from './ledger-export.ts'
import { ledgerImport } from './ledger-import.ts'
import { ledgerRebuild } from './ledger-rebuild.ts'
import { ledgerVerify } from './ledger-verify.ts'
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
  fold,
  ledgerExport,
  ledgerImport,
  ledgerVerify,
  ledgerRebuild,
  exampleLoad,
]
