import { isObject, type Json, type JsonObject, own } from '../json.ts'
import { openContested, openQuestions, type StoredRecord } from '../record/record.ts'
import { providerAnswers } from './onwardReferral.ts'

/** Of the service's fields, those that concern a provider. Others lead into a file, or may come to. */
const told = ['service', 'serviceName', 'organisation', 'madeOn', 'madeBy', 'from', 'consent']
/** What is said of the person. */
const ofThePerson = ['agreedToShare', 'shared', 'communicationNeeds', 'reason']

/**
 * A referral as a provider is given it. Whatever the record holds besides, no field goes out that is not named here, and
 * nothing that was ever beside a value: what was shared once and is not any more would lie there still.
 *
 * | how it stands                                   | what is told of the person                            |
 * |-------------------------------------------------|-------------------------------------------------------|
 * | withdrawn, or withdrawn by somebody and contested | nothing                                             |
 * | removed, or removed by somebody and contested    | nothing                                              |
 * | they have not agreed                             | nothing                                              |
 * | two people disagree on what is shared            | of each field the parts that all of them would share |
 * | else                                             | what is shared                                       |
 */
export function shownToProvider(record: StoredRecord): StoredRecord {
  const names = [...told, ...providerAnswers, ...(isTakenBack(record) ? [] : ofThePerson)]
  const body = onlyAgreed(
    Object.fromEntries(
      names.flatMap((name) => {
        const value = least(record, name)
        return value === null ? [] : [[name, value]]
      }),
    ),
  )
  const isTheirs = ([path]: [string, unknown]) => providerAnswers.some((field) => field === path)
  return {
    ...record,
    body: record.deleted && openQuestions(record).length === 0 ? {} : body,
    contested: Object.fromEntries(Object.entries(record.contested).filter(isTheirs)),
    ...(record.written
      ? { written: Object.fromEntries(Object.entries(record.written).filter(isTheirs)) }
      : {}),
    ...(record.deleted ? { deleted: { ...record.deleted, reason: 'removed' } } : {}),
  }
}

function isTakenBack(record: StoredRecord): boolean {
  const said = [record.body['status'], ...openContested(record, 'status').map(({ to }) => to)]
  const agreed = [record.body['consent'], ...openContested(record, 'consent').map(({ to }) => to)]
  const removed = record.deleted !== null || openContested(record, '').length > 0
  return removed || said.includes('withdrawn') || agreed.some((yes) => yes !== true)
}

/** Whatever else lies there: what is not named in what was agreed to does not go out. */
function onlyAgreed({ shared = null, reason = null, ...body }: JsonObject): JsonObject {
  const agreed = body['agreedToShare']
  const names = Array.isArray(agreed) ? agreed : []
  const parts = isObject(shared) ? Object.entries(shared) : []
  const told = parts.filter(([part]) => part === 'called' || names.includes(part))
  return {
    ...body,
    ...(told.length > 0 ? { shared: Object.fromEntries(told) } : {}),
    ...(reason !== null && names.includes('reason') ? { reason } : {}),
  }
}

/** The value of a field; of one about the person only what everybody would share who has had a say. */
function least(record: StoredRecord, name: string): Json {
  const value = own(record.body, name) ?? null
  if (!ofThePerson.includes(name)) return value
  const others = Object.entries(record.contested)
    .filter(([path]) => path === name || path.startsWith(`${name}/`))
    .flatMap(([path]) => openContested(record, path).map(({ to }) => to))
  return others.reduce<Json>(both, value)
}

/** What is in both: parts of the same name and value, elements that are in both lists, or else the same value. */
function both(a: Json, b: Json): Json {
  const same = (one: Json, other: Json) => JSON.stringify(one) === JSON.stringify(other)
  if (isObject(a) && isObject(b)) return commonParts(a, b, same)
  if (Array.isArray(a) && Array.isArray(b)) return a.filter((one) => b.some((other) => same(one, other)))
  return same(a, b) ? a : null
}

function commonParts(a: JsonObject, b: JsonObject, same: (a: Json, b: Json) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(a).filter(([part, value]) => same(value, own(b, part) ?? null)))
}
