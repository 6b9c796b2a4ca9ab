import { kindNamed } from '#domain/kind/kinds.ts'
import type { JsonObject } from '#domain/json.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { Role } from '#domain/staff/staff.ts'

/**
 * Who holds what.
 *
 * | scope             | records in it                                             | who has it                       |
 * |-------------------|-----------------------------------------------------------|----------------------------------|
 * | `everybody`       | the service's settings                                    | everybody who signs in           |
 * | `directory`       | kinds of the directory                                    | everybody who works here         |
 * | `team:<id>`       | the case files of a team's clients, its call lists        | co-ordinators of that team       |
 * | `service`         | all case files, concerns and call lists                   | managers                         |
 * | `person:<id>`     | concerns and drop-ins whose people name them              | that person, if they work here   |
 * | `referrer:<id>`   | what became of the referrals that they made               | that person                      |
 * | `provider:<id>`   | referrals made to an organisation, messages on them, its  | its providers                    |
 * |                   | entries in the directory, what it proposed for them       |                                  |
 *
 * A file whose use is restricted is in `service` only. The log is in no scope: managers read it online.
 */
export type Scope =
  | 'everybody'
  | 'directory'
  | 'service'
  | `${'team' | 'person' | 'referrer' | 'provider'}:${string}`

export interface Member {
  staff: string
  role: Role
  team: string | null
  /** Of a provider: theirs. */
  organisation?: string | null
  active: boolean
}

export type Sighted = Pick<StoredRecord, 'kind' | 'file' | 'body'>
/** The client whose file it is; null where there is none. */
export type ClientOf = (file: string) => Pick<StoredRecord, 'body'> | null

/** A record of a kind that this version does not know is seen where its file is, or by managers only. */
export function scopesOfRecord({ kind, file, body }: Sighted, clientOf: ClientOf): Scope[] {
  const place = kindNamed(kind)?.place ?? 'file'
  switch (place) {
    case 'everybody':
      return [place]
    case 'directory':
      return [place, ...sharedWith(kind, body)]
    case 'log':
      return []
    case 'team':
      return ['service', ...named('team', body['team'])]
    case 'people':
      return ['service', ...listed(body['people']).flatMap((id) => named('person', id))]
    case 'file':
      return [...scopesOfFile(file, clientOf), ...sharedWith(kind, body)]
  }
}

function scopesOfFile(file: string | null, clientOf: ClientOf): Scope[] {
  const client = file === null ? null : clientOf(file)
  return client ? scopesOfClient(client) : ['service']
}

/** Where a client's whole file is. */
export function scopesOfClient({ body }: Pick<StoredRecord, 'body'>): Scope[] {
  return ['service', ...(body['restriction'] ? [] : named('team', body['team']))]
}

/** Outside the service: what a provider has been sent, and what a referrer is told. */
function sharedWith(kind: string, body: JsonObject): Scope[] {
  switch (kind) {
    case 'onwardReferral':
    case 'message':
      return named('provider', body['organisation'])
    case 'service':
      return named('provider', body['organization_id'])
    case 'correction':
      return body['side'] === 'provider' ? named('provider', body['organisation']) : []
    case 'referralProgress':
      return named('referrer', body['referredBy'])
    default:
      return []
  }
}

function named(of: 'team' | 'person' | 'referrer' | 'provider', id: unknown): Scope[] {
  return typeof id === 'string' && id !== '' ? [`${of}:${id}`] : []
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? [...new Set<unknown>(value)] : []
}

export function scopesOfMember(member: Member): Scope[] {
  const { staff, role, team, organisation, active } = member
  if (!active) return []
  const own: Scope[] = ['everybody', `referrer:${staff}`]
  switch (role) {
    case 'manager':
      return ['directory', 'service', ...own, `person:${staff}`]
    case 'coordinator':
      return ['directory', ...named('team', team), ...own, `person:${staff}`]
    case 'volunteer':
      return ['directory', ...own, `person:${staff}`]
    case 'referrer':
      return own
    case 'provider':
      return ['everybody', ...named('provider', organisation)]
  }
}

/**
 * Managers write everything, co-ordinators the files of their team, volunteers no files. What each role may do in its
 * scopes, in the directory above all, see `permits.ts`.
 */
export function writingScopesOf(member: Member): Scope[] {
  const { staff, role, team, organisation, active } = member
  if (!active) return []
  switch (role) {
    case 'manager':
      return ['directory', 'service', 'everybody', `person:${staff}`]
    case 'coordinator':
      return ['directory', ...named('team', team), `person:${staff}`]
    case 'volunteer':
      return ['directory', `person:${staff}`]
    case 'referrer':
      return []
    case 'provider':
      return named('provider', organisation)
  }
}

export function mayWrite(member: Member, scopes: readonly Scope[]): boolean {
  return writingScopesOf(member).some((scope) => scopes.includes(scope))
}
