import type { Edit } from '#domain/change/change.ts'
import { reopenContested, settleContested } from '#domain/change/write.ts'
import { type Json, jsonObjectSchema } from '#domain/json.ts'
import { kinds } from '#domain/kind/kinds.ts'
import { valueAt } from '#domain/merge/field.ts'
import { openContested, openQuestions } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { type Desk, pickView, viewsOf } from './desk.ts'
import { touchable } from './touch.ts'

const ASKED = ['client', 'plan', 'visit', 'referral', 'onwardReferral', 'service', 'organisation'] as const

/** What a person does at a question: keeps what stands, takes one of the others, or writes a third. */
export function answerQuestion(desk: Desk): Edit | null {
  const view = pickView(
    desk,
    viewsOf(desk, ASKED, (it) => it.deleted === null && fieldQuestions(it).length > 0),
  )
  const path = view && desk.random.pick(fieldQuestions(view))
  if (!view || path === undefined) return null
  const now = valueNow(view, path)
  const others = openContested(view, path).map(({ to }) => to)
  const third: Json[] = touchable[view.kind]?.plain.includes(path) ? [`third ${desk.token}`] : []
  const to = desk.random.pick([now, ...others, ...third]) ?? null
  return settleContested(view, path, now, to)
}

/** The last answer is taken back: its question is open again, and the value is what it was before. */
export function undoAnswer(desk: Desk): Edit | null {
  const answered = viewsOf(desk, ASKED, (it) => it.deleted === null && answersOf(it).length > 0)
  const view = pickView(desk, answered)
  const answer = view && desk.random.pick(answersOf(view))
  if (!view || !answer) return null
  const { path, change, was } = answer
  const reopens = (view.contested[path] ?? [])
    .filter(({ settled }) => settled?.change === change)
    .map((value) => value.change)
  return reopenContested(view, path, valueNow(view, path), was, reopens)
}

function fieldQuestions(view: View): string[] {
  return openQuestions(view).filter((path) => path !== '')
}

function answersOf(view: View): { path: string; change: string; was: Json }[] {
  return Object.entries(view.contested).flatMap(([path, values]) =>
    values.flatMap(({ settled }) =>
      path !== '' && settled?.was !== undefined ? [{ path, change: settled.change, was: settled.was }] : [],
    ),
  )
}

function valueNow(view: View, path: string): Json {
  return valueAt({ body: jsonObjectSchema.parse(view.body) }, path, kinds[view.kind].rules)
}
