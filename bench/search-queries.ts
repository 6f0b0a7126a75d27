// The questions of the search benchmark, drawn from the gazetteer by a seed.
import type { Entry, Gazetteer } from '../src/atlas/gazetteer.ts'
import { foldName } from '../src/atlas/search/fold-name.ts'
import { seededRandom } from './seeded-random.ts'

export interface Question {
  readonly text: string
  readonly answer: Entry
}

const LARGE = 15_000
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Exact names with the country as the last words, places of every size. */
export function exactQuestions(gazetteer: Gazetteer, count: number): Question[] {
  const random = seededRandom(1)
  return Array.from({ length: count }, () => {
    const answer = Math.floor(random() * gazetteer.placeCount)
    return { answer, text: `${gazetteer.name(answer)} ${gazetteer.countries[gazetteer.country[answer]].name}` }
  })
}

/** Names of places over 15,000 people with one typing error (left out, put in, changed, swapped), no country. */
export function misspeltQuestions(gazetteer: Gazetteer, count: number): Question[] {
  const random = seededRandom(2)
  const pick = (n: number) => Math.floor(random() * n)
  const questions: Question[] = []
  while (questions.length < count) {
    const answer = pick(gazetteer.placeCount)
    const name = foldName(gazetteer.asciiName(answer))
    if (gazetteer.population[answer] <= LARGE || name.length < 4) continue
    const at = pick(name.length - 1)
    const letter = LETTERS[pick(LETTERS.length)]
    const misspelt = [
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + letter + name.slice(at),
      name.slice(0, at) + letter + name.slice(at + 1),
      name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
    ][pick(4)]
    if (misspelt !== name && misspelt.trim() !== '') questions.push({ answer, text: misspelt })
  }
  return questions
}

/** What a combobox sends: the first 1, 2, 3 … letters of names that people ask for. */
export function typedQuestions(gazetteer: Gazetteer, count: number): Question[] {
  const random = seededRandom(3)
  const questions: Question[] = []
  while (questions.length < count) {
    const answer = Math.floor(random() * gazetteer.placeCount)
    if (gazetteer.population[answer] <= LARGE) continue
    const name = gazetteer.name(answer)
    questions.push({ answer, text: name.slice(0, 1 + Math.floor(random() * name.length)) })
  }
  return questions
}
