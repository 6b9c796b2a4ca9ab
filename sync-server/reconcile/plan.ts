import type { Change, Edit } from '#domain/change/change.ts'
import { isTooEarly, type Receipt } from '#domain/change/receipt.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Past, Span, Stay } from '../scopes/access.ts'
import type { Member } from '../scopes/scopes.ts'
import { judgeEdit } from './judge.ts'
import { liesWithClient } from './load.ts'
import type { Incoming, Refusal } from './readChange.ts'
import { type Sighting, sightingsOf } from './sightings.ts'

/**
 * What the database says, read once for a whole push.
 *
 * - `records`: every record that the push names, in full, and the clients of their files
 * - `files`: the ids of all records that lie where their client does, for each client that the push names, in case that goes
 *   to another team
 * - `receipts`: what was answered before to changes of the same id
 * - `past`: what its author could write once and cannot any more
 * - `destroyed`: those of the named records and files that were destroyed
 */
export interface Ground {
  seq: number
  records: ReadonlyMap<string, StoredRecord>
  files: ReadonlyMap<string, readonly string[]>
  receipts: ReadonlyMap<string, Answered>
  past: GroundPast
  destroyed: ReadonlySet<string>
}

/**
 * - `spans`: where the author could write, and from when to when
 * - `stays`: by scope and record (`stayKey`), when the record was last in the scope
 * - `recent`: those of these places in the order that were reached within the period of grace
 * - `waiting`: records that this author's held changes would make
 */
export interface GroundPast {
  spans: readonly Span[]
  stays: ReadonlyMap<string, Stay>
  recent: ReadonlySet<number>
  waiting: ReadonlySet<string>
}

export function stayKey(scope: string, record: string): string {
  return `${scope} ${record}`
}

export interface Answered {
  contentHash: string
  receipt: Receipt
}

/** What is to be written, and what is to be answered. */
export interface Plan {
  seq: number
  answers: Receipt[]
  taken: { seq: number; incoming: Incoming }[]
  refused: { incoming: Incoming; receipt: Receipt }[]
  receipts: Map<string, Answered>
  records: Map<string, StoredRecord>
  sightings: Map<string, Sighting>
  /** The contents that were refused as too early once, and are taken now. */
  late: string[]
}

interface Work extends Plan {
  ground: Ground
  files: Map<string, Set<string>>
  waiting: Set<string>
}

/** Told of a change over which the code itself failed. It is refused like a malformed one: it must not block the rest. */
export type OnFault = (change: string, fault: unknown) => void

/**
 * Decides a push: one change after another, each seeing what the earlier ones did, each wholly or not at all.
 * Pure; the caller holds the lock on the order while it reads the ground and writes the plan.
 */
export function planPush(ground: Ground, pushed: readonly Incoming[], by: Member, onFault: OnFault): Plan {
  const {
    ground: _ground,
    files: _files,
    waiting: _waiting,
    ...plan
  } = pushed.reduce((work, incoming) => answer(work, incoming, by, onFault), begin(ground))
  return plan
}

function begin(ground: Ground): Work {
  return {
    ground,
    seq: ground.seq,
    answers: [],
    taken: [],
    refused: [],
    receipts: new Map(),
    records: new Map(),
    sightings: new Map(),
    late: [],
    files: new Map([...ground.files].map(([file, ids]) => [file, new Set(ids)])),
    waiting: new Set(ground.past.waiting),
  }
}

/** The work goes on in place: a push of a hundred changes copies nothing. */
function answer(work: Work, incoming: Incoming, by: Member, onFault: OnFault): Work {
  const earlier = work.receipts.get(incoming.id) ?? work.ground.receipts.get(incoming.id)
  if (earlier) {
    const same = earlier.contentHash === incoming.contentHash
    if (!same) refuse(work, incoming, { reason: 'idReused' }, false)
    else if (!isTooEarly(earlier.receipt)) work.answers.push(earlier.receipt)
    else answerLate(work, incoming, earlier.receipt, settle(work, incoming, by, onFault))
    return work
  }
  const outcome = settle(work, incoming, by, onFault)
  if (outcome.ok) take(work, incoming, outcome.value)
  else refuse(work, incoming, outcome.error, incoming.id !== '')
  return work
}

/** A change that came before the record that it is about: once that is there, it is taken, or refused for what is true then. */
function answerLate(
  work: Work,
  incoming: Incoming,
  earlier: Receipt,
  outcome: Result<Settled, Refusal>,
): void {
  if (outcome.ok) {
    take(work, incoming, outcome.value)
    work.late.push(incoming.contentHash)
  } else if (isTooEarly({ outcome: 'refused', ...outcome.error })) work.answers.push(earlier)
  else refuse(work, incoming, outcome.error, true)
}

interface Settled {
  altered: Map<string, StoredRecord>
  outcome: 'applied' | 'contested'
}

function settle(work: Work, incoming: Incoming, by: Member, onFault: OnFault): Result<Settled, Refusal> {
  if (!incoming.change.ok) return incoming.change
  try {
    return settleChange(work, incoming.change.value, by)
  } catch (fault) {
    onFault(incoming.id, fault)
    return err({ reason: 'malformed', detail: 'The server failed over this change' })
  }
}

function settleChange(work: Work, change: Change, by: Member): Result<Settled, Refusal> {
  const destroyed = change.edits.findIndex((edit) => isOfDestroyed(edit, work.ground.destroyed))
  if (destroyed >= 0) return err(atEdit({ reason: 'destroyed' }, destroyed))
  // Whoever's account has ended hands over what they had written, and a manager looks at all of it.
  if (!by.active && !change.edits.every(isLine)) return err({ reason: 'held' })
  const altered = new Map<string, StoredRecord>()
  const before = reader(work)
  const now = (id: string) => altered.get(id) ?? before(id)
  const sight = { now, before, past: pastOf(work), waits: (id: string) => work.waiting.has(id) }
  let outcome: Settled['outcome'] = 'applied'
  for (const [i, edit] of change.edits.entries()) {
    const merged = judgeEdit(edit, change, by, sight)
    if (!merged.ok) return err(atEdit(merged.error, i))
    if (merged.value.outcome === 'contested') outcome = 'contested'
    if (merged.value.record.rev !== now(edit.id)?.rev) altered.set(edit.id, merged.value.record)
  }
  return ok({ altered, outcome })
}

/** Whether an edit is of a record that was destroyed with its file, or would begin one in such a file. */
function isOfDestroyed(edit: Edit, destroyed: ReadonlySet<string>): boolean {
  return destroyed.has(edit.id) || (edit.op === 'create' && edit.file !== null && destroyed.has(edit.file))
}

/** A line in the log, which everybody adds to. */
function isLine({ op, kind }: Edit): boolean {
  return op === 'create' && kindNamed(kind)?.place === 'log'
}

/** What this push itself has moved counts, and has only just happened. */
function pastOf({ ground, sightings }: Work): Past {
  return {
    spans: ground.past.spans,
    stay: (scope, record) => {
      const known = ground.past.stays.get(stayKey(scope, record)) ?? null
      const sighting = sightings.get(stayKey(scope, record))
      if (!sighting) return known
      if (sighting.visible) return known?.until === null ? known : { since: sighting.seq, until: null }
      return { since: known?.since ?? 0, until: sighting.seq }
    },
    isRecent: (seq) => seq > ground.seq || ground.past.recent.has(seq),
  }
}

function atEdit({ reason, detail }: Refusal, i: number): Refusal {
  return { reason, detail: [`edits.${i}`, detail].filter(Boolean).join(': ') }
}

function reader(work: Work): (id: string) => StoredRecord | null {
  return (id) => work.records.get(id) ?? work.ground.records.get(id) ?? null
}

function take(work: Work, incoming: Incoming, { altered, outcome }: Settled): void {
  work.seq += 1
  const { seq } = work
  const receipt: Receipt = { change: incoming.id, outcome, seq }
  const before = new Map([...altered.keys()].map((id) => [id, reader(work)(id)]))
  for (const [id, record] of altered) {
    work.records.set(id, { ...record, seq })
    if (record.file !== null && liesWithClient(record.kind)) file(work, record.file, id)
  }
  note(work, [...altered.keys()], before)
  work.taken.push({ seq, incoming })
  work.receipts.set(incoming.id, { contentHash: incoming.contentHash, receipt })
  work.answers.push(receipt)
}

function file(work: Work, client: string, id: string): void {
  const ids = work.files.get(client) ?? new Set<string>()
  work.files.set(client, ids.add(id))
}

/** The last word on a record in a scope is the one to be written. */
function note(work: Work, ids: string[], before: Map<string, StoredRecord | null>): void {
  const after = reader(work)
  const sightings = sightingsOf({
    seq: work.seq,
    ids,
    before: (id) => (before.has(id) ? (before.get(id) ?? null) : after(id)),
    after,
    fileOf: (client) => work.files.get(client) ?? [],
  })
  for (const sighting of sightings) work.sightings.set(stayKey(sighting.scope, sighting.record), sighting)
}

/** `binding`: the answer stands for good under this id. Not so for a reused id, whose first answer stands. */
function refuse(work: Work, incoming: Incoming, refusal: Refusal, binding: boolean): void {
  const receipt: Receipt = { change: incoming.id, outcome: 'refused', seq: work.seq, ...refusal }
  // Nothing of a destroyed file is kept here again: the text stays its author's own.
  if (refusal.reason !== 'destroyed') work.refused.push({ incoming, receipt })
  work.answers.push(receipt)
  if (binding) work.receipts.set(incoming.id, { contentHash: incoming.contentHash, receipt })
  if (refusal.reason === 'held' && incoming.change.ok) {
    for (const edit of incoming.change.value.edits) if (edit.op === 'create') work.waiting.add(edit.id)
  }
}
