import type { ColumnType, Kysely, Transaction } from 'kysely'

// Every key leads with the tenant (one service), so that a larger database can be distributed by it. Only plain
// types are used, `text` and `integer`, so that SQLite and PostgreSQL hold the same.

/** `seq`: the last number given out; whoever writes locks this row first. `epoch`: changes when a backup is restored. */
interface CounterRow {
  tenant: string
  seq: number
  epoch: string
}

/** A restore: `epoch` goes on from where `parent` was at `began`. The first epoch of all has no row. */
interface EpochRow {
  tenant: string
  epoch: string
  parent: string
  began: number
}

/** A service and, once it was set up, its name. */
interface ServiceRow {
  tenant: string
  name: string | null
  created_at: string
}

interface TeamRow {
  tenant: string
  id: string
  name: string
}

/**
 * - `wire`: the record as a device gets it, as JSON text that no pull has to parse
 * - `kept`: the body of a tombstone, where `wire` no longer shows it
 * - `due_for`, `due_on`: for a planned visit the staff id and the day, so that the next days can be found
 */
export interface RecordRow {
  tenant: string
  id: string
  kind: string
  file: string | null
  seq: number
  rev: number
  deleted: number
  due_for: string | null
  due_on: string | null
  wire: string
  kept: string | null
}

/** A record in a scope. `since`: when it entered it; `seq`: when it last changed there, or entered it. */
export interface VisibilityRow {
  tenant: string
  scope: string
  record: string
  seq: number
  since: ColumnType<number, number | undefined, number>
}

/** A record that left a scope at `seq`, and had been in it since `since`. */
export type ExitRow = VisibilityRow

/** One row for each change that was taken; never altered. `hash` covers the row and `prev`, the hash before it. */
export interface HistoryRow {
  tenant: string
  seq: number
  change: string
  by: string
  device: string
  at: string
  received: string
  content: string
  prev: string
  hash: string
}

interface ReceiptRow {
  tenant: string
  change: string
  content_hash: string
  receipt: string
  by: string
  device: string
}

/** What was refused, kept in full: nothing that anybody wrote is thrown away. */
export interface RefusedRow {
  tenant: string
  content_hash: string
  change: string
  reason: string
  content: string
  by: string
  received: string
  device: string | null
  /** `held`: a manager is to decide; `taken` and `declined`: a manager has; `refused`: nobody needs to. */
  state: ColumnType<string, string | undefined, string>
  reviewed_by: string | null
  reviewed_at: string | null
  note: string | null
}

/** That somebody could write in a scope, from one place in the order until it was taken from them at another. */
interface PastAccessRow {
  tenant: string
  staff: string
  scope: string
  since_seq: number
  until_seq: number
}

/** A begun form, sealed on the device for its author alone; one row for each device that has a copy. `mark`: its hash. */
interface DraftRow {
  tenant: string
  staff: string
  draft: string
  device: string
  sealed: string
  mark: string
  received: string
}

/** A draft that was finished or thrown away, and on which device; `sealed` says how far it had come. */
interface DraftEndedRow {
  tenant: string
  staff: string
  draft: string
  device: string
  sealed: string
  ended_at: string
}

/** `sealed`: the key of somebody's drafts, sealed with the server's secret. */
interface DraftKeyRow {
  tenant: string
  staff: string
  sealed: string
}

/**
 * What a person may do. A staff record tells colleagues; this decides. `scope_version` grows when it alters;
 * `since_seq` is the place in the order from which they could write where they now can.
 */
interface MemberRow {
  tenant: string
  staff: string
  user_id: string
  name: string
  role: string
  team: string | null
  /** Of a referrer or provider: the practice or organisation that they are of. */
  organisation: ColumnType<string | null, string | null | undefined, string | null>
  active: number
  scope_version: number
  since_seq: ColumnType<number, number | undefined, number>
}

interface DeviceRow {
  tenant: string
  id: string
  staff: string
  app: string | null
  first_contact: string
  last_contact: string
}

interface InvitationRow {
  tenant: string
  token_hash: string
  first: number
  name: string
  email: string
  role: string
  team: string | null
  organisation: ColumnType<string | null, string | null | undefined, string | null>
  invited_by: string | null
  expires_at: string
  used_at: string | null
}

/** A way to answer one referral, once. Only a hash of its token is stored. */
interface AnswerLinkRow {
  tenant: string
  token_hash: string
  referral: string
  made_by: string
  expires_at: string
  used_at: string | null
  revoked_at: string | null
}

/** `sealed`: the key of a recovery slot, sealed with the server's secret. */
interface RecoveryKeyRow {
  tenant: string
  staff: string
  device: string
  sealed: string
}

/** A file that was destroyed: all that is left of it. `seq`: the place in the order at which it was. */
export interface DestructionRow {
  tenant: string
  file: string
  seq: number
  at: string
  by: string
  why: string
  last_seen: string | null
}

/** The id of a record that lay in a destroyed file, so that nothing brings it back. */
interface DestroyedRow {
  tenant: string
  record: string
  file: string
}

/**
 * What one place in the order did to one file, or who looked at it: no content. `said`: when, as far as the device can be
 * believed (`momentOf`); `kinds`: of the records, with commas between.
 */
export interface AuditLineRow {
  tenant: string
  seq: number
  line: number
  said: string
  by: string
  act: string
  file: string | null
  record: string | null
  kinds: string
}

export interface Tables {
  counters: CounterRow
  epochs: EpochRow
  services: ServiceRow
  teams: TeamRow
  records: RecordRow
  visibility: VisibilityRow
  exits: ExitRow
  history: HistoryRow
  receipts: ReceiptRow
  refused: RefusedRow
  past_access: PastAccessRow
  destructions: DestructionRow
  destroyed: DestroyedRow
  audit_lines: AuditLineRow
  drafts: DraftRow
  drafts_ended: DraftEndedRow
  draft_keys: DraftKeyRow
  members: MemberRow
  devices: DeviceRow
  invitations: InvitationRow
  answer_links: AnswerLinkRow
  recovery_keys: RecoveryKeyRow
  auth_user: { id: string; name: string; email: string }
  auth_session: { id: string; userId: string; token: string; expiresAt: string }
}

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>
