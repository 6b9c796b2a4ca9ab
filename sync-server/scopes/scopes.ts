import { kindNamed } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { Role } from '#domain/staff/staff.ts'

/**
 * Who holds what.
 *
 * | scope        | records in it                       | who has it                    |
 * |--------------|-------------------------------------|-------------------------------|
 * | `directory`  | kinds of the directory              | everybody of the service      |
 * | `team:<id>`  | the case files of a team's clients  | co-ordinators of that team    |
 * | `service`    | all case files, and the log         | managers                      |
 */
export type Scope = 'directory' | 'service' | `team:${string}`

export interface Member {
  staff: string
  role: Role
  team: string | null
  active: boolean
}

export type Sighted = Pick<StoredRecord, 'kind' | 'file'>
/** The client whose file it is; null where there is none. */
export type ClientOf = (file: string) => Pick<StoredRecord, 'body'> | null

/** A record of a kind that this version does not know is seen where its file is, or by managers only. */
export function scopesOfRecord(record: Sighted, clientOf: ClientOf): Scope[] {
  if (record.file === null) return kindNamed(record.kind)?.place === 'directory' ? ['directory'] : ['service']
  const team = clientOf(record.file)?.body['team']
  return typeof team === 'string' && team !== '' ? ['service', `team:${team}`] : ['service']
}

export function scopesOfMember({ role, team, active }: Omit<Member, 'staff'>): Scope[] {
  if (!active) return []
  switch (role) {
    case 'manager':
      return ['directory', 'service']
    case 'coordinator':
      return team === null ? ['directory'] : ['directory', `team:${team}`]
    case 'volunteer':
      return ['directory']
  }
}

/** Managers write everything, co-ordinators the files of their team, volunteers neither files nor the directory. */
export function writingScopesOf({ role, team, active }: Omit<Member, 'staff'>): Scope[] {
  if (!active) return []
  switch (role) {
    case 'manager':
      return ['directory', 'service']
    case 'coordinator':
      return team === null ? [] : [`team:${team}`]
    case 'volunteer':
      return []
  }
}

export function mayWrite(member: Member, scopes: readonly Scope[]): boolean {
  return writingScopesOf(member).some((scope) => scopes.includes(scope))
}
