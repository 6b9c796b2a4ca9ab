import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '#protocol/account.ts'
import { pushReplySchema } from '#protocol/sync.ts'
import { PROTOCOL, SERVED, SERVED_HEADER, SPOKEN_HEADER, versionsText } from '#protocol/version.ts'
import { change, createClient, createNote, editField, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// Apps that are older or newer than the server.

let service: TestService
let grace: Device

beforeAll(async () => {
  service = await openService()
  grace = await service.signIn('grace')
})
afterAll(() => service.remove())

const reads = ['records', 'manifest', 'ready']

async function push(changes: unknown[], headers: Record<string, string> = {}, protocol = PROTOCOL) {
  const body = JSON.stringify({ protocol, device: grace.id, changes })
  return grace.call('/api/sync/changes', { method: 'POST', body, headers })
}

const newer = { [SPOKEN_HEADER]: versionsText({ from: 1, to: PROTOCOL + 1 }) }

async function answered(changes: unknown[], headers = newer) {
  return pushReplySchema.parse(await (await push(changes, headers)).json())
}

test('every reply under /api/sync says what is served, also where it declines, and the stream of pokes', async () => {
  const answers = [
    await grace.call('/api/sync/records'),
    await grace.call('/api/sync/records?after=x'),
    await grace.call('/api/sync/records', { headers: { 'doorstep-protocol': '0' } }),
    await fetch(`${service.url}/api/sync/manifest`),
    await push([], {}, PROTOCOL + 1),
    await grace.call('/api/sync/drafts'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 409, 401, 501, 200])
  const stop = new AbortController()
  answers.push(await grace.call('/api/sync/pokes', { signal: stop.signal }))
  for (const { headers } of answers) expect(headers.get(SERVED_HEADER)).toBe(versionsText(SERVED))
  stop.abort()
})

describe('an app too old for records', () => {
  test('is told so, and its changes are taken', async () => {
    const client = newId()
    for (const path of reads) {
      const answer = await grace.call(`/api/sync/${path}`, { headers: { 'doorstep-protocol': '0' } })
      expect([answer.status, problemSchema.parse(await answer.json()).code]).toEqual([409, 'outdated'])
    }
    const answer = await push([change(createClient(client, teamA))], { 'doorstep-protocol': '0' }, 0)
    expect(pushReplySchema.parse(await answer.json()).receipts).toMatchObject([{ outcome: 'applied' }])
    expect(await grace.fetch([client])).toHaveLength(1)
  })
})

describe('an app newer than the server', () => {
  test('is told that the server is older, and nothing of a push in its own protocol is judged', async () => {
    const one = change(createClient(newId(), teamA))
    const answer = await push([one], newer, PROTOCOL + 1)
    expect([answer.status, problemSchema.parse(await answer.json()).code]).toEqual([501, 'serverOlder'])
    for (const path of reads) {
      const read = await grace.call(`/api/sync/${path}`, {
        headers: { 'doorstep-protocol': String(PROTOCOL + 1) },
      })
      expect(read.status).toBe(501)
    }
    expect((await answered([one])).receipts).toMatchObject([{ change: one.id, outcome: 'applied' }])
  })

  test.each([
    ['an op', (id: string) => ({ op: 'merge', kind: 'client', id, version: 1 })],
    [
      'a field of an edit',
      (id: string) => ({ ...editField('client', id, 'phone', null, '1'), quietly: true }),
    ],
    [
      'a kind',
      (id: string) => ({ op: 'create', kind: 'hologram', id: newId(), version: 1, file: id, body: {} }),
    ],
  ])(
    '%s that the server does not know waits without an answer, and so does what builds on it',
    async (_, edit) => {
      const [client, other] = [newId(), newId()]
      const known = change(createClient(client, teamA))
      expect((await answered([known])).receipts).toMatchObject([{ outcome: 'applied' }])
      const unknown = { ...change(editField('client', client, 'phone', null, '1')), edits: [edit(client)] }
      const builds = change(createNote(newId(), client))
      const apart = change(createClient(other, teamA))
      const reply = await answered([unknown, builds, apart])
      expect(reply.receipts).toMatchObject([{ change: apart.id, outcome: 'applied' }])
      expect(reply.waiting).toEqual([unknown.id, builds.id])
      const kept = await service.database.selectFrom('receipts').select('change').execute()
      expect(kept.map((row) => row.change)).not.toContain(unknown.id)
    },
  )

  test('from an app of the server’s own protocol the same is refused, with the reason', async () => {
    const client = newId()
    const unknown = {
      ...change(createClient(client, teamA)),
      edits: [{ op: 'merge', kind: 'client', id: client }],
    }
    const { receipts, waiting } = await answered([unknown], {
      [SPOKEN_HEADER]: versionsText({ from: 1, to: PROTOCOL }),
    })
    expect([receipts, waiting]).toMatchObject([[{ outcome: 'refused', reason: 'malformed' }], undefined])
  })
})
