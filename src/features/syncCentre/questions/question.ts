import type { Json } from '#domain/json.ts'
import { sameJson } from '#domain/json.ts'
import { kinds } from '#domain/kind/kinds.ts'
import { valueAt } from '#domain/merge/field.ts'
import { type ContestedValue, openContested, openQuestions, writerAt } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { fieldOfSubject, subjectOf } from '../wording/subject.ts'
import { isWholeRecord, type NameOf, plainBody, wordsOfPath } from '#words/records/value.ts'

/** One thing on which a person has to choose. */
export interface Question {
  view: View
  path: string
  ask: 'which' | 'removal' | 'removed'
  /** What the record says now. */
  now: Json
  /** What others said, each different from what stands. */
  others: ContestedValue[]
}

/**
 * | the record | the path      | what is asked                                         |
 * |------------|---------------|-------------------------------------------------------|
 * | is there   | a field       | `which`: which of the values is right                 |
 * | is there   | the whole     | `removal`: whether it is to be removed after all      |
 * | is removed | any           | `removed`: whether to bring it back for what was said |
 */
export function questionsOf(view: View): Question[] {
  return openQuestions(view).map((path) => ({
    view,
    path,
    ask: view.deleted ? 'removed' : isWholeRecord(path) ? 'removal' : 'which',
    now: isWholeRecord(path) ? null : valueNow(view, path),
    others: openContested(view, path),
  }))
}

export function valueNow(view: View, path: string): Json {
  return valueAt({ body: plainBody(view) }, path, kinds[view.kind].rules)
}

/** Two values that say the same are one choice. */
export function choicesOf({ now, others }: Question): Json[] {
  return [now, ...others.map(({ to }) => to)].filter(
    (value, i, all) => all.findIndex((other) => sameJson(other, value)) === i,
  )
}

/** 'Amara Ade’s phone number' */
export function aboutWhat({ view, path }: Pick<Question, 'view' | 'path'>, nameOf: NameOf): string {
  if (isWholeRecord(path)) return subjectOf(view, nameOf)
  return fieldOfSubject(view, wordsOfPath(view.kind, path, plainBody(view)), nameOf)
}

/** The question as one would ask it across the table. */
export function asked(question: Question, nameOf: NameOf): string {
  const about = aboutWhat(question, nameOf)
  switch (question.ask) {
    case 'which':
      return `${whoChanged(question)} ${about}. Which is right?`
    case 'removal':
      return `Somebody wanted to remove this: ${about}. Others went on with it. Keep it?`
    case 'removed':
      return `This was removed, and somebody else had changed it: ${about}. Bring it back?`
  }
}

function whoChanged({ view, path, others }: Question): string {
  const writer = writerAt(view, path)?.by
  const people = new Set([...others.map(({ by }) => by), writer ?? 'somebody'])
  if (people.size === 1) return 'Two devices disagree on'
  return `${counted(people.size)} people changed`
}

function counted(count: number): string {
  return ['', 'One', 'Two', 'Three', 'Four', 'Five'][count] ?? String(count)
}
