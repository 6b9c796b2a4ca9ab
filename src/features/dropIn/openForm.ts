import { z } from 'zod'
import type { DropInBody } from '#domain/dropIn/dropIn.ts'
import type { SessionPlace } from '#domain/dropIn/session.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import { isDay } from '#ui/dates.ts'

/** A session as it is opened, or put right, everything as typed. `people`: who is there besides whoever opens it. */
export const openFormSchema = z.object({
  id: z.uuid(),
  place: z.string(),
  practice: z.string(),
  area: z.string(),
  day: z.string(),
  people: z.array(z.string()),
  topic: z.string(),
  fundedBy: z.string(),
  note: z.string(),
})
export type OpenForm = z.infer<typeof openFormSchema>

export function beginSession(id: string, today: string, place: SessionPlace | undefined): OpenForm {
  const blank = { id, place: '', practice: '', area: '', day: today, people: [] }
  return { ...blank, topic: '', fundedBy: '', note: '', ...(place && placed(place)) }
}

/** A place that is chosen brings its practice and its area along. */
export function placed({ place, practice = '', area = '' }: SessionPlace) {
  return { place, practice, area }
}

export function formOf(id: string, body: DropInBody, me: string): OpenForm {
  const { topic = '', fundedBy = '', note = '', people } = body
  return {
    id,
    ...placed(body),
    day: body.day,
    topic,
    fundedBy,
    note,
    people: people.filter((one) => one !== me),
  }
}

/** The session that was entered; fields that are empty are not there. */
export function sessionOf(
  form: OpenForm,
  before: Pick<DropInBody, 'openedAt' | 'openedBy'>,
  me: string,
): DropInBody {
  const { place, practice, area, day, people, topic, fundedBy, note } = form
  const said = { practice, area, topic, fundedBy: topic === '' ? '' : fundedBy, note }
  return {
    ...before,
    people: [me, ...people],
    place: place.trim(),
    day,
    ...Object.fromEntries(
      Object.entries(said).flatMap(([field, typed]) => (typed.trim() === '' ? [] : [[field, typed.trim()]])),
    ),
  }
}

export function problemsOf({ place, day }: OpenForm): FieldProblem[] {
  return [
    ...(place.trim() === '' ? [{ field: 'field-place', text: 'Say where it is.' }] : []),
    ...(isDay(day) ? [] : [{ field: 'field-day', text: 'The day is not one: for example 4 3 2026.' }]),
  ]
}
