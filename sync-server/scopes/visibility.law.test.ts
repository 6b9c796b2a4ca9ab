import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import type { Checkpoint } from '#protocol/sync.ts'
import { verifyHistory } from '../reconcile/verifyHistory.ts'
import { type BareService, openBareService } from '../testing/bareService.ts'
import { change, createClient, createNote, createOrganisation, editField, newId } from '../testing/changes.ts'
import { type Member, scopesOfMember, scopesOfRecord } from './scopes.ts'

// Never a leak, never a hole: over any sequence of changes, whoever pulls, page by page and at any moment, holds in the
// end exactly what the rules say, and is at no moment sent anything else.

const teams = ['team-a', 'team-b'] as const
const members: Member[] = [
  { staff: 'manager', role: 'manager', team: null, active: true },
  { staff: 'a', role: 'coordinator', team: 'team-a', active: true },
  { staff: 'b', role: 'coordinator', team: 'team-b', active: true },
  { staff: 'homeless', role: 'coordinator', team: null, active: true },
  { staff: 'volunteer', role: 'volunteer', team: 'team-a', active: true },
]

interface Step {
  op: 'client' | 'note' | 'organisation' | 'phone' | 'move' | 'remove' | 'restore' | 'wrong' | 'pull'
  by: number
  which: number
  team: (typeof teams)[number]
  limit: number
  /** Whether it goes into one change with the step before. */
  joined: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  op: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('note' as const, 'move' as const, 'pull' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('client' as const, 'phone' as const, 'remove' as const, 'restore' as const),
    },
    { weight: 1, arbitrary: fc.constantFrom('organisation' as const, 'wrong' as const) },
  ),
  by: fc.nat(),
  which: fc.nat(),
  team: fc.constantFrom(...teams),
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
  pending: Edit[]
  author: Member
}

test('whoever pulls holds exactly what they may see', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const service = await openBareService(members)
      const devices = members.map((member) => ({ member, checkpoint: null, held: new Map() }))
      const world: World = { service, devices, clients: [], pending: [], author: pick(members, 0) }
      try {
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
    { numRuns: 100 },
  )
}, 120_000)

async function take(world: World, one: Step): Promise<void> {
  if (!one.joined || one.op === 'pull') await send(world)
  if (one.op === 'pull') {
    await pullPage(world, pick(world.devices, one.by), one.limit)
    return
  }
  if (world.pending.length === 0) world.author = pick(members, one.by % 3)
  const edit = await editFor(world, one)
  if (edit) world.pending.push(edit)
}

async function editFor(world: World, { op, which, team }: Step): Promise<Edit | null> {
  if (op === 'organisation') return createOrganisation(newId())
  if (op === 'wrong') return editField('client', newId(), 'phone', null, '1')
  if ((op === 'client' && world.clients.length < 3) || world.clients.length === 0) {
    const id = newId()
    world.clients.push(id)
    return createClient(id, team)
  }
  const client = pick(world.clients, which)
  const seen = (await world.service.records()).get(client)
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
    case 'pull':
      return null
  }
}

async function send(world: World): Promise<void> {
  if (world.pending.length === 0) return
  const edits = world.pending.splice(0)
  await world.service.push(world.author, change(...edits))
}

async function pullPage(world: World, device: Device, limit: number): Promise<boolean> {
  const page = await world.service.pull(device.member, device.checkpoint, limit)
  if (page.kind !== 'page') throw new Error('Nobody’s scope changed, and yet a comparison was asked for')
  const allowed = await expected(world, device.member)
  for (const record of page.records) {
    expect(allowed.has(record.id), `a leak of ${record.kind} to ${device.member.staff}`).toBe(true)
    device.held.set(record.id, record.rev)
  }
  for (const id of page.gone) {
    expect(allowed.has(id), `${id} was taken from ${device.member.staff}`).toBe(false)
    device.held.delete(id)
  }
  device.checkpoint = page.checkpoint
  return page.more
}

/** Id and rev of what a member may see, by the rules alone. */
async function expected({ service }: World, member: Member): Promise<Map<string, number>> {
  const records = await service.records()
  const scopes = scopesOfMember(member)
  const mine = [...records].filter(([, record]) =>
    scopesOfRecord(record, (file) => records.get(file) ?? null).some((scope) => scopes.includes(scope)),
  )
  return new Map(mine.map(([id, { rev }]) => [id, rev]))
}

async function heldInTheEnd(world: World, device: Device): Promise<Map<string, number>> {
  while (await pullPage(world, device, 3));
  return device.held
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}
