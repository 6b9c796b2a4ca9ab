import { changeIn } from '#domain/measure/change.ts'
import type { Series } from '#domain/measure/overTime.ts'

/** How a score has moved since the first time, careful with one person: what counts for a group can be chance here. */
export function changeWords({ rule, points }: Series): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  if (points.length === 1) return `One score so far: ${first.value}. The next one shows how it goes.`
  const { difference, direction, forOnePerson } = changeIn(rule, first.value, last.value)
  if (direction === 'same') return `The same score as the first time: ${last.value}.`
  const size = Math.abs(difference)
  const aim = rule.direction === 'lower-is-better' ? ` (lower is better)` : ''
  const what = `${size} ${size === 1 ? 'point' : 'points'} ${difference > 0 ? 'higher' : 'lower'} than the first time${aim}.`
  const { low, high } = rule.change?.individual ?? { low: 0, high: 0 }
  switch (forOnePerson) {
    case 'within-error':
      return `${what} For one person a change of less than about ${low} points can be chance: ask how it feels.`
    case 'borderline':
      return `${what} For one person that may be more than chance (about ${low} to ${high} points): ask how it feels.`
    case 'beyond-error':
      return `${what} For one person that is more than chance would explain: ask what changed.`
    case undefined:
      return `${what} No figure is agreed for how much is more than chance: ask how it feels.`
  }
}
