import type { Role } from '#domain/staff/staff.ts'
import type { MemberView } from '#protocol/members.ts'
import type { HttpFault } from '#sync/http.ts'

type Standing = Pick<MemberView, 'role' | 'team' | 'organisation' | 'active'>

/** By their ids. */
interface NamesOf {
  team: (id: string) => string
  organisation: (id: string) => string
}

/** What a change of role or team will do, in a sentence; null where nothing changes. */
export function consequence(name: string, before: Standing, after: Standing, names: NamesOf): string | null {
  if (isSame(before, after)) return null
  const team = after.team && names.team(after.team)
  const organisation = after.organisation ? names.organisation(after.organisation) : 'their organisation'
  const holds = whatTheyHold(after.role, team, organisation)
  return `At the next contact ${name}’s devices will hold ${holds}. What ${name} saved until then is taken in; what they write later on files that are no longer theirs waits for you.`
}

function isSame(a: Standing, b: Standing): boolean {
  return a.role === b.role && a.team === b.team && (a.organisation ?? null) === (b.organisation ?? null)
}

function whatTheyHold(role: Role, team: string | null, organisation: string): string {
  switch (role) {
    case 'manager':
      return 'every file'
    case 'coordinator':
      return team === null ? 'the directory and no file' : `the files of ${team}`
    case 'volunteer':
      return 'the directory and no file'
    case 'referrer':
      return 'what became of the referrals that they made, and no file'
    case 'provider':
      return `the referrals made to ${organisation}, and no file`
  }
}

export function endingMeans(name: string): string {
  return `At the next contact all files leave ${name}’s devices. What ${name} had written and not sent is handed over to you. Nothing that ${name} wrote before is changed.`
}

export function memberFaultWords({ fault, status }: HttpFault): string {
  if (fault === 'offline') return 'There is no signal. Changing what people may do needs one.'
  if (fault === 'signIn') return 'Sign in again under Settings, then come back here.'
  if (status === 403) return 'Only a manager can do this.'
  if (status === 422) return 'Nobody would be left to manage the service. Make somebody else a manager first.'
  return 'The service has a fault at the moment. Try again in a little while.'
}

export function teamFaultWords(fault: HttpFault): string {
  return fault.status === 422 ? 'Another team is called that already.' : memberFaultWords(fault)
}
