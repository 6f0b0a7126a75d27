// One figure from both sides: a bar in each side's colour from a common zero, and the same in words.
import { DIGITS } from '../match-table.ts'
import type { Reader } from '../reader.ts'

export interface BarsProps {
  readonly own: number
  readonly reciprocal: number
  /** The figure that fills half the width. */
  readonly scale: number
}

/** Drawn with geometry, not with style attributes, which our policy forbids. Decoration: the figures stand beside it. */
export function Bars({ own, reciprocal, scale }: BarsProps) {
  return (
    <svg class="bars" viewBox="-50 0 100 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <Bar value={own} scale={scale} y={1} fill="#0f5c63" />
      <Bar value={reciprocal} scale={scale} y={8} fill="#a4471e" />
      <line x1="0" x2="0" y1="0" y2="14" stroke="#8a8677" stroke-width="0.6" />
    </svg>
  )
}

function Bar({
  value,
  scale,
  y,
  fill,
}: {
  readonly value: number
  readonly scale: number
  readonly y: number
  readonly fill: string
}) {
  const width = Math.min(50, (Math.abs(value) / scale) * 50)
  return <rect x={(value < 0 ? -width : 0).toFixed(2)} y={y} width={width.toFixed(2)} height="5" fill={fill} />
}

export interface TwoViewsProps {
  readonly reader: Reader
  readonly home: string
  readonly partner: string
  readonly own: number
  readonly reciprocal: number
}

/** The two views of a whole candidate, as words with their figures. */
export function TwoViews({ reader, home, partner, own, reciprocal }: TwoViewsProps) {
  const { speaker } = reader
  return (
    <dl class="views">
      <div class="view-home">
        <dt>{speaker.say('match.seen-from', { name: home })}</dt>
        <dd class="figure">{speaker.number(own, DIGITS)}</dd>
      </div>
      <div class="view-partner">
        <dt>{speaker.say('match.seen-from', { name: partner })}</dt>
        <dd class="figure">{speaker.number(reciprocal, DIGITS)}</dd>
      </div>
    </dl>
  )
}
