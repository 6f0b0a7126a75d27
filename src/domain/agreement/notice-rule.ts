// Notice ends the agreement that is in force, not before the time that the text itself allows.
import { markOf } from '../act/mark.ts'
import { addMonths } from '../calendar/calendar-date.ts'
import type { Rule } from '../partnership/reading.ts'
import { checkVersion } from '../partnership/versions.ts'

export const noticeRule: Rule<'notice.given'> = {
  about: ({ text }) => [{ kind: 'text', id: text }],
  check(reading, { body: { text: id, version, on, effective } }) {
    const text = reading.object('text', id)
    if (text === undefined) return { code: 'unknown-object', kind: 'text', id }
    const { in_force: agreement } = reading.head
    if (text.status !== 'signed' || agreement?.text !== id) return { code: 'text-not-signed', text: id }
    const earliest = addMonths(on, agreement.notice_months)
    const short = effective < earliest ? ({ code: 'notice-too-short', text: id, earliest } as const) : undefined
    return checkVersion('text', text, version) ?? short
  },
  apply({ head, object }, said, hash) {
    const text = object('text', said.body.text)
    if (text === undefined || head.in_force === undefined) return {}
    const { on, effective } = said.body
    const given = head.in_force.notice
    // Nobody puts off the end that the other side has given notice of.
    if (given !== undefined && given.effective <= effective) return {}
    const mark = markOf(said, hash)
    return {
      head: { ...head, in_force: { ...head.in_force, notice: { mark, effective } } },
      objects: [{ kind: 'text', id: text.id, value: { ...text, notice: { mark, on, effective } } }],
    }
  },
}
