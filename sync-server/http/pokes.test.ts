import { afterAll, beforeAll, expect, test } from 'vitest'
import { change, createClient, createNote, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { listen } from '../testing/listen.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

let service: TestService
let grace: Device

beforeAll(async () => {
  service = await openService()
  grace = await service.signIn('grace')
})
afterAll(() => service.remove())

test('a poke tells how far the order is, first at once and then after each change, and nothing else', async () => {
  const val = await service.signIn('val')
  const stream = await listen(val)
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
  expect(stream.response.headers.get('content-encoding')).toBeNull()
  const first = await stream.next()
  expect(stream.text()).toMatch(/^retry: \d+$/m)
  const client = newId()
  const [receipt] = await grace.push(
    change(createClient(client, teamA), createNote(newId(), client, 'Secret words')),
  )
  expect(receipt?.seq).toBe((first?.seq ?? 0) + 1)
  expect(await stream.next()).toEqual({ seq: receipt?.seq })
  expect(stream.text()).not.toMatch(/Secret|client/)
  expect(stream.text()).not.toContain(client)
})

test('what was refused, or sent before, is no news', async () => {
  const sam = await service.signIn('sam')
  const stream = await listen(sam)
  const first = await stream.next()
  const taken = change(createClient(newId(), teamA))
  const [receipt] = await grace.push(taken, { id: newId() })
  await grace.push(taken)
  await grace.push({ id: newId() })
  const [last] = await grace.push(change(createClient(newId(), teamA)))
  expect([await stream.next(), await stream.next()]).toEqual([{ seq: receipt?.seq }, { seq: last?.seq }])
  expect(receipt?.seq).toBe((first?.seq ?? 0) + 1)
})

test('signing out ends the streams of that session, and of no other', async () => {
  const [one, two] = [await service.signIn('tom'), await service.signIn('tom')]
  const [streamOne, streamTwo] = [await listen(one), await listen(two)]
  await one.call('/api/account/sign-out', { method: 'POST', body: '{}' })
  await streamOne.ended()
  await streamTwo.next()
  const [receipt] = await grace.push(change(createClient(newId(), teamA)))
  expect(await streamTwo.next()).toEqual({ seq: receipt?.seq })
})

test('nobody listens without being signed in', async () => {
  expect((await fetch(`${service.url}/api/sync/pokes`)).status).toBe(401)
})

test('stopping ends all streams', async () => {
  const stream = await listen(grace)
  const stopped = service.stop()
  await stream.ended()
  await stopped
  await expect(fetch(`${service.url}/healthz`)).rejects.toThrow('fetch failed')
})
