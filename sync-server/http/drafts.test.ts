import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  DRAFT_LIMITS,
  draftKeySchema,
  type DraftsReply,
  draftsReplySchema,
  type PutDrafts,
  putDraftsReplySchema,
  type PutDraftsReply,
} from '#protocol/drafts.ts'
import { newId } from '../testing/changes.ts'
import { people, type PersonName } from '../testing/demo.ts'
import { type Device, deviceOf, openService, type TestService } from '../testing/service.ts'

let service: TestService
let grace: Device
let line: string

beforeAll(async () => {
  service = await openService()
})
afterAll(() => service.remove())
beforeEach(async () => {
  for (const table of ['drafts', 'drafts_ended'] as const) await service.database.deleteFrom(table).execute()
  grace = await service.signIn('grace')
  line = newId()
})

/** The same person on another device. */
const elsewhere = (device: Device) => deviceOf(service.url, device.cookie)

async function list(device: Device, held: string[] = [], known: string[] = []): Promise<DraftsReply> {
  const answer = await device.call(`/api/sync/drafts?held=${held.join(',')}&known=${known.join(',')}`)
  return draftsReplySchema.parse(await answer.json())
}

function putRaw(device: Device, put: Partial<PutDrafts>): Promise<Response> {
  const body = { device: device.id, drafts: [], ended: [], dropped: [], ...put }
  return device.call('/api/sync/drafts', { method: 'PUT', body: JSON.stringify(body) })
}

async function put(device: Device, part: Partial<PutDrafts>): Promise<PutDraftsReply> {
  return putDraftsReplySchema.parse(await (await putRaw(device, part)).json())
}

async function keyOf(device: Device): Promise<string> {
  const answer = await device.call('/api/account/draft-key', { method: 'PUT', body: '{}' })
  return draftKeySchema.parse(await answer.json()).key
}

async function setActive(name: PersonName, active: number): Promise<void> {
  await service.database.updateTable('members').set({ active }).where('staff', '=', people[name].id).execute()
}

describe('the draft key', () => {
  test('is the same on each device of a person, another for each person, and outlives a restart', async () => {
    const sam = await service.signIn('sam')
    const key = await keyOf(grace)
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect([await keyOf(elsewhere(grace)), (await keyOf(sam)) === key]).toEqual([key, false])
    await service.restart()
    expect(await keyOf(await service.signIn('grace'))).toBe(key)
  })

  test('lies in the database sealed, and does not open in the place of another', async () => {
    const sam = await service.signIn('sam')
    const keys = [await keyOf(grace), await keyOf(sam)]
    const rows = await service.database.selectFrom('draft_keys').selectAll().execute()
    for (const { sealed } of rows) {
      const bytes = Buffer.from(sealed, 'base64')
      for (const key of keys) expect(bytes.includes(Buffer.from(key, 'base64'))).toBe(false)
    }
    const mine = rows.find(({ staff }) => staff === people.grace.id)
    const others = await service.database
      .updateTable('draft_keys')
      .set({ sealed: mine?.sealed ?? '' })
      .where('staff', '=', people.sam.id)
      .executeTakeFirst()
    expect(Number(others.numUpdatedRows)).toBe(1)
    const answer = await sam.call('/api/account/draft-key', { method: 'PUT', body: '{}' })
    expect(answer.status).toBe(500)
    await service.database.deleteFrom('draft_keys').where('staff', '=', people.sam.id).execute()
  })
})

describe('copies', () => {
  test('lie beside one another, one for each device; each device writes its own', async () => {
    const other = elsewhere(grace)
    await put(grace, { drafts: [{ line, sealed: 'one' }] })
    await put(other, { drafts: [{ line, sealed: 'two' }] })
    await put(grace, { drafts: [{ line, sealed: 'three' }] })
    const { copies } = await list(grace)
    expect(new Map(copies.map((copy) => [copy.device, copy.sealed]))).toEqual(
      new Map([
        [grace.id, 'three'],
        [other.id, 'two'],
      ]),
    )
  })

  test('that are known are named and not sent again, until they alter', async () => {
    const { kept } = await put(grace, { drafts: [{ line, sealed: 'one' }] })
    const marks = kept.map(({ mark }) => mark)
    expect((await list(grace, [], marks)).copies).toMatchObject([{ line, mark: marks[0], sealed: null }])
    await put(grace, { drafts: [{ line, sealed: 'two' }] })
    expect((await list(grace, [], marks)).copies).toMatchObject([{ line, sealed: 'two' }])
  })

  test('are for their author alone, whoever asks, on whatever device', async () => {
    await put(grace, { drafts: [{ line, sealed: 'sealed for grace' }] })
    await put(grace, { ended: [{ line: newId(), sealed: 'end' }] })
    for (const name of ['sam', 'mo', 'val'] as const) {
      const { cookie } = await service.signIn(name)
      const answer = await deviceOf(service.url, cookie, grace.id).call(`/api/sync/drafts?held=${line}`)
      const text = await answer.text()
      expect([answer.status, text.includes(line), text.includes('sealed for grace')]).toEqual([
        200,
        false,
        false,
      ])
    }
    expect((await fetch(`${service.url}/api/sync/drafts`)).status).toBe(401)
  })

  test('of the same line under another person are that person’s own, and neither touches the other', async () => {
    const sam = await service.signIn('sam')
    const { kept } = await put(grace, { drafts: [{ line, sealed: 'of grace' }] })
    const borrowed = deviceOf(service.url, sam.cookie, grace.id)
    await put(borrowed, { drafts: [{ line, sealed: 'of sam' }] })
    await put(borrowed, {
      ended: [{ line, sealed: 'end' }],
      dropped: kept.map(({ mark }) => ({ line, device: grace.id, mark })),
    })
    expect((await list(grace, [line])).copies).toMatchObject([{ sealed: 'of grace' }])
    expect((await list(grace, [line])).ended).toEqual([])
  })

  test('are not served, nor the key, to somebody whose access has ended', async () => {
    await put(grace, { drafts: [{ line, sealed: 'one' }] })
    await setActive('grace', 0)
    const answers = [
      await grace.call('/api/sync/drafts'),
      await putRaw(grace, {}),
      await grace.call('/api/account/draft-key', { method: 'PUT', body: '{}' }),
    ]
    await setActive('grace', 1)
    for (const answer of answers) {
      expect(answer.status).toBe(403)
      expect(await answer.text()).not.toContain(line)
    }
    expect((await list(grace)).copies).toHaveLength(1)
  })

  test('stay within bounds: a draft too long, too many, and the rest is kept', async () => {
    const long = 'x'.repeat(DRAFT_LIMITS.sealed + 1)
    expect((await putRaw(grace, { drafts: [{ line, sealed: long }] })).status).toBe(400)
    const many = Array.from({ length: DRAFT_LIMITS.kept }, (_, i) => ({
      line: newId(),
      sealed: `draft ${i}`,
    }))
    expect((await put(grace, { drafts: many })).kept).toHaveLength(DRAFT_LIMITS.kept)
    const [first] = many
    const again = first ? [{ line: first.line, sealed: 'altered' }] : []
    const { kept } = await put(grace, { drafts: [{ line, sealed: 'one more' }, ...again] })
    expect(kept.map((each) => each.line)).toEqual([first?.line])
    const sam = await service.signIn('sam')
    expect((await put(sam, { drafts: [{ line, sealed: 'has room' }] })).kept).toHaveLength(1)
  })
})

describe('what has ended', () => {
  test('takes its device’s copy along, leaves the others, and is told to those who hold the line', async () => {
    const other = elsewhere(grace)
    await put(grace, { drafts: [{ line, sealed: 'one' }] })
    await put(other, { drafts: [{ line, sealed: 'two' }] })
    await put(grace, { ended: [{ line, sealed: 'end' }] })
    const listed = await list(other)
    expect(listed.copies.map((copy) => copy.sealed)).toEqual(['two'])
    expect(listed.ended).toEqual([{ line, device: grace.id, sealed: 'end' }])
    await put(other, { dropped: listed.copies.map(({ mark, device }) => ({ line, device, mark })) })
    expect(await list(other)).toEqual({ copies: [], ended: [] })
    expect((await list(other, [line])).ended).toHaveLength(1)
  })

  test('a copy that altered since it was seen is not dropped', async () => {
    const { kept } = await put(grace, { drafts: [{ line, sealed: 'one' }] })
    await put(grace, { drafts: [{ line, sealed: 'two' }] })
    await put(elsewhere(grace), {
      dropped: kept.map(({ mark }) => ({ line, device: grace.id, mark })),
    })
    expect((await list(grace)).copies).toMatchObject([{ sealed: 'two' }])
  })
})
