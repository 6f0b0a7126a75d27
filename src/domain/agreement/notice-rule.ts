// Notice ends the agreement that is in force, not before the time that the text itself allows.
import { markOf } from '../act/mark.ts'
import { addMonths } from '../calendar/calendar-date.ts'
import type { Rule } from '../partnership/reading.ts'

export const noticeRule: Rule<'notice.given'> = {
  about: ({ text }) => [{ kind: 'text', id: text }],
  check(reading, { body: { text: id, version, on, effective } }) {
    const text = reading.object('text', id)
    if (text === undefined) return { code: 'unknown-object', kind: 'text', id }
    const { in_force: agreement } = reading.head
    if (text.status !== 'signed' || agreement?.text !== id) return { code: 'text-not-signed', text: id }
    if (agreement.version !== version) return { code: 'unknown-version', kind: 'text', id, version }
    const earliest = addMonths(on, agreement.notice_months)
    return effective < earliest ? { code: 'notice-too-short', text: id, earliest } : undefined
  },
  apply({ head, object }, said, hash) {
    const text = object('text', said.body.text)
    if (text === undefined || head.in_force === undefined) return {}
    const { on, effective } = said.body
    const mark = markOf(said, hash)
    return {
      head: { ...head, in_force: { ...head.in_force, notice: { mark, effective } } },
      objects: [{ kind: 'text', id: text.id, value: { ...text, notice: { mark, on, effective } } }],
    }
  },
}
