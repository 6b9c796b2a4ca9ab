import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import type { Edit } from '#domain/change/change.ts'
import { answersSchema, startAnswers } from '#domain/form/answers.ts'
import { fromResponse } from '#domain/form/fromResponse.ts'
import { problems } from '#domain/form/problems.ts'
import { canonicalOf, type Questionnaire } from '#domain/form/questionnaire.ts'
import { questionnaireResponseSchema } from '#domain/form/response.ts'
import { responseItems } from '#domain/form/toResponse.ts'
import { jsonSchema } from '#domain/json.ts'
import type { ResponseBody } from '#domain/response/response.ts'

/** A form being filled in. `id`: of the response that finishing makes of it, so that it can't come twice. */
export const fillSchema = z.object({
  id: z.uuid(),
  form: z.string(),
  /** In which of the form's languages it is asked; empty: as it was written. */
  language: z.string(),
  answers: answersSchema,
})
export type Fill = z.infer<typeof fillSchema>

/** Begun drafts of forms are found by the beginning of their ids. */
const FILLS = 'form:'

export function fillId(client: string, canonical: string, amends: string | null): string {
  return [`${FILLS}${client}`, canonical, ...(amends === null ? [] : [amends])].join(' ')
}

/** Where the draft of a form is gone on with; null for a draft of something else. */
export function pathOfFill(draft: string, client: string): string | null {
  const [whose, canonical, amends] = draft.split(' ')
  if (whose !== `${FILLS}${client}` || canonical === undefined) return null
  return pathToFill(client, canonical, amends ?? null)
}

export function pathToFill(client: string, canonical: string, amends: string | null = null): string {
  const params = new URLSearchParams({ form: canonical, ...(amends === null ? {} : { amends }) })
  return `/clients/${client}/forms/new?${params.toString()}`
}

/** With what was said before, where that is put right; null where it does not open with this form. */
export function beginFill(form: Questionnaire, id: string, before: ResponseBody | null): Fill | null {
  const answers = before ? answersBefore(form, before) : startAnswers(form)
  if (!answers) return null
  const plain = Object.fromEntries(Object.entries(answers).map(([linkId, values]) => [linkId, [...values]]))
  return { id, form: canonicalOf(form) ?? '', language: '', answers: plain }
}

function answersBefore(form: Questionnaire, { questionnaire, item }: ResponseBody) {
  const parsed = questionnaireResponseSchema.safeParse({
    resourceType: 'QuestionnaireResponse',
    questionnaire,
    status: 'completed',
    item,
  })
  const read = parsed.success ? fromResponse(form, parsed.data) : null
  return read?.ok ? read.value : null
}

export interface Finishing {
  client: string
  by: string
  now: Date
  amends: string | null
}

/** The finished form; null while something stands in the way. */
export function fillEdit(
  form: Questionnaire,
  fill: Fill,
  { client, by, now, amends }: Finishing,
): Edit | null {
  if (problems(form, fill.answers).length > 0) return null
  const items = responseItems(form, fill.answers).map((item) =>
    jsonSchema.parse(JSON.parse(JSON.stringify(item))),
  )
  return createRecord('response', fill.id, client, {
    questionnaire: fill.form,
    ...(form.title === undefined ? {} : { title: form.title }),
    purpose: 'form',
    authored: now.toISOString(),
    author: by,
    item: items,
    ...(amends === null ? {} : { amends }),
  })
}
