// Writes a story line by line as two offices would speak.
import type { ActBody, ActType } from '../../domain/act/act-bodies.ts'
import type { Side } from '../../domain/act/act.ts'
import type { HashOf, Line } from './story.ts'

type More = Pick<Line, 'label' | 'basis' | 'scope' | 'role' | 'evidence'>

type Say = <T extends ActType>(type: T, body: ActBody[T] | ((hashOf: HashOf) => ActBody[T]), more?: More) => void

export interface Teller {
  /** The day on which what follows is recorded. */
  on(day: string): void
  readonly a: Say
  readonly b: Say
}

const INVENTED = { title: 'Invented paper', text: 'This paper is part of an invented example.' }

export function lines(tell: (teller: Teller) => void): readonly Line[] {
  const told: Line[] = []
  let recorded = ''
  const say =
    (side: Side): Say =>
    (type, body, more = {}) => {
      const evidence = more.basis === 'reported' ? { evidence: [INVENTED] } : {}
      told.push({ side, type, body, recorded, ...evidence, ...more } as unknown as Line)
    }
  tell({
    on: (day) => {
      recorded = day
    },
    a: say('a'),
    b: say('b'),
  })
  return told
}
