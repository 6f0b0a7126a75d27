import { resolve } from 'node:path'
import { checkPacks } from '../verbs/check-packs.ts'
import { done, refuse } from '../verbs/refusal.ts'
import { speaker } from '../language/speaker.ts'
import type { Command } from './command.ts'
import { sayLawFault } from './say-law-fault.ts'

export const packsCheck: Command = {
  name: 'packs check',
  summary: 'check procedure packs and run their examples',
  help: `Usage: kembar packs check [FOLDER]

Reads every procedure.yaml below FOLDER and runs the examples.yaml beside it. Each fault is told with its file and line;
the exit code is 2 where there is one.

  kembar packs check                          the packs that ship with Kembar
  kembar packs check packs/indonesia          those of one country
  kembar packs check packs/indonesia/ksdpl    one pack

  FOLDER   folders in it whose names begin with _ are passed over. packs/README.md tells the format.
`,
  options: {},
  async run({ positionals: [folder, extra] }, context) {
    if (extra !== undefined) return refuse({ code: 'unknown-argument', argument: extra })
    const checked = checkPacks(folder === undefined ? {} : { folder: resolve(context.cwd, folder), shown: folder })
    if (!checked.ok) return checked
    const { packs, faults } = checked.value
    const [first] = faults
    const examples = packs.reduce((sum, one) => sum + one.examples, 0)
    context.out(faults.map((fault) => `${fault.file}:${fault.line}: ${sayLawFault(speaker('en'), fault)}\n`).join(''))
    if (first !== undefined)
      return refuse({ code: 'packs-faulty', count: faults.length, file: first.file, line: first.line })
    context.out(`${amount(packs.length, 'pack')}, ${amount(examples, 'example')}: all good\n`)
    return done(undefined)
  },
}

const amount = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
