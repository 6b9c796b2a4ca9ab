import { addMonths, daysBetween, isDay } from '../calendar/day.ts'
import type { ClientBody } from '../client/client.ts'
import type { PlanBody } from '../plan/plan.ts'
import { byFile, type Held } from '../record/held.ts'
import type { VisitBody } from '../visit/visit.ts'

/** What says when a file is to be reviewed. */
export interface ReviewFile {
  client: Held<ClientBody>
  visits: readonly Held<VisitBody>[]
  plans: readonly Held<PlanBody>[]
}

/** `planned`: the review that is planned already. */
export interface ReviewDue {
  client: Held<ClientBody>
  on: string
  planned: Held<VisitBody> | undefined
}

/** Every file on a device with what says when it is to be reviewed. */
export function reviewFiles(
  clients: readonly Held<ClientBody>[],
  visits: readonly Held<VisitBody>[],
  plans: readonly Held<PlanBody>[],
): ReviewFile[] {
  const of = { visits: byFile(visits), plans: byFile(plans) }
  return clients.map((client) => ({
    client,
    visits: of.visits.get(client.id) ?? [],
    plans: of.plans.get(client.id) ?? [],
  }))
}

const EARLY_DAYS = 60

/**
 * The day that was set for the next review, on the file or its plan: the earliest that no review has answered.
 * A review may be held some weeks before its day; held once, it is not asked for again.
 */
export function reviewSetFor(file: ReviewFile): string | null {
  const [first] = [file.client.body.reviewOn, ...file.plans.map((plan) => plan.body.reviewOn)]
    .flatMap((day) => (day ? [day] : []))
    .filter((day) => !isReviewed(file, day))
    .toSorted()
  return first ?? null
}

function isReviewed({ visits }: ReviewFile, due: string): boolean {
  return heldReviews(visits).some((day) => (daysBetween(day, due) ?? Infinity) <= EARLY_DAYS)
}

function heldReviews(visits: ReviewFile['visits']): string[] {
  return visits
    .filter(({ body }) => body.purpose === 'review' && body.status === 'held')
    .map(({ body }) => body.startsAt.slice(0, 10))
}

/**
 * When an open file is due for review; null for one that is not open, or of which nobody knows since when it is.
 *
 * | a day was set | a review was held | due                          |
 * |---------------|-------------------|------------------------------|
 * | yes           | either            | that day                     |
 * | no            | yes               | so many months after the last|
 * | no            | no                | so many months after opening |
 */
export function reviewDueOn(file: ReviewFile, months: number): string | null {
  const { status, openedOn } = file.client.body
  if (status !== 'open') return null
  const set = reviewSetFor(file)
  if (set !== null) return set
  const since = heldReviews(file.visits)
    .filter((day) => openedOn === undefined || day >= openedOn)
    .toSorted()
    .at(-1)
  const from = since ?? openedOn
  return from === undefined || !isDay(from) ? null : addMonths(from, months)
}

/** Reviews due up to a day, the longest due first. */
export function reviewsDue(
  files: readonly ReviewFile[],
  { months, until }: { months: number; until: string },
): ReviewDue[] {
  return files
    .flatMap((file) => {
      const on = reviewDueOn(file, months)
      if (on === null || on > until) return []
      const planned = file.visits.find(({ body }) => body.purpose === 'review' && body.status === 'planned')
      return [{ client: file.client, on, planned }]
    })
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.client.id.localeCompare(b.client.id))
}
