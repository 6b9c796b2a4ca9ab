import type { Edit } from '#domain/change/change.ts'
import { createRecord } from '#domain/change/write.ts'
import { people, teams } from './cast.ts'
import { idFrom } from './random.ts'

const clients = [
  { name: 'Ada', team: teams.north, coordinator: people.grace.id },
  { name: 'Ben', team: teams.north, coordinator: people.sam.id },
  { name: 'Cleo', team: teams.south, coordinator: people.tom.id },
  { name: 'Dov', team: teams.east, coordinator: people.eve.id },
] as const

/** What the service holds when a history begins: four files over three teams, and a directory. */
export function firstRecords(): Edit[] {
  return [...staff(), ...directory(), ...clients.flatMap(fileOf)]
}

function staff(): Edit[] {
  return Object.entries(people).map(([name, { id, role, team }]) =>
    createRecord('staff', id, null, { name, role, ...(team === null ? {} : { team }) }),
  )
}

function directory(): Edit[] {
  const organisation = idFrom('organisation')
  return [
    createRecord('organisation', organisation, null, { name: 'Age Well', description: '' }),
    ...['Walks', 'Debt advice'].map((name) =>
      createRecord('service', idFrom('service', name), null, {
        organization_id: organisation,
        name,
        status: 'active',
        categories: ['first category'],
        phones: [{ id: 'desk', number: 'first number' }],
      }),
    ),
  ]
}

function fileOf({ name, team, coordinator }: (typeof clients)[number]): Edit[] {
  const client = idFrom('client', name)
  const id = (what: string) => idFrom(what, name)
  return [
    {
      ...createRecord('client', client, client, {
        firstName: name,
        familyName: 'Simulated',
        team,
        status: 'open',
        phone: 'first phone',
        accessNeeds: ['first need'],
        risks: [{ id: 'stairs', risk: 'first risk' }],
        laterField: 'written by a newer app',
      }),
      version: name === 'Ben' ? 2 : 1,
    },
    createRecord('plan', id('plan'), client, {
      needs: [{ id: 'company', area: 'isolation', need: 'first need' }],
      goals: [{ id: 'weekly', need: 'company', goal: 'first goal' }],
      actions: [{ id: 'call', goal: 'weekly', what: 'first action', who: 'us', status: 'to-do' }],
      strengths: ['first strength'],
    }),
    createRecord('visit', id('visit'), client, {
      startsAt: '2026-03-03T10:00',
      place: 'home',
      coordinator,
      purpose: 'first',
      status: 'planned',
    }),
    createRecord('referral', id('referral'), client, {
      source: 'gp',
      date: '2026-02-20',
      reasons: ['isolated'],
      status: 'received',
    }),
    { op: 'create', kind: 'hobby', id: id('hobby'), version: 1, file: client, body: { of: 'a newer app' } },
  ]
}
