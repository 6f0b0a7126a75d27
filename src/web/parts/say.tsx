// A sentence whose values are elements, in the order of the reader's language.
import type { Child } from 'hono/jsx'
import type { Message } from '../../language/messages.ts'
import type { Speaker } from '../../language/speaker.ts'

export interface SayProps {
  readonly speaker: Speaker
  readonly message: Message
  readonly values: Readonly<Record<string, Child>>
}

export function Say({ speaker, message, values }: SayProps) {
  return <>{speaker.pieces<Child>(message, values as Readonly<Record<string, NonNullable<Child>>>)}</>
}
