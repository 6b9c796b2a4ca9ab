import type { StoredRecord } from '#domain/record/record.ts'
import { type ClientOf, type Scope, scopesOfClient, scopesOfRecord } from '../scopes/scopes.ts'

/** That a record is in a scope as of `seq`, or has left it. */
export interface Sighting {
  scope: Scope
  record: string
  seq: number
  visible: boolean
}

type Read = (id: string) => StoredRecord | null

interface Altered {
  seq: number
  /** Every record that the change has altered or made. */
  ids: readonly string[]
  before: Read
  after: Read
  /** Ids of all records that lie where their client does. */
  fileOf: (client: string) => Iterable<string>
}

/**
 * What a change does to who sees what. A record that was altered is news in all its scopes. When a client goes to
 * another team, or the use of their file is restricted, the whole file goes along, in the same change: unaltered records
 * are news only where they enter.
 */
export function sightingsOf({ seq, ids, before, after, fileOf }: Altered): Sighting[] {
  const [was, is] = [scopesBy(before), scopesBy(after)]
  const own = ids.flatMap((id) => compare(id, was(before(id)), is(after(id)), seq, true))
  const moved = ids
    .flatMap((id) => clientIn(id, before, after))
    .flatMap(({ from, to }) =>
      [...fileOf(to.id)]
        .filter((id) => !ids.includes(id))
        .flatMap((id) => compare(id, scopesOfClient(from), scopesOfClient(to), seq, false)),
    )
  return [...own, ...moved]
}

function scopesBy(read: Read): (record: StoredRecord | null) => Scope[] {
  const clientOf: ClientOf = (file) => read(file)
  return (record) => (record ? scopesOfRecord(record, clientOf) : [])
}

function clientIn(id: string, before: Read, after: Read): { from: StoredRecord; to: StoredRecord }[] {
  const [from, to] = [before(id), after(id)]
  return from && to?.kind === 'client' ? [{ from, to }] : []
}

function compare(record: string, was: Scope[], is: Scope[], seq: number, altered: boolean): Sighting[] {
  const entered = is.filter((scope) => altered || !was.includes(scope))
  const left = was.filter((scope) => !is.includes(scope))
  return [
    ...entered.map((scope) => ({ scope, record, seq, visible: true })),
    ...left.map((scope) => ({ scope, record, seq, visible: false })),
  ]
}
