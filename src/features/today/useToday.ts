import { useMemo } from 'react'
import { addDays } from '#domain/calendar/day.ts'
import { type CallDue, callsDue } from '#domain/contact/callsDue.ts'
import { confirmationOf } from '#domain/visit/confirmed.ts'
import { visitsAhead, visitsOn, visitsPassed } from '#domain/visit/onDay.ts'
import { useDrafts, useDraftStandings, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import type { Draft, DraftStanding } from '#store/workspace.ts'

/** A visit with the person it is for; the person is missing where their file is not on this tablet. */
export interface Appointment {
  visit: View<'visit'>
  client: View<'client'> | undefined
  draft: Draft | undefined
  standing: DraftStanding | undefined
  /** Whether they have said that the time suits, as it is now. */
  confirmed: boolean
}

export interface TodaysWork {
  today: Appointment[]
  ahead: Appointment[]
  passed: Appointment[]
  /** Work begun and not finished, of any day, the latest first. */
  begun: BegunWork[]
  /** Whom to ring today. */
  calls: CallDue[]
  clients: ReadonlyMap<string, View<'client'>>
}

export interface BegunWork {
  draft: Draft
  standing: DraftStanding | undefined
  appointment: Appointment | undefined
}

const DAYS_AHEAD = 7

/** Everything of this person's day; undefined until it is there. */
export function useToday(today: string): TodaysWork | undefined {
  const { person } = useWorkspace()
  const visits = useRecords('visit')
  const clients = useRecords('client')
  const contacts = useRecords('contact')
  const drafts = useDrafts()
  const standings = useDraftStandings()
  return useMemo(() => {
    if (!visits || !clients || !contacts || !drafts) return undefined
    const byId = new Map(clients.map((client) => [client.id, client]))
    const asAppointment = (visit: View<'visit'>): Appointment => ({
      visit,
      client: visit.file === null ? undefined : byId.get(visit.file),
      draft: drafts.find((draft) => draft.id === visit.id),
      standing: standings?.get(visit.id),
      confirmed: confirmationOf(visit, contacts) !== null,
    })
    const caller = { person: person.id, team: person.team, today }
    return {
      today: visitsOn(visits, person.id, today).map(asAppointment),
      ahead: visitsAhead(visits, person.id, { after: today, last: addDays(today, DAYS_AHEAD) }).map(
        asAppointment,
      ),
      passed: visitsPassed(visits, person.id, today).map(asAppointment),
      begun: begunWork(drafts, visits, standings, asAppointment),
      calls: callsDue({ clients, contacts, visits }, caller),
      clients: byId,
    }
  }, [visits, clients, contacts, drafts, standings, person, today])
}

function begunWork(
  drafts: readonly Draft[],
  visits: readonly View<'visit'>[],
  standings: ReadonlyMap<string, DraftStanding> | undefined,
  asAppointment: (visit: View<'visit'>) => Appointment,
): TodaysWork['begun'] {
  return drafts
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
    .map((draft) => {
      const visit = visits.find(({ id }) => id === draft.id)
      return { draft, standing: standings?.get(draft.id), appointment: visit && asAppointment(visit) }
    })
}
