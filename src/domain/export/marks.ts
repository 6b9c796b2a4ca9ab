import { own } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import { kindNamed } from '../kind/kinds.ts'
import { othersIn } from './namesOthers.ts'

/** A record of a file, as the export reads it. */
export interface FileRecord {
  id: string
  kind: string
  body: JsonObject
}

/**
 * Why something may be about, or from, somebody other than the person who asks.
 *
 * - `aboutOther`: details of another person: someone around them, an emergency contact
 * - `referrer`: who referred them
 * - `fromProvider`: written by an organisation that helps them
 * - `concern`: a concern, whose release may harm somebody
 * - `speaksOfOthers`: a text in which other people are spoken of
 */
export const markReasons = ['aboutOther', 'referrer', 'fromProvider', 'concern', 'speaksOfOthers'] as const
export type MarkReason = (typeof markReasons)[number]

/**
 * A place to look at before a file is given to the person (UK GDPR, article 15(4)). `field`: of the body, or
 * `item/<linkId>` for one answer of a form. `said`: the words that led to it.
 */
export interface Mark {
  record: string
  kind: string
  field: string
  why: MarkReason
  said: string[]
}

export function markKey({ record, field }: Pick<Mark, 'record' | 'field'>): string {
  return `${record} ${field}`
}

/** Fields that point to records or say how things stand: nothing that anybody wrote about anybody. */
const PLAIN = new Set([
  'people',
  'about',
  'at',
  'by',
  'concern',
  'state',
  'visit',
  'capacity',
  'toldPerson',
  'client',
  'roles',
])

/**
 * Every place of a file that has to be looked at.
 *
 * | record                                   | what is marked                                  | why              |
 * |------------------------------------------|-------------------------------------------------|------------------|
 * | `relatedPerson`                          | all that is said of them                        | `aboutOther`     |
 * | `client`                                 | the emergency contact                           | `aboutOther`     |
 * | `referral`                               | who referred, however they are reached          | `referrer`       |
 * | `message` from a provider                | the text                                        | `fromProvider`   |
 * | `onwardReferral`                         | what the provider answered                      | `fromProvider`   |
 * | `concern`, `concernAction`               | all that was written                            | `concern`        |
 * | any other                                | a text or answer in which others are spoken of  | `speaksOfOthers` |
 */
export function marksOf(records: readonly FileRecord[]): Mark[] {
  const people = { names: namesIn(records), own: ownNames(records) }
  return records.flatMap((record) => {
    const certain = certainMarks(record)
    const marked = new Set(certain.map(({ field }) => field))
    return [...certain, ...spokenOf(record, people).filter(({ field }) => !marked.has(field))]
  })
}

function certainMarks({ id, kind, body }: FileRecord): Mark[] {
  const mark = (why: MarkReason, fields: readonly string[]): Mark[] =>
    fields
      .filter((field) => says(own(body, field)))
      .map((field) => ({ record: id, kind, field, why, said: [] }))
  switch (kind) {
    case 'relatedPerson':
      return mark('aboutOther', written(body))
    case 'client':
      return mark('aboutOther', ['emergencyContact'])
    case 'referral':
      return mark('referrer', ['referrer'])
    case 'message':
      return body['side'] === 'provider' ? mark('fromProvider', ['text']) : []
    case 'onwardReferral':
      return mark('fromProvider', ['statusReason', 'outcome'])
    case 'concern':
    case 'concernAction':
      return mark('concern', written(body))
    default:
      return []
  }
}

function written(body: JsonObject): string[] {
  return Object.keys(body).filter((field) => !PLAIN.has(field))
}

function says(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

interface People {
  names: string[]
  own: string[]
}

function spokenOf({ id, kind, body }: FileRecord, { names, own: self }: People): Mark[] {
  return textsOf(kind, body).flatMap(({ field, texts }) => {
    const said = [...new Set(texts.flatMap((text) => othersIn(text, names, self)))]
    return said.length > 0 ? [{ record: id, kind, field, why: 'speaksOfOthers' as const, said }] : []
  })
}

/** Every text that somebody wrote, by its field; of a filled-in form by its question. Names of the person do not count. */
function textsOf(kind: string, body: JsonObject): { field: string; texts: string[] }[] {
  const names = new Set(
    kind === 'client' ? ['firstName', 'familyName', 'preferredName', 'title', 'address'] : [],
  )
  const fields = Object.entries(body).filter(([field]) => !names.has(field) && field !== 'item')
  return [
    ...fields.map(([field, value]) => ({ field, texts: textsIn(value) })),
    ...answersIn(own(body, 'item')).map(({ linkId, texts }) => ({ field: `item/${linkId}`, texts })),
  ]
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** The answers in words of a form's items, however deep they lie. */
export function answersIn(items: Json | undefined): { linkId: string; texts: string[] }[] {
  if (!Array.isArray(items)) return []
  return items.flatMap((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return []
    const { linkId, answer, item: inner } = item
    const answers = Array.isArray(answer) ? answer : []
    const texts = answers.flatMap((one) => {
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return []
      return typeof one['valueString'] === 'string' ? [one['valueString']] : []
    })
    const nested = answers.flatMap((one) =>
      typeof one === 'object' && one !== null && !Array.isArray(one) ? answersIn(one['item']) : [],
    )
    return [
      ...(typeof linkId === 'string' && texts.length > 0 ? [{ linkId, texts }] : []),
      ...nested,
      ...answersIn(inner),
    ]
  })
}

function namesIn(records: readonly FileRecord[]): string[] {
  return records.flatMap(({ kind, body }) => {
    switch (kind) {
      case 'relatedPerson':
        return texts(body['name'])
      case 'client':
        return texts(nameOf(body['emergencyContact']))
      case 'referral':
        return texts(nameOf(body['referrer']))
      default:
        return []
    }
  })
}

function ownNames(records: readonly FileRecord[]): string[] {
  return records
    .filter(({ kind }) => kind === 'client')
    .flatMap(({ body }) => [body['firstName'], body['familyName'], body['preferredName']].flatMap(texts))
}

function nameOf(value: Json | undefined): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value['name'] : undefined
}

function texts(value: Json | undefined): string[] {
  return typeof value === 'string' ? [value] : []
}

/** Whether a kind of record is part of what a person is given: all of their file, and the concerns about them. */
export function isOfFile(kind: string): boolean {
  const place = kindNamed(kind)?.place ?? 'file'
  return place === 'file' || place === 'people'
}
