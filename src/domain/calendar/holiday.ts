// A day on which the offices of a country are closed, and how that is known.
import type { CalendarDate } from './calendar-date.ts'

/** Text of the decision read; an official statement seen or reported; what is done; a conclusion of ours. */
export const KNOWN = ['text', 'official', 'practice', 'inferred'] as const
export type Known = (typeof KNOWN)[number]

export interface CalendarSource {
  readonly title: string
  readonly link?: string
  readonly known: Known
  /** Of the weekend, not of holidays. */
  readonly about?: 'weekend'
}

export interface Holiday {
  readonly date: CalendarDate
  /** By language; English always. */
  readonly name: Readonly<Record<string, string>> & { readonly en: string }
  /** Title of its source. */
  readonly source: string
  /** The same day every year; decided for this year; worked out by a rule. */
  readonly kind: 'fixed' | 'announced' | 'computed'
  /** The authorities may declare a day beside it, as they do where the moon has to be seen. */
  readonly mayMove?: true
}
