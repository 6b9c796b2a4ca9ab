import { createHash, randomBytes } from 'node:crypto'
import type { Seen } from '#domain/change/write.ts'
import type { OnwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'
import { onwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'
import { shownToProvider } from '#domain/onwardReferral/shownToProvider.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type ServiceBody, serviceBody } from '#domain/service/service.ts'
import { fetchReplySchema } from '#protocol/sync.ts'
import type { Ground } from '../accounts/ground.ts'
import { fromRow } from '../reconcile/wire.ts'
import { readNamed } from '../scopes/heal.ts'
import type { Viewer } from '../scopes/standing.ts'
import { readTogether } from '../store/database.ts'
import type { Database, Tx } from '../store/tables.ts'

const LASTS = 14 * 24 * 3_600_000

export interface MadeLink {
  token: string
  expiresAt: string
}

export type LinkFault = 'unknownReferral' | 'notAwaited'

/** A link for a referral that its maker holds, and that was made to an organisation. Only a hash of its token is stored. */
export async function makeLink(
  { database, now }: Ground,
  viewer: Viewer,
  referral: string,
): Promise<Result<MadeLink, LinkFault>> {
  const held = await heldBy(database, viewer, referral)
  if (!held) return err('unknownReferral')
  const { status, organisation } = held.body
  if (status === 'withdrawn' || typeof organisation !== 'string') return err('notAwaited')
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now().getTime() + LASTS).toISOString()
  await database
    .insertInto('answer_links')
    .values({
      tenant: viewer.tenant,
      token_hash: hashToken(token),
      referral,
      made_by: viewer.staff,
      expires_at: expiresAt,
      used_at: null,
      revoked_at: null,
    })
    .execute()
  return ok({ token, expiresAt })
}

/** Takes back every link to a referral that nobody has used; answers how many. */
export async function takeBackLinks(
  { database, now }: Ground,
  viewer: Viewer,
  referral: string,
): Promise<Result<number, LinkFault>> {
  if (!(await heldBy(database, viewer, referral))) return err('unknownReferral')
  const { numUpdatedRows } = await database
    .updateTable('answer_links')
    .set({ revoked_at: now().toISOString() })
    .where('tenant', '=', viewer.tenant)
    .where('referral', '=', referral)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return ok(Number(numUpdatedRows))
}

async function heldBy(database: Database, viewer: Viewer, id: string): Promise<StoredRecord | null> {
  const text = await readTogether(database, (tx) => readNamed(tx, viewer, [id]))
  const [record] = fetchReplySchema.parse(JSON.parse(text)).records
  return record?.kind === 'onwardReferral' && record.deleted === null ? record : null
}

/** What a link leads to. `body`: as a provider is given it. */
export interface OpenLink {
  tenant: string
  referral: string
  organisation: string
  record: StoredRecord
  body: OnwardReferralBody
  /** Theirs in the directory, where it is still there. */
  entry: (Seen & { body: ServiceBody }) | null
}

/** Why a link leads nowhere. Whoever holds it is told which, so that they know what to ask for. */
export type Closed = 'unknown' | 'used' | 'runOut' | 'takenBack' | 'withdrawn'

/** Looks where a link leads. That alone uses nothing up: whoever checks mail for danger opens each link in it. */
export async function openLink(
  { database, now }: Pick<Ground, 'now'> & { database: Database | Tx },
  tenant: string,
  token: string,
): Promise<Result<OpenLink, Closed>> {
  const row = await database
    .selectFrom('answer_links')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) return err('unknown')
  if (row.used_at !== null) return err('used')
  if (row.revoked_at !== null) return err('takenBack')
  if (row.expires_at <= now().toISOString()) return err('runOut')
  return leadsTo(database, tenant, row.referral)
}

async function leadsTo(
  database: Database | Tx,
  tenant: string,
  referral: string,
): Promise<Result<OpenLink, Closed>> {
  const record = await recordIn(database, tenant, referral)
  const shown = record && onwardReferralBody.safeParse(shownToProvider(record).body)
  if (!record || record.deleted || !shown?.success) return err('withdrawn')
  const body = shown.data
  const organisation = body.organisation
  if (body.status === 'withdrawn' || !body.shared || !organisation) return err('withdrawn')
  const entry = asEntry(await recordIn(database, tenant, body.service), organisation)
  return ok({ tenant, referral, organisation, record, body, entry })
}

function asEntry(record: StoredRecord | null, organisation: string): OpenLink['entry'] {
  const body = record?.kind === 'service' ? serviceBody.safeParse(record.body).data : undefined
  if (!record || !body || record.deleted || body.organization_id !== organisation) return null
  return { ...record, body }
}

export async function recordIn(
  database: Database | Tx,
  tenant: string,
  id: string,
): Promise<StoredRecord | null> {
  const row = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Uses a link up; false where somebody was faster. */
export async function useUp(tx: Tx, { now }: Ground, tenant: string, token: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('answer_links')
    .set({ used_at: now().toISOString() })
    .where('tenant', '=', tenant)
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
