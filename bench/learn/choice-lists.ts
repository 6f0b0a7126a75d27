// What the model learns from: for one known tie, the partner and places of its country that could have been chosen
// instead, measured with the tie (warm) or all ties of the source (cold) withheld.
import type { Entry } from '../../src/atlas/gazetteer.ts'
import { FEATURES } from '../../src/atlas/match/features.ts'
import { positionOn } from '../../src/atlas/match/axis.ts'
import { partnersSeen } from '../../src/atlas/match/outlook.ts'
import { reachFrom, type Reach } from '../../src/atlas/match/reach.ts'
import { takeSample } from '../../src/atlas/match/sample.ts'
import { withhold } from '../../src/atlas/match/withhold.ts'

export interface Choice {
  readonly source: Entry
  readonly partner: Entry
  readonly cold: boolean
}

/** Rows of list l are starts[l] … starts[l + 1] - 1, the true partner first. */
export interface ChoiceLists {
  readonly starts: Int32Array
  /** Logarithm of how many places of the country a row stands for. */
  readonly logWeight: Float32Array
  /** One array of positions per axis and view of each feature, in the order of VIEWS. */
  readonly positions: readonly Float32Array[]
}

/** A joint or mirrored feature is read once, any other from both sides. */
export const VIEWS = FEATURES.flatMap((feature, f) => {
  const once = feature.mirrored || (feature.own.length === 1 && feature.own[0] === feature.reciprocal[0])
  return once
    ? [{ f, columns: feature.own, share: 1 }]
    : [feature.own, feature.reciprocal].map((columns) => ({ f, columns, share: 0.5 }))
})

const HARD = 60
const DRAWN = 40

/** `world`: the alternatives are drawn from all tied places instead of the partner's country. */
export function makeChoiceLists(
  reach: Reach,
  choices: readonly Choice[],
  random: () => number,
  world = false,
): ChoiceLists {
  const { outlook } = reach
  const { countryStart, country, placeCount } = outlook.gazetteer
  const most = choices.length * (1 + HARD + DRAWN)
  const starts = new Int32Array(choices.length + 1)
  const logWeight = new Float32Array(most)
  const positions = VIEWS.flatMap(({ columns }) => columns.map(() => new Float32Array(most)))
  const tied = Array.from({ length: placeCount }, (_, i) => i).filter((i) => outlook.degree[i] > 0)
  let row = 0
  const add = (place: Entry, weight: number) => {
    const sample = takeSample(reach, place)
    logWeight[row] = Math.log(weight)
    let at = 0
    for (const { f, columns } of VIEWS) {
      columns.forEach((column, k) => (positions[at++][row] = positionOn(FEATURES[f].axes[k as 0], sample[column])))
    }
    row++
  }
  choices.forEach(({ source, partner, cold }, l) => {
    const own = [...partnersSeen(outlook, source)]
    const restore = withhold(outlook, source, cold ? own : [partner])
    reachFrom(reach, source)
    const taken = new Set([source, ...own])
    add(partner, 1)
    if (world) {
      for (let k = 0; k < HARD + DRAWN; k++) {
        const place = tied[Math.floor(random() * tied.length)]
        if (!taken.has(place)) add(place, 1)
      }
    } else {
      const home = country[partner]
      const others: Entry[] = []
      for (let place = countryStart[home]; place < countryStart[home + 1]; place++)
        if (!taken.has(place)) others.push(place)
      const likely = Float64Array.from(others, (place) => roughGuess(reach, place))
      const order = others.map((_, k) => k).sort((a, b) => likely[b] - likely[a])
      const hard = Math.min(HARD, order.length)
      for (let k = 0; k < hard; k++) add(others[order[k]], 1)
      const left = order.length - hard
      const drawn = Math.min(DRAWN, left)
      for (let k = 0; k < drawn; k++) add(others[order[hard + Math.floor(random() * left)]], left / drawn)
    }
    restore()
    starts[l + 1] = row
  })
  return { starts, logWeight: logWeight.slice(0, row), positions: positions.map((column) => column.slice(0, row)) }
}

/** Only to find alternatives that are worth learning from; each alternative carries the weight of those it stands for. */
function roughGuess(reach: Reach, place: Entry): number {
  const { outlook, source } = reach
  const { size, renown, nameKey } = outlook.facts
  return (
    1.2 * Math.max(0, size[place]) +
    1.3 * Math.log1p(outlook.degree[place]) +
    0.25 * renown[place] +
    1.2 * Math.log1p(8 * reach.common[place]) +
    0.6 * Math.log1p(20 * reach.chains[place]) +
    0.8 * Math.log1p(3 * reach.nearTies[place]) +
    0.4 * Math.log1p(reach.bothNear[place]) +
    (nameKey[source] === nameKey[place] ? 2 : 0) -
    (size[source] > 0 ? 0.5 * Math.abs(size[place] - size[source]) : 0)
  )
}
