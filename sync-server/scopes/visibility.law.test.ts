import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { type Role, roles } from '#domain/staff/staff.ts'
import type { Checkpoint } from '#protocol/sync.ts'
import { systemGround } from '../accounts/ground.ts'
import { alterMember } from '../accounts/members.ts'
import { verifyHistory } from '../reconcile/verifyHistory.ts'
import { type BareService, openBareService } from '../testing/bareService.ts'
import { change, createClient, createNote, createOrganisation, editField, newId } from '../testing/changes.ts'
import { told } from './told.fixture.ts'
import {
  createService,
  directoryEdit,
  pick,
  type DirectoryStep,
  directorySteps,
} from './directorySteps.fixture.ts'
import { isPermitted } from './permits.ts'
import { mayWrite, type Member, scopesOfMember, scopesOfRecord } from './scopes.ts'

// Never a leak, never a hole: over any sequence of changes and of people coming, going and changing places, whoever
// pulls, page by page and at any moment, holds in the end exactly what the rules say, and is at no moment sent anything else.
// And nobody writes what they never could.

const teams = ['team-a', 'team-b'] as const
const organisations = [newId(), newId()] as const
const members: Member[] = [
  { staff: newId(), role: 'manager', team: null, active: true },
  { staff: newId(), role: 'coordinator', team: 'team-a', active: true },
  { staff: newId(), role: 'coordinator', team: 'team-b', active: true },
  { staff: newId(), role: 'coordinator', team: null, active: true },
  { staff: newId(), role: 'volunteer', team: 'team-a', active: true },
  { staff: newId(), role: 'provider', team: null, organisation: organisations[0], active: true },
  { staff: newId(), role: 'provider', team: null, organisation: organisations[1], active: true },
  { staff: newId(), role: 'referrer', team: null, active: true },
]
/** Who writes at random: all but the co-ordinator without a team and the referrer; the manager more often. */
const authors = [0, 0, 1, 2, 4, 5, 6]

interface Step {
  op:
    | 'client'
    | 'note'
    | 'organisation'
    | 'phone'
    | 'move'
    | 'remove'
    | 'restore'
    | 'wrong'
    | 'refer'
    | 'send on'
    | 'answer'
    | 'message'
    | 'progress'
    | 'concern'
    | 'restrict'
    | DirectoryStep
    | 'pull'
    | 'member'
  by: number
  which: number
  organisation: string
  team: (typeof teams)[number]
  role: Role
  active: boolean
  limit: number
  /** Whether it goes into one change with the step before. */
  joined: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  op: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('note' as const, 'move' as const, 'pull' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'client' as const,
        'phone' as const,
        'remove' as const,
        'restore' as const,
        'member' as const,
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('organisation' as const, 'wrong' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('refer' as const, 'answer' as const, 'message' as const),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'send on' as const,
        'progress' as const,
        'concern' as const,
        'restrict' as const,
      ),
    },
    { weight: 4, arbitrary: fc.constantFrom(...directorySteps) },
  ),
  by: fc.nat(),
  which: fc.nat(),
  organisation: fc.constantFrom(...organisations),
  team: fc.constantFrom(...teams),
  role: fc.constantFrom(...roles),
  active: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
  limit: fc.integer({ min: 1, max: 5 }),
  joined: fc.boolean(),
})

interface Device {
  member: Member
  checkpoint: Checkpoint | null
  held: Map<string, number>
}

interface World {
  service: BareService
  devices: Device[]
  clients: string[]
  referrals: { id: string; file: string }[]
  services: string[]
  corrections: string[]
  pending: Edit[]
  author: Device
  records: Map<string, StoredRecord>
  /** Who could ever write what: staff and record ids. */
  could: Set<string>
}

test('whoever pulls holds exactly what they may see', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const service = await openBareService(members)
      const devices: Device[] = members.map((member) => ({ member, checkpoint: null, held: new Map() }))
      const author = pick(devices, 0)
      const world: World = {
        service,
        devices,
        clients: [],
        referrals: [],
        services: organisations.map(() => newId()),
        corrections: [],
        pending: [],
        author,
        records: new Map(),
        could: new Set(),
      }
      try {
        const rows = teams.map((id) => ({ tenant: service.tenant, id, name: id }))
        await service.database.insertInto('teams').values(rows).execute()
        await service.push(
          author.member,
          change(
            ...members.map(staffRecord),
            ...organisations.map((id) => createOrganisation(id)),
            ...organisations.map((id, i) => createService(pick(world.services, i), id)),
          ),
        )
        await remember(world)
        for (const one of steps) await take(world, one)
        await send(world)
        for (const device of devices) {
          const allowed = await expected(world, device.member)
          expect(await heldInTheEnd(world, device)).toEqual(allowed)
          expect(new Map((await service.manifest(device.member)).records)).toEqual(allowed)
        }
        expect(await verifyHistory(service.database, service.tenant)).toEqual([])
      } finally {
        await service.close()
      }
    }),
    { numRuns: 60 },
  )
}, 180_000)

function staffRecord({ staff, role }: Member): Edit {
  return { op: 'create', kind: 'staff', id: staff, version: 1, file: null, body: { name: role, role } }
}

async function take(world: World, one: Step): Promise<void> {
  if (!one.joined || one.op === 'pull' || one.op === 'member') await send(world)
  if (one.op === 'pull') return void (await pullPage(world, pick(world.devices, one.by), one.limit))
  if (one.op === 'member') return move(world, one)
  if (world.pending.length === 0) world.author = pick(world.devices, pick(authors, one.by))
  const edit = await editFor(world, one)
  if (edit) world.pending.push(edit)
}

/** By the very code that managers' requests go through. The manager stays, so that somebody always sees all. */
async function move(world: World, { by, team, role, organisation: of, active }: Step): Promise<void> {
  const { service, devices } = world
  const device = pick(devices, 1 + (by % (devices.length - 1)))
  const { staff } = device.member
  const organisation = role === 'provider' ? of : null
  const altered = await alterMember(systemGround(service.database), {
    tenant: service.tenant,
    by: pick(devices, 0).member.staff,
    staff,
    change: { role, team, organisation, active },
  })
  if (!altered.ok) throw new Error(altered.error)
  device.member = { staff, role, team, organisation, active }
  await remember(world)
}

async function editFor(world: World, step: Step): Promise<Edit | null> {
  const { op, which, team } = step
  if (op === 'organisation') return createOrganisation(newId())
  if (op === 'wrong') return editField('client', newId(), 'phone', null, '1')
  const entry = directoryEdit(
    { ...world, by: world.author.member, people: world.devices.map(({ member }) => member) },
    step,
  )
  if (entry) return entry
  if ((op === 'client' && world.clients.length < 3) || world.clients.length === 0) {
    const id = newId()
    world.clients.push(id)
    return createClient(id, team)
  }
  const client = pick(world.clients, which)
  const seen = world.records.get(client)
  switch (op) {
    case 'client':
    case 'note':
      return createNote(newId(), client)
    case 'phone':
      return editField('client', client, 'phone', seen?.body['phone'] ?? null, String(which % 7))
    case 'move':
      return editField('client', client, 'team', seen?.body['team'] ?? null, team)
    case 'remove':
      return { op, kind: 'client', id: client, version: 1, reason: 'test', seen: seen?.body ?? {} }
    case 'restore':
      return { op, kind: 'client', id: client, version: 1 }
    case 'restrict': {
      const restriction = { why: 'They asked', on: '2026-03-02', by: 'manager' }
      const now = seen?.body['restriction'] ?? null
      return editField('client', client, 'restriction', now, now === null ? restriction : null)
    }
    case 'progress':
    case 'concern':
      return told(op, {
        to: pick(world.devices, which).member.staff,
        file: which % 2 ? client : null,
        client,
      })
    case 'refer':
    case 'send on':
    case 'answer':
    case 'message':
      return onward(world, step, client)
    default:
      return null
  }
}

/** A referral to an organisation, an answer to it, a message on it; or it is sent to another organisation instead. */
function onward(
  { author, records, referrals }: World,
  { op, which, organisation }: Step,
  client: string,
): Edit {
  const to = referrals.length === 0 ? undefined : pick(referrals, which)
  if (op === 'refer' || !to) {
    const id = newId()
    referrals.push({ id, file: client })
    const body = { ...referralBody, organisation }
    return { op: 'create', kind: 'onwardReferral', id, version: 1, file: client, body }
  }
  const seen = records.get(to.id)?.body ?? {}
  const { staff, role } = author.member
  switch (op) {
    case 'message': {
      const body = {
        onwardReferral: to.id,
        organisation: seen['organisation'] ?? organisation,
        side: role === 'provider' ? 'provider' : 'service',
        text: 'News?',
        at: '2026-03-02T10:00:00.000Z',
        by: staff,
        byName: role,
      }
      return { op: 'create', kind: 'message', id: newId(), version: 1, file: to.file, body }
    }
    case 'send on':
      return editField('onwardReferral', to.id, 'organisation', seen['organisation'] ?? null, organisation)
    default:
      return editField('onwardReferral', to.id, 'status', seen['status'] ?? null, pick(answers, which))
  }
}

const answers = ['accepted', 'waiting', 'declined'] as const
const referralBody = {
  service: newId(),
  need: 'need-1-of-the-plan',
  madeOn: '2026-03-02',
  madeBy: 'grace',
  consent: true,
  agreedToShare: [],
  shared: { called: 'Iris' },
  status: 'sent',
}

async function send(world: World): Promise<void> {
  if (world.pending.length === 0) return
  const { author, service } = world
  const edits = world.pending.splice(0)
  const { records } = world
  const places = edits.map(placeOf)
  const find = (id: string) => records.get(id) ?? null
  const permitted = edits.every((edit) => isPermitted(author.member, edit, find))
  const may = permitted && places.every((id) => isTheirs(author.member, id, records))
  const sent = { ...change(...edits), pulled: author.checkpoint?.seq ?? 0 }
  const [receipt] = await service.push(author.member, sent)
  const shut = receipt?.reason === 'held' || receipt?.reason === 'forbidden'
  expect(may && shut, 'refused to who may write').toBe(false)
  const written = receipt?.outcome === 'refused' ? [] : places.filter((id) => records.has(id))
  // What came into a file after its author had lost that is theirs to write on as the file was.
  const ever = (id: string) => world.could.has(key(author.member, id))
  const never = written.filter((id) => !ever(id) && !ever(records.get(id)?.file ?? id))
  expect(never, 'written by who never could').toEqual([])
  await remember(world)
}

/** What an edit is written into: a file, or of a provider's message, who holds none, the referral that it is on. */
function placeOf(edit: Edit): string {
  if (edit.op !== 'create' || edit.file === null) return edit.id
  const { onwardReferral, side } = edit.body
  return side === 'provider' && typeof onwardReferral === 'string' ? onwardReferral : edit.file
}

/** Who can write what now, by the rules alone, is something they could ever do. */
async function remember(world: World): Promise<void> {
  const { service, devices, could } = world
  const records = await service.records()
  world.records = records
  for (const { member } of devices)
    for (const id of records.keys()) if (isTheirs(member, id, records)) could.add(key(member, id))
}

function isTheirs(member: Member, id: string, records: Map<string, StoredRecord>): boolean {
  const record = records.get(id)
  return record !== undefined && mayWrite(member, scopesIn(records)(record))
}

function key({ staff }: Member, id: string): string {
  return `${staff} ${id}`
}

function scopesIn(records: Map<string, StoredRecord>) {
  return (record: StoredRecord) => scopesOfRecord(record, (file) => records.get(file) ?? null)
}

async function pullPage(world: World, device: Device, limit: number): Promise<boolean> {
  const page = await world.service.pull(device.member, device.checkpoint, limit)
  if (page.kind === 'compare') return compare(world, device)
  const allowed = await expected(world, device.member)
  for (const record of page.records) {
    expect(allowed.has(record.id), `a leak of ${record.kind} to ${device.member.role}`).toBe(true)
    if (device.member.role === 'provider') expect(record.body).not.toHaveProperty('need')
    device.held.set(record.id, record.rev)
  }
  for (const id of page.gone) {
    expect(allowed.has(id), `${id} was taken from ${device.member.role}`).toBe(false)
    device.held.delete(id)
  }
  device.checkpoint = page.checkpoint
  return page.more
}

/** As a device does it: what differs is fetched, what is not on the list goes. */
async function compare({ service }: World, device: Device): Promise<boolean> {
  const { checkpoint, records } = await service.manifest(device.member)
  const listed = new Map(records)
  for (const [id, rev] of listed) if (device.held.get(id) !== rev) device.held.set(id, rev)
  for (const id of device.held.keys()) if (!listed.has(id)) device.held.delete(id)
  device.checkpoint = checkpoint
  return true
}

/** Id and rev of what a member may see, by the rules alone. */
async function expected({ records }: World, member: Member): Promise<Map<string, number>> {
  const scopes = scopesOfMember(member)
  const mine = [...records].filter(([, record]) =>
    scopesIn(records)(record).some((scope) => scopes.includes(scope)),
  )
  return new Map(mine.map(([id, { rev }]) => [id, rev]))
}

async function heldInTheEnd(world: World, device: Device): Promise<Map<string, number>> {
  while (await pullPage(world, device, 3));
  return device.held
}
