import type { z } from 'zod'
import { jsonObjectSchema, sameJson, type JsonObject } from '../json.ts'
import { err, ok, type Result } from '../result.ts'
import { checkQuestionnaire } from './checkQuestionnaire.ts'
import type { DefinitionProblem } from './definitionProblem.ts'
import type { formBody } from './formRecord.ts'
import { canonicalOf, type Questionnaire } from './questionnaire.ts'

export type FormBody = z.infer<typeof formBody>

/** One edition of a form, opened. `record`: null where it came with the app. */
export interface Edition {
  record: string | null
  body: FormBody
  form: Questionnaire
}

/**
 * Why a file is not taken in as a form of the service.
 *
 * - `too-large`: a form travels in one change, which is bounded
 * - `not-json`: `at` is what the reader says of the place
 * - `unsound`: every reason why the engine could not draw it without changing its meaning
 * - `no-url`, `no-version`: an edition has to be told from others: answers name it
 * - `there-already`: the same url and version with other questions; answers under it would change their meaning
 */
export type ImportFault =
  | { code: 'too-large'; most: number }
  | { code: 'not-json'; at: string }
  | { code: 'unsound'; problems: DefinitionProblem[] }
  | { code: 'no-url' | 'no-version' }
  | { code: 'there-already'; canonical: string }

export const MOST_FORM_BYTES = 400_000

/** A file's text as a form to publish: not in use before somebody publishes it. */
export function readForm(text: string, known: readonly Edition[]): Result<FormBody, ImportFault> {
  if (new TextEncoder().encode(text).length > MOST_FORM_BYTES)
    return err({ code: 'too-large', most: MOST_FORM_BYTES })
  const json = parsed(text)
  if (!json.ok) return json
  const checked = checkQuestionnaire(json.value)
  if (!checked.ok) return err({ code: 'unsound', problems: checked.error })
  const form = checked.value
  if (!form.url?.trim()) return err({ code: 'no-url' })
  if (!form.version?.trim()) return err({ code: 'no-version' })
  const canonical = canonicalOf(form) ?? ''
  const before = known.find((edition) => canonicalOf(edition.form) === canonical)
  const questionnaire = json.value
  if (before && !sameJson(before.body.questionnaire, questionnaire))
    return err({ code: 'there-already', canonical })
  return ok(before?.body ?? bodyOf(form, questionnaire))
}

export function bodyOf(form: Questionnaire, questionnaire: JsonObject): FormBody {
  return {
    url: form.url ?? '',
    formVersion: form.version ?? '',
    title: form.title ?? form.name ?? form.url ?? '',
    status: 'draft',
    questionnaire,
  }
}

/** The edition that new answers are given to, of each form: published, and of several the latest. By title. */
export function editionsInUse(all: readonly Edition[]): Edition[] {
  const latest = new Map<string, Edition>()
  for (const edition of all.filter(({ body }) => body.status === 'active')) {
    const other = latest.get(edition.body.url)
    if (!other || isLater(edition, other)) latest.set(edition.body.url, edition)
  }
  return [...latest.values()].toSorted((a, b) => a.body.title.localeCompare(b.body.title))
}

/** What publishing one means for the others of the same form: they are retired, and their answers stay readable. */
export function retiredBy(published: Pick<Edition, 'record' | 'body'>, all: readonly Edition[]): Edition[] {
  return all.filter(
    ({ record, body }) =>
      record !== null &&
      record !== published.record &&
      body.url === published.body.url &&
      body.status === 'active',
  )
}

export function editionNamed(all: readonly Edition[], canonical: string): Edition | undefined {
  return all.find(({ form }) => canonicalOf(form) === canonical)
}

/** Opens what lies in a record; null where an app of this version cannot draw it. */
export function openEdition(record: string | null, body: FormBody): Edition | null {
  const checked = checkQuestionnaire(body.questionnaire)
  return checked.ok ? { record, body, form: checked.value } : null
}

/** What the service published comes before what came with the app, whatever its number. */
function isLater({ record: one, body: a }: Edition, { record: other, body: b }: Edition): boolean {
  if ((one === null) !== (other === null)) return one !== null
  return a.formVersion.localeCompare(b.formVersion, 'en', { numeric: true }) > 0
}

function parsed(text: string): Result<JsonObject, ImportFault> {
  try {
    const read = jsonObjectSchema.safeParse(JSON.parse(text))
    return read.success
      ? ok(read.data)
      : err({ code: 'unsound', problems: [{ code: 'not-a-questionnaire', path: '' }] })
  } catch (error) {
    return err({ code: 'not-json', at: error instanceof Error ? error.message : '' })
  }
}
