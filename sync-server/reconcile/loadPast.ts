import { changeSchema, type Edit } from '#domain/change/change.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { GRACE_DAYS, type Span, type Stay } from '../scopes/access.ts'
import { isPermitted } from '../scopes/permits.ts'
import { type Member, mayWrite, type Scope, scopesOfRecord, writingScopesOf } from '../scopes/scopes.ts'
import { chunksOf, forIds } from '../store/chunks.ts'
import type { Tx } from '../store/tables.ts'
import { stayKey, type GroundPast } from './plan.ts'
import type { Incoming } from './readChange.ts'

interface Author {
  tenant: string
  by: Member
  /** Now, by the server's clock. */
  received: string
}

type Records = ReadonlyMap<string, StoredRecord>

const DAY = 24 * 3_600_000

/**
 * What the author of a push could write once and cannot any more. Asked for only where the push meets something that
 * they may not write now, and then in as many statements for a hundred changes as for one.
 */
export async function loadPast(
  tx: Tx,
  author: Author,
  records: Records,
  pushed: readonly Incoming[],
): Promise<GroundPast> {
  const edits = pushed.flatMap(({ change }) => (change.ok ? change.value.edits : []))
  const present = writingScopesOf(author.by).map((scope): Span => ({ scope, since: 0, until: null }))
  const shut = edits.filter((edit) => isShut(edit, records, author.by))
  const unknown = edits.some((edit) => isUnknown(edit, records))
  const waiting = unknown ? await loadWaiting(tx, author) : new Set<string>()
  if (shut.length === 0) return { spans: present, stays: new Map(), recent: new Set(), waiting }
  const spans = await loadSpans(tx, author)
  const stays = await loadStays(
    tx,
    author.tenant,
    spans,
    shut.flatMap((edit) => placesOf(edit, records)),
  )
  const seqs = [...stays.values(), ...spans].flatMap(({ until }) => (until === null ? [] : [until]))
  return { spans, stays, recent: await loadRecent(tx, author, seqs), waiting }
}

function isShut(edit: Edit, records: Records, by: Member): boolean {
  const record = records.get(edit.id)
  const sighted = record ?? (edit.op === 'create' ? edit : null)
  if (!sighted || kindNamed(edit.kind)?.place === 'log') return false
  const itself = edit.op === 'create' && edit.kind === 'client' ? edit : null
  const clientOf = (file: string) => records.get(file) ?? (itself?.id === file ? itself : null)
  if (!mayWrite(by, scopesOfRecord(sighted, clientOf))) return true
  return !isPermitted(by, edit, (id) => records.get(id) ?? null)
}

function isUnknown(edit: Edit, records: Records): boolean {
  if (edit.op !== 'create') return !records.has(edit.id)
  return edit.file !== null && edit.file !== edit.id && !records.has(edit.file)
}

/** A record is where its client is. */
function placesOf(edit: Edit, records: Records): string[] {
  const file = edit.op === 'create' ? edit.file : records.get(edit.id)?.file
  return file ? [edit.id, file] : [edit.id]
}

async function loadSpans(tx: Tx, { tenant, by }: Author): Promise<Span[]> {
  const member = await tx
    .selectFrom('members')
    .select('since_seq')
    .where('tenant', '=', tenant)
    .where('staff', '=', by.staff)
    .executeTakeFirst()
  const ended = await tx
    .selectFrom('past_access')
    .select(['scope', 'since_seq', 'until_seq'])
    .where('tenant', '=', tenant)
    .where('staff', '=', by.staff)
    .execute()
  const since = member?.since_seq ?? 0
  return [
    ...writingScopesOf(by).map((scope) => ({ scope, since, until: null })),
    ...ended.map((row) => ({ scope: asScope(row.scope), since: row.since_seq, until: row.until_seq })),
  ]
}

function asScope(scope: string): Scope {
  if (scope === 'directory' || scope === 'service' || scope === 'everybody') return scope
  const [, of, id] = /^(team|person|referrer|provider):(.+)$/.exec(scope) ?? []
  if (of === 'team' || of === 'person' || of === 'referrer' || of === 'provider') return `${of}:${id ?? ''}`
  throw new Error(`Somebody had access to the unknown scope ${scope}`)
}

async function loadStays(
  tx: Tx,
  tenant: string,
  spans: readonly Span[],
  records: string[],
): Promise<Map<string, Stay>> {
  const scopes = [...new Set(spans.map(({ scope }) => scope))]
  if (scopes.length === 0) return new Map()
  const read = (side: 'visibility' | 'exits') =>
    forIds(records, (portion) =>
      tx
        .selectFrom(side)
        .select(['scope', 'record', 'seq', 'since'])
        .where('tenant', '=', tenant)
        .where('scope', 'in', scopes)
        .where('record', 'in', portion)
        .execute(),
    )
  const [there, gone] = [await read('visibility'), await read('exits')]
  return new Map<string, Stay>([
    ...there.map((row) => [stayKey(row.scope, row.record), { since: row.since, until: null }] as const),
    ...gone.map((row) => [stayKey(row.scope, row.record), { since: row.since, until: row.seq }] as const),
  ])
}

/** Each place in the order has its line in the history, with the moment by the server's clock. */
async function loadRecent(tx: Tx, { tenant, received }: Author, seqs: number[]): Promise<Set<number>> {
  const oldest = Date.parse(received) - GRACE_DAYS * DAY
  const recent = new Set<number>()
  for (const portion of chunksOf([...new Set(seqs)])) {
    const rows = await tx
      .selectFrom('history')
      .select(['seq', 'received'])
      .where('tenant', '=', tenant)
      .where('seq', 'in', portion)
      .execute()
    for (const row of rows) if (Date.parse(row.received) >= oldest) recent.add(row.seq)
  }
  return recent
}

async function loadWaiting(tx: Tx, { tenant, by }: Author): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('refused')
    .select('content')
    .where('tenant', '=', tenant)
    .where('state', '=', 'held')
    .where('by', '=', by.staff)
    .execute()
  return new Set(rows.flatMap(({ content }) => createdBy(content)))
}

function createdBy(content: string): string[] {
  const change = changeSchema.safeParse(JSON.parse(content))
  return change.success ? change.data.edits.flatMap((edit) => (edit.op === 'create' ? [edit.id] : [])) : []
}
