// A piece of evidence as a sentence.
import type { Gazetteer } from '../atlas/gazetteer.ts'
import type { Speaker } from './speaker.ts'

export function sayEvidence(speaker: Speaker, gazetteer: Gazetteer, evidence: { readonly key: string }): string {
  return evidencePieces(speaker, gazetteer, evidence, (name) => name).join('')
}

export function evidencePieces<T>(_speaker: Speaker, _gazetteer: Gazetteer, evidence: { readonly key: string }, _name: (name: string) => T): readonly (string | T)[] {
  return [evidence.key]
}
