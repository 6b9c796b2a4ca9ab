import { entryTold } from '#domain/directory/afterAnswer.ts'
import {
  type Answer,
  answersTo,
  asksFor,
  lacksReason,
  type ProviderStatus,
} from '#domain/onwardReferral/answers.ts'
import {
  type OnwardReferralBody,
  onwardReferralBody,
  providerAnswers,
} from '#domain/onwardReferral/onwardReferral.ts'
import { isPlainText } from '#domain/json.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Given } from './giveAnswer.ts'

/** The form as it was filled in. `fields`: what belongs to one answer, as `declined-reason`; `seen`: as JSON text. */
export interface AnswerForm {
  answer: string
  name: string
  text: string
  seen: string
  fields: Readonly<Record<string, string>>
}

export interface FormProblem {
  field: string
  text: string
}

/** A form that nobody has filled in yet; it remembers what the referral said when it was opened. */
export function emptyForm(body: OnwardReferralBody): AnswerForm {
  const seen = Object.fromEntries(
    providerAnswers.flatMap((field) => (body[field] ? [[field, body[field]]] : [])),
  )
  return { answer: '', name: '', text: '', seen: JSON.stringify(seen), fields: {} }
}

const MOST = 4000

export function readForm(posted: URLSearchParams): AnswerForm {
  const text = (name: string) => (posted.get(name) ?? '').slice(0, MOST)
  const names = [...posted.keys()].filter((name) => name.includes('-'))
  const fields: Record<string, string> = Object.fromEntries(names.map((name) => [name, text(name)]))
  return { answer: text('answer'), name: text('name'), text: text('text'), seen: text('seen'), fields }
}

const seenSchema = onwardReferralBody.partial()

/** What the form says, or what has to be put right first. An answer that cannot follow what they saw is none. */
export function givenIn(form: AnswerForm): Result<Given, FormProblem[]> {
  const seen = seenIn(form.seen)
  const answer = answerIn(form, seen['status'] ?? '')
  const name = form.name.trim()
  const problems = [
    ...(answer === undefined ? [{ field: 'answer', text: 'Choose one of the answers.' }] : []),
    ...(answer && lacksReason(answer)
      ? [{ field: `${answer.status}-reason`, text: 'Say why, so that something else can be found.' }]
      : []),
    ...(answer === null && form.text.trim() === ''
      ? [{ field: 'text', text: 'Choose an answer, or write a message.' }]
      : []),
    ...(name === '' ? [{ field: 'name', text: 'Write your name.' }] : []),
    ...([name, form.text, ...Object.values(form.fields)].every(isPlainText)
      ? []
      : [{ field: 'text', text: 'The text holds a character that cannot be kept.' }]),
  ]
  if (problems.length > 0 || answer === undefined) return err(problems)
  return ok({ name, text: form.text.trim(), answer, seen, forEverybody: isForEverybody(form) })
}

/** Whether they have ticked that their answer holds for their entry in the directory. */
function isForEverybody({ answer, fields }: AnswerForm): boolean {
  return entryTold(answer) !== null && fields[`${answer}-entry`] === 'yes'
}

/** Null where it is only a message; undefined where the answer is not one of those that were offered. */
function answerIn({ answer, fields }: AnswerForm, status: string): Answer | null | undefined {
  if (answer === '') return null
  const chosen = answersTo(status).find((each): each is ProviderStatus => each === answer)
  if (!chosen) return undefined
  const said = asksFor[chosen].flatMap((field) => {
    const text = fields[`${chosen}-${field}`]
    return text?.trim() ? [[field, text] as const] : []
  })
  return { status: chosen, ...Object.fromEntries(said) }
}

function seenIn(text: string): Partial<OnwardReferralBody> {
  try {
    const parsed = seenSchema.safeParse(JSON.parse(text))
    return parsed.success ? ownAnswers(parsed.data) : {}
  } catch (fault) {
    if (fault instanceof SyntaxError) return {}
    throw fault
  }
}

/** Whatever else somebody put there: no other field of a referral is theirs. */
function ownAnswers(said: Readonly<Record<string, unknown>>): Partial<OnwardReferralBody> {
  return Object.fromEntries(
    providerAnswers.flatMap((field) => {
      const value = said[field]
      return typeof value === 'string' && value !== '' ? [[field, value]] : []
    }),
  )
}
