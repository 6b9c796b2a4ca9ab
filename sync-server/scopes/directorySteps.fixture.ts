import type { Edit } from '#domain/change/change.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { editField, newId } from '../testing/changes.ts'
import type { Member } from './scopes.ts'

// What the law of who sees what has people do in the directory, whether they may or not.

export const directorySteps = [
  'service',
  'hand over',
  'full',
  'report',
  'propose',
  'decide',
  'gap',
  'drop-in',
  'came',
] as const
export type DirectoryStep = (typeof directorySteps)[number]

interface Ground {
  by: Member
  people: readonly Member[]
  records: ReadonlyMap<string, StoredRecord>
  /** Ids of entries and of what was said about them; added to here. */
  services: string[]
  corrections: string[]
}

interface Step {
  op: string
  which: number
  organisation: string
}

/** An entry and what is said about it; a gap, a drop-in, who came to one. Null where the step is of something else. */
export function directoryEdit(
  { services, corrections, records, people, by }: Ground,
  { op, which, organisation }: Step,
): Edit | null {
  const { staff, role } = by
  const said = { op: 'create' as const, version: 1, id: newId(), file: null }
  const service = pick(services, which)
  const entry = records.get(service)?.body
  const own = entry?.['organization_id'] ?? organisation
  switch (op) {
    case 'service':
      if (role === 'manager') services.push(said.id)
      return createService(said.id, organisation)
    case 'hand over':
      return editField('service', service, 'organization_id', own, organisation)
    case 'full': {
      const open = entry?.['open_to_referrals'] ?? null
      return editField('service', service, 'open_to_referrals', open, which % 2 > 0)
    }
    case 'report':
    case 'propose': {
      corrections.push(said.id)
      const about = { service, by: staff, at: '2026-03-02T10:00:00.000Z', status: 'open' }
      const body =
        op === 'report'
          ? { ...about, side: 'staff', what: 'full' }
          : { ...about, side: 'provider', organisation: own, proposed: { name: role } }
      return { ...said, kind: 'correction', body }
    }
    case 'decide': {
      const id = corrections.length === 0 ? undefined : pick(corrections, which)
      const status = records.get(id ?? '')?.body['status'] ?? null
      return id ? editField('correction', id, 'status', status, which % 2 > 0 ? 'taken' : 'left') : null
    }
    case 'gap': {
      const body = { need: 'people', why: 'full', metAt: 'office', on: '2026-03-02', by: staff }
      return { ...said, kind: 'gap', body }
    }
    case 'drop-in': {
      const { staff: other } = pick(people, which)
      const begun = { openedBy: staff, day: '2026-03-02', openedAt: '2026-03-02T10:00' }
      const body = { people: [staff, other], place: 'Library', ...begun }
      return { ...said, kind: 'dropIn', body }
    }
    case 'came': {
      const sessions = [...records.values()].filter(({ kind }) => kind === 'dropIn')
      const session = sessions.length === 0 ? null : pick(sessions, which)
      const at = { dropIn: session?.id ?? newId(), at: '2026-03-02T10:10' }
      const body = {
        ...at,
        people: session?.body['people'] ?? [staff],
        by: staff,
        needs: ['people'],
        given: [],
      }
      return { ...said, kind: 'dropInContact', body }
    }
    default:
      return null
  }
}

export function createService(id: string, organisation: string): Edit {
  const body = { organization_id: organisation, name: 'Befriending', status: 'active' }
  return { op: 'create', kind: 'service', id, version: 1, file: null, body }
}

export function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}
