// A story told as acts: who says what on which day. Acts that answer others name them by the label of their line.
import type { ActBody, ActType } from '../../domain/act/act-bodies.ts'
import type { Basis, Hash, Role, Scope, Side } from '../../domain/act/act.ts'

/** The hash of the act that was recorded under a label. */
export type HashOf = (label: string) => Hash

/** A document to be kept as evidence, as plain text. */
export interface Paper {
  readonly title: string
  readonly text: string
}

export type Line = {
  [T in ActType]: {
    readonly side: Side
    readonly type: T
    readonly body: ActBody[T] | ((hashOf: HashOf) => ActBody[T])
    /** The day on which it is recorded. */
    readonly recorded: string
    readonly label?: string
    readonly basis?: Basis
    readonly scope?: Scope
    readonly role?: Role
    readonly evidence?: readonly Paper[]
  }
}[ActType]

export interface Story {
  /** In addresses and on the command line. */
  readonly slug: string
  readonly lines: readonly Line[]
}
