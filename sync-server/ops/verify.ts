import { type Receipt, receiptSchema } from '#domain/change/receipt.ts'
import { roles } from '#domain/staff/staff.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { type Deed, readDeed } from '../reconcile/historyContent.ts'
import { historyOf, verifyHistory } from '../reconcile/verifyHistory.ts'
import { readRow } from '../reconcile/wire.ts'
import { scopesOfRecord } from '../scopes/scopes.ts'
import type { Database } from '../store/tables.ts'

/** What is wrong, and where. `what` is a sentence for whoever runs the service. */
export interface Finding {
  place: string
  what: string
}

/** One service of a database, looked through. */
export interface Verified {
  tenant: string
  service: string | null
  records: number
  changes: number
  findings: Finding[]
}

/** Looks through every service of a database. Nothing is altered, and all is read as of one moment by the caller. */
export async function verifyAll(database: Database): Promise<Verified[]> {
  const services = await database
    .selectFrom('counters as c')
    .leftJoin('services as s', 's.tenant', 'c.tenant')
    .select(['c.tenant', 'c.seq', 's.name'])
    .orderBy('c.tenant')
    .execute()
  const verified: Verified[] = []
  for (const { tenant, seq, name } of services) verified.push(await verifyOne(database, tenant, name, seq))
  return verified
}

async function verifyOne(
  database: Database,
  tenant: string,
  service: string | null,
  seq: number,
): Promise<Verified> {
  const records = await readRecords(database, tenant)
  const changes = await readChanges(database, tenant)
  const findings = [
    ...(await historyFindings(database, tenant)),
    ...orderFindings(changes, seq),
    ...(await receiptFindings(database, tenant, changes)),
    ...(await sightFindings(database, tenant, records, seq)),
    ...(await memberFindings(database, tenant)),
    ...(await destroyedFindings(database, tenant, records)),
  ]
  return { tenant, service, records: records.size, changes: changes.length, findings }
}

async function readRecords(database: Database, tenant: string): Promise<Map<string, StoredRecord>> {
  const rows = await database
    .selectFrom('records')
    .select(['id', 'wire', 'kept'])
    .where('tenant', '=', tenant)
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const record = readRow(row)
      return record ? [[row.id, record] as const] : []
    }),
  )
}

/** One row of the history, without what it says. */
interface Change {
  seq: number
  change: string
  answered: boolean
}

async function readChanges(database: Database, tenant: string): Promise<Change[]> {
  const changes: Change[] = []
  for await (const { seq, change, content } of historyOf(database, tenant))
    changes.push({ seq, change, answered: isAnswered(readDeed(content)) })
  return changes
}

/** Whether somebody sent it as a change, and was given a receipt. */
function isAnswered(deed: Deed | null): boolean {
  if (deed?.deed === 'erased') return deed.of === 'change'
  return deed?.deed !== 'returned' && deed?.deed !== 'destroyed'
}

async function historyFindings(database: Database, tenant: string): Promise<Finding[]> {
  const faults = await verifyHistory(database, tenant)
  return faults.map((fault): Finding => {
    switch (fault.fault) {
      case 'broken':
        return { place: `history ${fault.seq}`, what: 'was altered, or what came before it was' }
      case 'unreadable':
        return { place: `history ${fault.seq}`, what: 'cannot be read or replayed' }
      case 'erased':
        return { place: `history ${fault.seq}`, what: 'was altered after a file in it was destroyed' }
      case 'notErased':
        return { place: `history ${fault.seq}`, what: 'holds again what was destroyed' }
      case 'differs':
        return { place: `record ${fault.record}`, what: 'is not what its history makes it' }
      case 'missing':
        return { place: `record ${fault.record}`, what: 'is missing: the history speaks of it' }
      case 'unexplained':
        return { place: `record ${fault.record}`, what: 'is there although no history speaks of it' }
      case 'garbled':
        return { place: `record ${fault.record}`, what: 'cannot be read' }
    }
  })
}

/** Each change has the next number, and the counter stands at the last one. */
function orderFindings(changes: Change[], seq: number): Finding[] {
  const gap = changes.find((change, i) => change.seq !== i + 1)
  const last = changes.at(-1)?.seq ?? 0
  return [
    ...(gap
      ? [{ place: `history ${gap.seq}`, what: 'does not follow the one before it: something is missing' }]
      : []),
    ...(last === seq ? [] : [{ place: 'counter', what: `stands at ${seq}, the history ends at ${last}` }]),
  ]
}

async function receiptFindings(database: Database, tenant: string, changes: Change[]): Promise<Finding[]> {
  const rows = await database
    .selectFrom('receipts')
    .select(['change', 'receipt'])
    .where('tenant', '=', tenant)
    .execute()
  const receipts = new Map(rows.map(({ change, receipt }) => [change, readReceipt(receipt)]))
  const done = new Map(changes.map((change) => [change.change, change]))
  const unanswered = changes.filter(({ answered, change }) => answered && !receipts.has(change))
  return [
    ...unanswered.map(({ seq }) => ({ place: `history ${seq}`, what: 'has no receipt' })),
    ...[...receipts].flatMap(([change, receipt]): Finding[] => {
      const place = `receipt ${change}`
      if (!receipt) return [{ place, what: 'cannot be read' }]
      const seq = done.get(change)?.seq
      if (receipt.outcome === 'refused')
        return seq === undefined ? [] : [{ place, what: `says refused, and history ${seq} has the change` }]
      if (seq === undefined)
        return [{ place, what: `says ${receipt.outcome}, and no history has the change` }]
      return receipt.seq === seq ? [] : [{ place, what: `says ${receipt.seq}, and the change is at ${seq}` }]
    }),
  ]
}

function readReceipt(text: string): Receipt | null {
  const parsed = receiptSchema.safeParse(parseJson(text))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Who sees what follows from the records alone: worked out again and compared with what is kept for pulling. */
async function sightFindings(
  database: Database,
  tenant: string,
  records: Map<string, StoredRecord>,
  counter: number,
): Promise<Finding[]> {
  const read = (side: 'visibility' | 'exits') =>
    database.selectFrom(side).select(['scope', 'record', 'seq']).where('tenant', '=', tenant).execute()
  const [visible, left] = [await read('visibility'), await read('exits')]
  const expected = new Map<string, { scope: string; record: StoredRecord }>(
    [...records.values()].flatMap((record) =>
      scopesOfRecord(record, (file) => records.get(file) ?? null).map(
        (scope) => [`${scope} ${record.id}`, { scope, record }] as const,
      ),
    ),
  )
  const kept = new Set(visible.map(({ scope, record }) => `${scope} ${record}`))
  const hidden = [...expected].filter(([key]) => !kept.has(key))
  const wrongly = visible.filter(({ scope, record }) => !expected.has(`${scope} ${record}`))
  const early = visible.filter(
    (row) => row.seq < (expected.get(`${row.scope} ${row.record}`)?.record.seq ?? 0),
  )
  const notGone = left.filter(({ scope, record }) => expected.has(`${scope} ${record}`))
  const destroyed = await destroyedIn(database, tenant)
  const nobody = left.filter(({ record }) => !records.has(record) && !destroyed.has(record))
  const late = [...visible, ...left].filter(({ seq }) => seq > counter)
  return [
    ...hidden.map(([, { scope, record }]) => seen(record.id, `is not shown to ${scope}, who may see it`)),
    ...wrongly.map(({ scope, record }) => seen(record, `is shown to ${scope}, who may not see it`)),
    ...early.map(({ scope, record }) => seen(record, `was altered after it was last news to ${scope}`)),
    ...notGone.map(({ scope, record }) => seen(record, `is said to have left ${scope}, who may see it`)),
    ...nobody.map(({ scope, record }) => seen(record, `is said to have left ${scope}, and is not there`)),
    ...late.map(({ scope, record, seq }) =>
      seen(record, `is news to ${scope} at ${seq}, which is yet to come`),
    ),
  ]
}

function seen(record: string, what: string): Finding {
  return { place: `record ${record}`, what }
}

async function destroyedIn(database: Database, tenant: string): Promise<Set<string>> {
  const rows = await database.selectFrom('destroyed').select('record').where('tenant', '=', tenant).execute()
  return new Set(rows.map(({ record }) => record))
}

/** Nothing that was destroyed is there again, and each file that was has its place in the history. */
async function destroyedFindings(
  database: Database,
  tenant: string,
  records: Map<string, StoredRecord>,
): Promise<Finding[]> {
  const destroyed = await destroyedIn(database, tenant)
  const unattested = await database
    .selectFrom('destructions as d')
    .leftJoin('history as h', (join) => join.onRef('h.tenant', '=', 'd.tenant').onRef('h.seq', '=', 'd.seq'))
    .select(['d.file', 'h.content'])
    .where('d.tenant', '=', tenant)
    .execute()
  return [
    ...[...records.values()]
      .filter(({ id, file }) => destroyed.has(id) || (file !== null && destroyed.has(file)))
      .map(({ id }) => seen(id, 'is there although its file was destroyed')),
    ...unattested
      .filter(({ content, file }) => !saysDestroyed(content, file))
      .map(({ file }) => ({
        place: `file ${file}`,
        what: 'is said to be destroyed, and no history says so',
      })),
  ]
}

function saysDestroyed(content: string | null, file: string): boolean {
  const deed = content === null ? null : readDeed(content)
  return deed?.deed === 'destroyed' && deed.destroyed.files.includes(file)
}

async function memberFindings(database: Database, tenant: string): Promise<Finding[]> {
  const members = await database
    .selectFrom('members as m')
    .leftJoin('auth_user as u', 'u.id', 'm.user_id')
    .leftJoin('teams as t', (join) => join.onRef('t.tenant', '=', 'm.tenant').onRef('t.id', '=', 'm.team'))
    .select(['m.staff', 'm.role', 'm.team', 'u.id as user', 't.id as knownTeam'])
    .where('m.tenant', '=', tenant)
    .execute()
  return members.flatMap(({ staff, role, team, user, knownTeam }) => {
    const place = `member ${staff}`
    return [
      ...(roles.some((name) => name === role)
        ? []
        : [{ place, what: `has a role that nobody knows: ${role}` }]),
      ...(user === null ? [{ place, what: 'has no account to sign in with' }] : []),
      ...(team !== null && knownTeam === null
        ? [{ place, what: `is in a team that is not there: ${team}` }]
        : []),
    ]
  })
}
