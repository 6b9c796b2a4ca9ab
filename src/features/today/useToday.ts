import { useMemo } from 'react'
import { addDays } from '#domain/calendar/day.ts'
import { visitsAhead, visitsOn, visitsPassed } from '#domain/visit/onDay.ts'
import { useDrafts, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import type { Draft } from '#store/workspace.ts'

/** A visit with the person it is for; the person is missing where their file is not on this tablet. */
export interface Appointment {
  visit: View<'visit'>
  client: View<'client'> | undefined
  draft: Draft | undefined
}

export interface TodaysWork {
  today: Appointment[]
  ahead: Appointment[]
  passed: Appointment[]
  /** Work begun and not finished, of any day, the latest first. */
  begun: { draft: Draft; appointment: Appointment | undefined }[]
  clients: ReadonlyMap<string, View<'client'>>
}

const DAYS_AHEAD = 7

/** Everything of this person's day; undefined until it is there. */
export function useToday(today: string): TodaysWork | undefined {
  const { person } = useWorkspace()
  const visits = useRecords('visit')
  const clients = useRecords('client')
  const drafts = useDrafts()
  return useMemo(() => {
    if (!visits || !clients || !drafts) return undefined
    const byId = new Map(clients.map((client) => [client.id, client]))
    const asAppointment = (visit: View<'visit'>): Appointment => ({
      visit,
      client: visit.file === null ? undefined : byId.get(visit.file),
      draft: drafts.find((draft) => draft.id === visit.id),
    })
    return {
      today: visitsOn(visits, person.id, today).map(asAppointment),
      ahead: visitsAhead(visits, person.id, { after: today, last: addDays(today, DAYS_AHEAD) }).map(
        asAppointment,
      ),
      passed: visitsPassed(visits, person.id, today).map(asAppointment),
      begun: begunWork(drafts, visits, asAppointment),
      clients: byId,
    }
  }, [visits, clients, drafts, person.id, today])
}

function begunWork(
  drafts: readonly Draft[],
  visits: readonly View<'visit'>[],
  asAppointment: (visit: View<'visit'>) => Appointment,
): TodaysWork['begun'] {
  return drafts
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
    .map((draft) => {
      const visit = visits.find(({ id }) => id === draft.id)
      return { draft, appointment: visit && asAppointment(visit) }
    })
}
