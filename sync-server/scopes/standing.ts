import { type Role, roles } from '#domain/staff/staff.ts'
import type { Database } from '../store/tables.ts'
import { type Member, type Scope, scopesOfMember } from './scopes.ts'

export interface Viewer {
  tenant: string
  staff: string
}

/** What a person may see, and how far the order has come. Read before anything that goes out with it. */
export interface Standing {
  tenant: string
  staff: string
  epoch: string
  seq: number
  scopeVersion: number
  role: Role
  scopes: Scope[]
}

export async function standingOf(tx: Database, { tenant, staff }: Viewer): Promise<Standing> {
  const counter = await tx
    .selectFrom('counters')
    .select(['seq', 'epoch'])
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
  const { scopeVersion, ...member } = await memberOf(tx, { tenant, staff })
  return { tenant, staff, ...counter, scopeVersion, role: member.role, scopes: scopesOfMember(member) }
}

/** How far the order of a tenant has come. */
export interface Order {
  tenant: string
  epoch: string
  seq: number
}

export async function ordersOf(database: Database, tenants: readonly string[]): Promise<Order[]> {
  return database
    .selectFrom('counters')
    .select(['tenant', 'epoch', 'seq'])
    .where('tenant', 'in', tenants)
    .execute()
}

/** Throws where there is no such member: members are switched off, never taken away. */
export async function memberOf(
  tx: Database,
  { tenant, staff }: Viewer,
): Promise<Member & { scopeVersion: number }> {
  const row = await tx
    .selectFrom('members')
    .select(['staff', 'role', 'team', 'organisation', 'active', 'scope_version'])
    .where('tenant', '=', tenant)
    .where('staff', '=', staff)
    .executeTakeFirstOrThrow()
  return {
    staff,
    role: asRole(row.role),
    team: row.team,
    organisation: row.organisation,
    active: row.active === 1,
    scopeVersion: row.scope_version,
  }
}

export function asRole(role: string): Role {
  const known = roles.find((name) => name === role)
  if (!known) throw new Error(`A member has the unknown role ${role}`)
  return known
}
