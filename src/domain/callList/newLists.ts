import type { Edit } from '../change/change.ts'
import { createRecord } from '../change/write.ts'
import type { ClientBody } from '../client/client.ts'
import type { Held } from '../record/held.ts'

export interface NewList {
  name: string
  about: string
  on: string
  by: string
  newId: () => string
}

/** One list for each team, since a team sees only its own: the edits of one change. */
export function callListsOf(clients: readonly Held<ClientBody>[], made: NewList): Edit[] {
  const teams = new Map<string, string[]>()
  for (const { id, body } of clients) teams.set(body.team, [...(teams.get(body.team) ?? []), id])
  return [...teams].map(([team, ids]) =>
    createRecord('callList', made.newId(), null, {
      name: made.name.trim(),
      team,
      clients: ids,
      ...(made.about.trim() === '' ? {} : { about: made.about.trim() }),
      madeOn: made.on,
      madeBy: made.by,
      status: 'open',
    }),
  )
}
