import { applyReturned } from '#domain/kind/applyEdit.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { Merged } from '#domain/merge/merge.ts'
import { hidesItsBody } from '#domain/merge/mergeReturned.ts'
import { type StoredRecord, storedRecordSchema } from '#domain/record/record.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Returned, ReturnsReply } from '#protocol/returns.ts'
import type { Checkpoint } from '#protocol/sync.ts'
import { givesBackRecords } from '../scopes/permits.ts'
import { type Member, mayWrite, scopesOfRecord } from '../scopes/scopes.ts'
import { commonPast } from '../store/epochs.ts'
import type { Tx } from '../store/tables.ts'
import { canonicalJson, idFor, sha256 } from './canonical.ts'
import { contentWithout } from './erase.ts'
import { contentOfReturned, contentOfShown } from './historyContent.ts'
import { isMisplaced, misfitOf } from './judge.ts'
import { type Stand, standsOf } from './lineage.ts'
import { loadGround, lockOrder } from './load.ts'
import type { Ground, OnFault, Plan } from './plan.ts'
import { type Incoming, placeOf, readChange, type Refusal } from './readChange.ts'
import { sightingsOf } from './sightings.ts'
import { writePlan } from './write.ts'

export interface Returns {
  tenant: string
  device: string
  received: string
  from: Checkpoint
  records: readonly unknown[]
  changes: readonly unknown[]
}

export interface TakenBack {
  reply: ReturnsReply
  seq: number
  news: boolean
}

/** A record as it came in; `incoming` is what it would be as a change, and goes through the same checks. */
interface Back {
  id: string
  incoming: Incoming
  record: Result<StoredRecord, Refusal>
}

interface Work {
  ground: Omit<Ground, 'past'>
  stands: ReadonlyMap<string, Stand>
  plan: Plan
  epoch: string
  since: number
  by: Member
  device: string
  received: string
}

/**
 * Takes back what a restored server has lost, inside the caller's transaction. Each record is a deed of its own in the
 * history; what five devices bring back is taken once. Null where nothing was restored since the device was here.
 */
export async function takeBack(
  tx: Tx,
  { tenant, device, received, from, records, changes }: Returns,
  author: (tx: Tx) => Promise<Member>,
  onFault: OnFault,
): Promise<TakenBack | null> {
  const back = records.map((raw) => readRecord(raw, { tenant, device, received, epoch: from.epoch }))
  const shown = changes.map(readChange)
  const { seq, epoch } = await lockOrder(tx, tenant)
  if (epoch === from.epoch) return null
  const by = await author(tx)
  const since = await commonPast(tx, tenant, from.epoch, epoch)
  const ground = await loadGround(tx, tenant, seq, [...back.map(({ incoming }) => incoming), ...shown])
  const touched = back.map(({ id }) => id).filter((id) => (ground.records.get(id)?.seq ?? 0) > since)
  const stands = await standsOf(tx, { tenant, epoch: from.epoch, since }, touched)
  const plan = emptyPlan(seq)
  const work: Work = { ground, stands, plan, epoch: from.epoch, since, by, device, received }
  const answers = back.map((one) => answerRecord(work, one, onFault))
  for (const incoming of shown) answerChange(work, incoming)
  await writePlan(tx, plan, { tenant, staff: by.staff, device, received })
  const reply = { epoch, since, records: answers, receipts: plan.answers }
  return { reply, seq: plan.seq, news: plan.records.size > 0 }
}

function readRecord(
  raw: unknown,
  origin: Pick<Returns, 'tenant' | 'device' | 'received'> & { epoch: string },
): Back {
  const { tenant, device, received, epoch } = origin
  const parsed = storedRecordSchema.safeParse(raw)
  const id = parsed.success ? parsed.data.id : ''
  const seq = parsed.success ? parsed.data.seq : 0
  const create = parsed.success ? { op: 'create', ...partsOf(parsed.data) } : null
  // Everything that came is in it, so that every check of a change goes over it.
  const change = {
    id: idFor(`${tenant} ${epoch} ${id} ${seq}`),
    device,
    at: received,
    app: 'returned',
    edits: [create],
    returned: raw,
  }
  const read = readChange(change)
  // The same record from another device is the same text.
  const incoming = {
    ...read,
    contentHash: sha256(`${epoch} ${read.change.ok ? canonicalJson(raw) : read.content}`),
  }
  if (!parsed.success)
    return { id, incoming, record: err({ reason: 'malformed', detail: placeOf(parsed.error) }) }
  return { id, incoming, record: read.change.ok ? ok(parsed.data) : read.change }
}

function partsOf({ kind, id, version, file, body }: StoredRecord) {
  return { kind, id, version, file, body }
}

function emptyPlan(seq: number): Plan {
  return {
    seq,
    answers: [],
    taken: [],
    refused: [],
    receipts: new Map(),
    records: new Map(),
    sightings: new Map(),
    late: [],
  }
}

function answerRecord(work: Work, back: Back, onFault: OnFault): Returned {
  const { id, incoming, record } = back
  const judged = record.ok ? judge(work, record.value, incoming, onFault) : record
  if (judged.ok) return { id, outcome: judged.value }
  const { reason } = judged.error
  const receipt = { change: incoming.id, outcome: 'refused' as const, seq: work.plan.seq, ...judged.error }
  work.plan.refused.push({ incoming, receipt })
  return { id, outcome: 'refused', reason }
}

function judge(
  work: Work,
  returned: StoredRecord,
  incoming: Incoming,
  onFault: OnFault,
): Result<'taken' | 'contested' | 'known', Refusal> {
  if (!givesBackRecords(work.by, returned.kind)) return err({ reason: 'forbidden' })
  const here = reader(work)(returned.id)
  if (isDestroyed(work, returned)) return ok('known')
  if (isKnown(work, returned, here)) return ok('known')
  const refusal = here ? judgeOld(work, returned, here) : judgeNew(work, returned)
  if (refusal) return err(refusal)
  const base = baseOf(work, returned, here)
  const merged = tryMerge(work, returned, here, base, incoming, onFault)
  if (!merged.ok) return merged
  const { record, outcome } = merged.value
  if (record.rev === here?.rev) return ok('known')
  take(work, here, record, incoming, contentOfReturned({ epoch: work.epoch, record: returned, base }))
  return ok(outcome === 'contested' ? 'contested' : 'taken')
}

/** What was destroyed before the restore, or after it, does not come back from anywhere. */
function isDestroyed({ ground: { destroyed } }: Work, { id, file }: StoredRecord): boolean {
  return destroyed.has(id) || (file !== null && destroyed.has(file))
}

/** Of the past that both share, or an earlier state than came back already, or a copy of what never alters. */
function isKnown({ since, stands, plan }: Work, returned: StoredRecord, here: StoredRecord | null): boolean {
  if (!here) return false
  if (plan.records.has(returned.id) || returned.seq <= since) return true
  if (kindNamed(returned.kind)?.appendOnly && here.kind === returned.kind) return true
  const stand = stands.get(returned.id)
  return stand?.back === true && stand.state !== null && returned.seq <= stand.state.seq
}

function judgeOld(work: Work, returned: StoredRecord, here: StoredRecord): Refusal | null {
  if (here.kind !== returned.kind) return { reason: 'wrongKind', detail: 'kind' }
  if (here.file !== returned.file) return { reason: 'wrongKind', detail: 'file' }
  return mayWrite(work.by, scopesOfRecord(here, reader(work))) ? null : { reason: 'forbidden' }
}

function judgeNew(work: Work, returned: StoredRecord): Refusal | null {
  const { kind: name, file, id } = returned
  const kind = kindNamed(name)
  if (!kind) return { reason: 'unknownKind', detail: name }
  if (isMisplaced(returned, kind.place)) return { reason: 'wrongKind', detail: 'file' }
  const clientOf = (client: string) => (client === id ? returned : reader(work)(client))
  if (file !== null && clientOf(file)?.kind !== 'client') return { reason: 'unknownRecord', detail: 'file' }
  return mayWrite(work.by, scopesOfRecord(returned, clientOf)) ? null : { reason: 'forbidden' }
}

/** What the record that is here has to be told apart from; null where it is just what the lost changes altered. */
function baseOf(
  { since, stands }: Work,
  returned: StoredRecord,
  here: StoredRecord | null,
): StoredRecord | null {
  if (!here || here.seq <= since) return null
  const stand = stands.get(returned.id)
  if (stand?.asIs === here.seq) return null
  return stand?.state ?? { ...returned, rev: 0, seq: 0, deleted: null, body: {}, contested: {} }
}

function tryMerge(
  { by, device, received }: Work,
  returned: StoredRecord,
  here: StoredRecord | null,
  base: StoredRecord | null,
  incoming: Incoming,
  onFault: OnFault,
): Result<Merged, Refusal> {
  try {
    const stamp = { change: incoming.id, by: by.staff, device, at: received }
    const merged = applyReturned(here, returned, base, stamp)
    const misfit = fitsNot(merged.record)
    if (misfit !== null && (here === null || fitsNot(here) === null)) {
      return err({ reason: 'invalidBody', detail: misfit })
    }
    return ok(merged)
  } catch (fault) {
    onFault(incoming.id, fault)
    return err({ reason: 'malformed', detail: 'The server failed over this record' })
  }
}

function fitsNot(record: StoredRecord): string | null {
  const kind = kindNamed(record.kind)
  return kind && !hidesItsBody(record) ? misfitOf(record, kind) : null
}

/** A settled change whose outcome came back with the records: its receipt stands again, and nothing else happens. */
function answerChange(work: Work, incoming: Incoming): void {
  const { ground, plan } = work
  const earlier = plan.receipts.get(incoming.id) ?? ground.receipts.get(incoming.id)
  // What nobody vouches for by a record goes up again as a change, and is judged as one.
  const unseen: Refusal | null = givesBackRecords(work.by) ? null : { reason: 'forbidden' }
  const refusal = unseen ?? refusalOf(incoming, earlier?.contentHash)
  if (refusal) {
    plan.answers.push({ change: incoming.id, outcome: 'refused', seq: plan.seq, ...refusal })
    return
  }
  if (earlier) {
    plan.answers.push(earlier.receipt)
    return
  }
  plan.seq += 1
  const receipt = { change: incoming.id, outcome: 'applied' as const, seq: plan.seq }
  const content = contentOfShown(incoming.content)
  const left = contentWithout(content, ground.destroyed) ?? content
  plan.taken.push({ seq: plan.seq, incoming: { ...incoming, content: left } })
  plan.receipts.set(incoming.id, { contentHash: incoming.contentHash, receipt })
  plan.answers.push(receipt)
}

/** Not kept aside: the device has it still, and sends it as any other change. */
function refusalOf({ change, contentHash }: Incoming, known: string | undefined): Refusal | null {
  if (!change.ok) return change.error
  return known === undefined || known === contentHash ? null : { reason: 'idReused' }
}

function take(
  work: Work,
  here: StoredRecord | null,
  record: StoredRecord,
  incoming: Incoming,
  content: string,
): void {
  const { plan, ground } = work
  plan.seq += 1
  const { seq } = plan
  const { id } = record
  plan.records.set(id, { ...record, seq })
  const sightings = sightingsOf({
    seq,
    ids: [id],
    before: (other) => (other === id ? here : reader(work)(other)),
    after: reader(work),
    fileOf: (client) => ground.files.get(client) ?? [],
  })
  for (const sighting of sightings) plan.sightings.set(`${sighting.scope} ${sighting.record}`, sighting)
  plan.taken.push({ seq, incoming: { ...incoming, content } })
}

function reader({ plan, ground }: Work): (id: string) => StoredRecord | null {
  return (id) => plan.records.get(id) ?? ground.records.get(id) ?? null
}
