import { err, ok, type Result } from '#domain/result.ts'
import type { MemberView, TeamView } from '#protocol/members.ts'
import type { HttpFault } from '#sync/http.ts'
import { listMembers, listTeams } from '#sync/members.ts'
import { useAsked } from '#ui/useAsked.ts'

export interface People {
  members: MemberView[]
  teams: TeamView[]
}

/** Everybody of the service and the teams, as the service says now; undefined until it has. */
export function usePeople(): {
  people: Result<People, HttpFault> | undefined
  again: () => Promise<void>
} {
  const { answer, again } = useAsked(askBoth)
  return { people: answer, again }
}

async function askBoth(): Promise<Result<People, HttpFault>> {
  const [members, teams] = await Promise.all([listMembers(), listTeams()])
  if (!members.ok) return err(members.error)
  if (!teams.ok) return err(teams.error)
  return ok({ members: members.value, teams: teams.value })
}

export function nameOfTeam(teams: readonly TeamView[], id: string): string {
  return teams.find((team) => team.id === id)?.name ?? 'another team'
}
