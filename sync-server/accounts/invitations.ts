import { createHash, randomBytes } from 'node:crypto'
import { type Role } from '#domain/staff/staff.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { asRole } from '../scopes/standing.ts'
import { type Ground, serviceName } from './ground.ts'
import { isKnownOrganisation, organisationFor } from './organisations.ts'
import { teamsOf } from './teams.ts'

/** A way in for one person, once. Only a hash of its token is stored. */
export interface Invitation {
  tenant: string
  tokenHash: string
  first: boolean
  name: string
  email: string
  role: Role
  team: string | null
  organisation: string | null
  invitedBy: string | null
}

export interface Link {
  token: string
  expiresAt: string
}

const HOUR = 3_600_000
const SET_UP_LASTS = 24 * HOUR
const INVITATION_LASTS = 7 * 24 * HOUR

/**
 * The link by which the first manager sets the service up; null once it is set up. Each start makes a new one, which
 * takes the place of the one before.
 */
export async function setUpLink(ground: Ground, tenant: string): Promise<Link | null> {
  if ((await serviceName(ground.database, tenant)) !== null) return null
  await ground.database
    .deleteFrom('invitations')
    .where('tenant', '=', tenant)
    .where('first', '=', 1)
    .execute()
  const nobody = { name: '', email: '', role: 'manager', team: null, organisation: null } as const
  return save(ground, { ...nobody, tenant, first: true, invitedBy: null }, SET_UP_LASTS)
}

export interface Invited {
  name: string
  email: string
  role: Role
  team: string | null
  organisation?: string | null | undefined
}

/** A co-ordinator without a team named goes to the service's first team, so that their files are not nowhere. */
export async function invite(
  ground: Ground,
  { tenant, by }: { tenant: string; by: string },
  invited: Invited,
): Promise<Result<Link, 'unknownTeam' | 'unknownOrganisation'>> {
  const organisation = organisationFor(invited.role, invited.organisation)
  if (!(await isKnownOrganisation(ground.database, tenant, invited.role, organisation)))
    return err('unknownOrganisation')
  const teams = (await teamsOf(ground.database, tenant)).map(({ id }) => id)
  if (invited.team !== null && !teams.includes(invited.team)) return err('unknownTeam')
  const team = invited.team ?? (invited.role === 'coordinator' ? (teams[0] ?? null) : null)
  return ok(
    await save(
      ground,
      { ...invited, team, organisation, tenant, first: false, invitedBy: by },
      INVITATION_LASTS,
    ),
  )
}

async function save(
  { database, now }: Ground,
  invitation: Omit<Invitation, 'tokenHash'>,
  lasts: number,
): Promise<Link> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now().getTime() + lasts).toISOString()
  const { first, invitedBy, ...row } = invitation
  await database
    .insertInto('invitations')
    .values({
      ...row,
      token_hash: hashToken(token),
      first: first ? 1 : 0,
      invited_by: invitedBy,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { token, expiresAt }
}

/** Null where the link was never given, is used up or has run out. */
export async function findInvitation({ database, now }: Ground, token: string): Promise<Invitation | null> {
  const row = await database
    .selectFrom('invitations')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now().toISOString())
    .executeTakeFirst()
  if (!row) return null
  const { tenant, token_hash: tokenHash, name, email, team, organisation, invited_by: invitedBy } = row
  const [first, role] = [row.first === 1, asRole(row.role)]
  return { tenant, tokenHash, first, name, email, role, team, organisation, invitedBy }
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
