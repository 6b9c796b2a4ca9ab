import { isLate, pressing } from '#domain/caseload/nextStep.ts'
import type { CaseEntry } from './useCaseload.ts'

export const statuses = ['active', 'waiting', 'open', 'closed', 'declined', 'all'] as const
export const shows = ['everything', 'late', 'review', 'steps', 'questions'] as const
export const sorts = ['next', 'name', 'waiting'] as const

/**
 * How the list is narrowed. `active` stands for the work at hand: open and waiting, and who declined once the day has
 * come on which they are asked again.
 */
export interface Filter {
  whose: 'mine' | 'team'
  status: (typeof statuses)[number]
  practice: string | null
  show: (typeof shows)[number]
  sort: (typeof sorts)[number]
}

/** The entries that the filter lets through, in its order. */
export function narrow(
  entries: readonly CaseEntry[],
  filter: Filter,
  { person, today }: { person: string; today: string },
): CaseEntry[] {
  return entries
    .filter((entry) => isMeant(entry, filter, person, today))
    .toSorted((a, b) => inOrder(a, b, filter.sort, today))
}

function isMeant(
  { client: { body }, ...entry }: CaseEntry,
  filter: Filter,
  person: string,
  today: string,
): boolean {
  return (
    (filter.whose === 'team' || body.coordinator === person) &&
    (filter.practice === null || body.practice === filter.practice) &&
    (hasStatus(body.status, filter.status) || (filter.status === 'active' && isAskedAgain(entry, today))) &&
    isShown(entry, filter.show, today)
  )
}

function isAskedAgain({ steps }: Pick<CaseEntry, 'steps'>, today: string): boolean {
  return steps.some((step) => step.step === 'call-back' && isLate(step, today))
}

function hasStatus(status: string, wanted: Filter['status']): boolean {
  if (wanted === 'all') return true
  if (wanted === 'active') return status !== 'closed' && status !== 'declined'
  return status === wanted
}

function isShown(
  entry: Pick<CaseEntry, 'steps' | 'questions'>,
  show: Filter['show'],
  today: string,
): boolean {
  switch (show) {
    case 'everything':
      return true
    case 'late':
      return entry.steps.some((step) => isLate(step, today))
    case 'review':
      return entry.steps.some((step) => step.step === 'review' && step.day <= today)
    case 'steps':
      return entry.steps.some((step) => step.step === 'action' && isLate(step, today))
    case 'questions':
      return entry.questions > 0
  }
}

function inOrder(a: CaseEntry, b: CaseEntry, sort: Filter['sort'], today: string): number {
  const byName = a.sort.localeCompare(b.sort)
  const [first, second] = [a.steps[0], b.steps[0]]
  if (sort === 'name' || (!first && !second)) return byName
  if (!first || !second) return first ? -1 : 1
  const order = sort === 'next' ? pressing(first, second, today) : bySince(first.day, second.day)
  return order === 0 ? byName : order
}

function bySince(a: string | null, b: string | null): number {
  return (a ?? '9999').localeCompare(b ?? '9999')
}
