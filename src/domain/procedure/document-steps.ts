import type { Pack } from './pack.ts'

/** Which step produces each document. */
export const documentSteps = (pack: Pick<Pack, 'steps'>): ReadonlyMap<string, string> =>
  new Map(pack.steps.flatMap((step) => step.produces.map((document) => [document, step.id] as const)))
