import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import type { Edit } from '#domain/change/change.ts'
import type { ConcernBody } from '#domain/concern/concern.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import { isDay } from '#ui/dates.ts'

/** What is typed. `id` is made once, so that saving again after a lost answer says the same. */
export const concernFormSchema = z.object({
  id: z.uuid(),
  about: z.string(),
  day: z.string(),
  time: z.string(),
  name: z.string(),
  place: z.string(),
  present: z.string(),
  ownWords: z.string(),
  facts: z.string(),
  opinion: z.string(),
  wishes: z.string(),
  capacity: z.string(),
  toldPerson: z.string(),
  action: z.string(),
  people: z.array(z.string()),
})
export type ConcernForm = z.infer<typeof concernFormSchema>

export function beginConcern(id: string, minute: string): ConcernForm {
  const [day = '', time = ''] = minute.split('T')
  const words = { name: '', place: '', present: '', ownWords: '', facts: '', opinion: '', wishes: '' }
  return { id, about: '', day, time, ...words, capacity: '', toldPerson: '', action: '', people: [] }
}

/** `client`: null for somebody who has no file here. */
export function concernProblems(form: ConcernForm, client: string | null): FieldProblem[] {
  return [
    ...(form.about === ''
      ? [{ field: 'concern-about', text: 'Say whether it is about safety or about health.' }]
      : []),
    ...(isDay(form.day) && /^\d{2}:\d{2}$/.test(form.time)
      ? []
      : [{ field: 'field-day', text: 'The day and the time are needed: when you saw or heard it.' }]),
    ...(client === null && form.name.trim() === ''
      ? [{ field: 'field-name', text: 'Say who it is about, as far as you know.' }]
      : []),
    ...(form.facts.trim() === ''
      ? [{ field: 'field-facts', text: 'Write down what you saw and heard, in a sentence or two.' }]
      : []),
  ]
}

interface Writing {
  client: string | null
  visit: string | null
  by: string
  now: Date
}

export function concernEdit(form: ConcernForm, { client, visit, by, now }: Writing): Edit {
  const body: ConcernBody = {
    about: form.about,
    at: `${form.day}T${form.time}`,
    writtenAt: now.toISOString(),
    by,
    people: [...new Set([by, ...form.people])],
    facts: form.facts.trim(),
    ...given('place', form.place),
    ...given('present', form.present),
    ...given('ownWords', form.ownWords),
    ...given('opinion', form.opinion),
    ...given('wishes', form.wishes),
    ...given('action', form.action),
    ...given('capacity', form.capacity),
    ...(form.toldPerson === '' ? {} : { toldPerson: form.toldPerson === 'yes' }),
    ...(client === null ? given('name', form.name) : {}),
    ...(visit === null ? {} : { visit }),
  }
  return createRecord('concern', form.id, client, body)
}

function given(field: string, typed: string): Record<string, string> {
  return typed.trim() === '' ? {} : { [field]: typed.trim() }
}
