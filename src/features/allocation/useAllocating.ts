import { useMemo } from 'react'
import { type Coordinator, suggest, type Suggestion } from '#domain/allocation/suggest.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'

export interface Allocating {
  /** Who is given away: those that this device holds. */
  clients: View<'client'>[]
  /** Every client here: files that were merged go along. */
  all: View<'client'>[]
  /** Those of whose work this device knows, the best first. */
  suggested: Suggestion[]
  /** Co-ordinators of other teams, of whose work nothing is known here. */
  elsewhere: Coordinator[]
}

/** Everything that giving these clients away is decided by; undefined until it is there. */
export function useAllocating(ids: readonly string[], today: string): Allocating | undefined {
  const { person } = useWorkspace()
  const all = useRecords('client', { merged: true })
  const visits = useRecords('visit')
  const staff = useRecords('staff')
  return useMemo(() => {
    if (!all || !visits || !staff) return undefined
    const clients = all.filter(({ mergedFile }) => mergedFile === undefined)
    const given = clients.filter(({ id }) => ids.includes(id))
    const coordinators = coordinatorsOf(staff)
    const isKnown = ({ team }: Coordinator) => person.role === 'manager' || team === person.team
    return {
      clients: given,
      all,
      suggested: suggest(given, coordinators.filter(isKnown), { clients, visits }, today),
      elsewhere: coordinators.filter((one) => !isKnown(one)).toSorted((a, b) => a.name.localeCompare(b.name)),
    }
  }, [all, visits, staff, ids, person, today])
}

function coordinatorsOf(staff: readonly View<'staff'>[]): Coordinator[] {
  return staff.flatMap(({ id, body: { name, role, team, active } }) =>
    role === 'coordinator' && active !== false && team !== undefined ? [{ id, name, team }] : [],
  )
}

/** A team has no name on a device: it is told by who works in it. */
export interface TeamOf {
  id: string
  members: string[]
}

export function teamsOf({ suggested, elsewhere }: Allocating): TeamOf[] {
  const teams = new Map<string, string[]>()
  for (const { team, name } of [...suggested, ...elsewhere]) {
    teams.set(team, [...(teams.get(team) ?? []), name])
  }
  return [...teams].map(([id, members]) => ({ id, members: members.toSorted((a, b) => a.localeCompare(b)) }))
}
