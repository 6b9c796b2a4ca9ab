import { v7 } from 'uuid'
import type { Change, Edit, FieldEdit } from '#domain/change/change.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { type Json, jsonObjectSchema } from '#domain/json.ts'
import type { BodyOf, KindName } from '#domain/kind/kinds.ts'

// Changes as a device would write them.

export const newId = (): string => v7()

export function change(...edits: Edit[]): Change {
  return { id: newId(), device: newId(), at: '2026-03-02T10:00:00.000Z', app: 'test', edits }
}

type Create = Extract<Edit, { op: 'create' }>

function createRecord<Name extends KindName>(
  kind: Name,
  id: string,
  file: string | null,
  body: BodyOf<Name>,
): Create {
  return { op: 'create', kind, id, version: 1, file, body: jsonObjectSchema.parse(body) }
}

export function createClient(id: string, team: string, more: Partial<ClientBody> = {}): Create {
  return createRecord('client', id, id, {
    firstName: 'Test',
    familyName: 'Person',
    team,
    status: 'open',
    ...more,
  })
}

export function createNote(id: string, file: string, text = 'Spoke on the phone'): Create {
  return createRecord('note', id, file, { text, at: '2026-03-02T10:00:00.000Z', author: 'somebody' })
}

export function createVisit(id: string, file: string, coordinator: string, startsAt: string): Create {
  return createRecord('visit', id, file, {
    startsAt,
    coordinator,
    place: 'home',
    purpose: 'first',
    status: 'planned',
  })
}

export function createOrganisation(id: string, name = 'An organisation'): Create {
  return createRecord('organisation', id, null, { name, description: '' })
}

export function editFields(kind: string, id: string, fields: Record<string, FieldEdit>): Edit {
  return { op: 'edit', kind, id, version: 1, fields }
}

export function editField(kind: string, id: string, field: string, from: Json, to: Json): Edit {
  return editFields(kind, id, { [field]: { from, to } })
}
