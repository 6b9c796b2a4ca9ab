import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerLinkSchema, linksTakenBackSchema } from '#protocol/answerLinks.ts'
import { membersSchema } from '#protocol/members.ts'
import { systemGround } from '../accounts/ground.ts'
import { verifyAll } from '../ops/verify.ts'
import { change, createClient, createOrganisation, editField, newId } from '../testing/changes.ts'
import { people, providers, teamA } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

// A provider without an account answers by link: once, and as any provider would.

const DAY = 24 * 3_600_000

let service: TestService
let grace: Device
let mo: Device
let later = 0
const client = newId()

beforeAll(async () => {
  service = await openService({
    ground: (database) => ({ ...systemGround(database), now: () => new Date(Date.now() + later) }),
  })
  ;[grace, mo] = await Promise.all([service.signIn('grace'), service.signIn('mo')])
  await mo.push(change(createOrganisation(providers.mind, 'Mind <in> Bexley')))
  await grace.push(change(createClient(client, teamA, { aboutMe: 'In confidence' })))
})
afterAll(() => service.remove())
afterEach(() => {
  later = 0
})

let referral = newId()
let entry = newId()
beforeEach(async () => {
  referral = newId()
  entry = newId()
  const body = {
    service: entry,
    serviceName: 'Befriending',
    organisation: providers.mind,
    need: 'need-of-the-plan',
    madeOn: '2026-11-01',
    madeBy: people.grace.id,
    from: { name: 'Grace', phone: '020 7946 0000' },
    consent: true,
    agreedToShare: ['reason'],
    shared: { called: 'Iris <b>', reason: 'Company', conditions: ['Not agreed'] },
    communicationNeeds: ['Large print'],
    status: 'sent',
  }
  await grace.push(
    change({ op: 'create', kind: 'onwardReferral', id: referral, version: 1, file: client, body }),
  )
})

async function makeLink(device = grace, onwardReferral = referral): Promise<string> {
  const response = await device.call('/api/account/answer-links', {
    method: 'POST',
    body: JSON.stringify({ onwardReferral }),
  })
  expect(response.status).toBe(200)
  return service.url + new URL(answerLinkSchema.parse(await response.json()).link).pathname
}

const filled = { answer: 'accepted', 'accepted-expectedWait': '6 weeks', name: 'Jo', text: 'Welcome' }

/** As a browser sends a form without script. */
function post(link: string, fields: Record<string, string>, seen = '{"status":"sent"}'): Promise<Response> {
  return fetch(link, { method: 'POST', body: new URLSearchParams({ seen, ...fields }) })
}

async function held() {
  const records = [...(await grace.pullAll()).values()]
  return {
    referral: records.find(({ id }) => id === referral),
    messages: records.filter(({ kind, body }) => kind === 'message' && body['onwardReferral'] === referral),
  }
}

describe('the page', () => {
  test('shows what was shared and nothing else, kept by nobody and found by no search', async () => {
    const response = await fetch(await makeLink())
    const page = await response.text()
    expect(response.status).toBe(200)
    for (const words of ['Befriending', 'Iris &lt;b&gt;', 'Company', 'Large print', 'Grace', '020 7946 0000'])
      expect(page).toContain(words)
    for (const never of ['Not agreed', 'In confidence', 'need-of-the-plan', client, '<script', 'Iris <b>'])
      expect(page).not.toContain(never)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
  })

  test('may be opened any number of times: who checks mail for danger uses nothing up', async () => {
    const link = await makeLink()
    for (let i = 0; i < 5; i++) expect((await fetch(link)).status).toBe(200)
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200)
    expect((await post(link, filled)).status).toBe(200)
  })
})

describe('an answer', () => {
  test('is taken as one of that organisation, with its message, and uses the link up', async () => {
    const link = await makeLink()
    const sent = await post(link, filled)
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('used up')])
    const { referral: record, messages } = await held()
    expect(record?.body).toMatchObject({
      status: 'accepted',
      expectedWait: '6 weeks',
      need: 'need-of-the-plan',
    })
    expect(messages.map(({ body }) => body)).toMatchObject([
      {
        side: 'provider',
        organisation: providers.mind,
        text: 'Welcome',
        byName: 'Jo, Mind <in> Bexley',
        answer: { status: 'accepted', expectedWait: '6 weeks' },
      },
    ])
    for (const again of [await fetch(link), await post(link, { ...filled, answer: 'declined' })])
      expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('has been used')])
    expect((await held()).messages).toHaveLength(1)
  })

  test('sent ten times at once is taken once', async () => {
    const link = await makeLink()
    const sent = await Promise.all(Array.from({ length: 10 }, () => post(link, filled)))
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(sent.filter(({ status }) => status === 410)).toHaveLength(9)
    expect((await held()).messages).toHaveLength(1)
  })

  test('that meets another is a question for the service, and neither is lost', async () => {
    const link = await makeLink()
    await fetch(link)
    const meg = await service.signIn('meg')
    await meg.push(change(editField('onwardReferral', referral, 'status', 'sent', 'waiting')))
    expect((await post(link, filled)).status).toBe(200)
    const { referral: record } = await held()
    expect(record?.body['status']).toBe('waiting')
    expect(record?.contested['status']?.map(({ to }) => to)).toEqual(['accepted'])
  })

  test.each([
    ['no name', { ...filled, name: ' ' }, 'Write your name'],
    ['no reason', { answer: 'declined', name: 'Jo' }, 'Say why'],
    ['nothing at all', { name: 'Jo' }, 'Choose an answer'],
    ['that it is withdrawn', { ...filled, answer: 'withdrawn' }, 'Choose one of the answers'],
    ['what cannot follow', { ...filled, answer: 'attended' }, 'Choose one of the answers'],
    ['a character that no store holds', { ...filled, text: 'a\0b' }, 'cannot be kept'],
  ])('with %s is asked for again, and the link is still good', async (_, fields, words) => {
    const link = await makeLink()
    const sent = await post(link, fields)
    expect([sent.status, await sent.text()]).toEqual([400, expect.stringContaining(words)])
    expect((await post(link, filled)).status).toBe(200)
  })

  test('that pretends to have seen other fields alters none of them', async () => {
    const link = await makeLink()
    const seen = JSON.stringify({
      status: 'sent',
      shared: { called: 'X' },
      organisation: 'x',
      consent: false,
    })
    expect((await post(link, filled, seen)).status).toBe(200)
    expect((await held()).referral?.body).toMatchObject({
      shared: { called: 'Iris <b>' },
      organisation: providers.mind,
      consent: true,
    })
  })

  test('only a message is taken too', async () => {
    const link = await makeLink()
    expect((await post(link, { name: 'Jo', text: 'Which days?', answer: '' })).status).toBe(200)
    const { referral: record, messages } = await held()
    expect(record?.body['status']).toBe('sent')
    expect(messages.map(({ body }) => body['text'])).toEqual(['Which days?'])
  })

  test('from another site’s page is refused', async () => {
    const link = await makeLink()
    const headers = { origin: 'null', 'sec-fetch-site': 'cross-site' }
    const body = new URLSearchParams(filled)
    expect((await fetch(link, { method: 'POST', body, headers })).status).toBe(403)
    const own = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    const mine = new URLSearchParams({ ...filled, seen: '{"status":"sent"}' })
    expect((await fetch(link, { method: 'POST', body: mine, headers: own })).status).toBe(200)
  })
})

describe('what an answer says of their entry in the directory', () => {
  const enter = (organisation: string) => {
    const body = { organization_id: organisation, name: 'Befriending', status: 'active', waiting_weeks: 2 }
    return mo.push(change({ op: 'create', kind: 'service', id: entry, version: 1, file: null, body }))
  }
  const entryHeld = async () => (await grace.pullAll()).get(entry)?.body
  const wait = 'Show this wait in our entry'

  test.each([
    [
      { ...filled, 'accepted-entry': 'yes' },
      { waiting_weeks: 6, waiting_time: '6 weeks' },
    ],
    [
      { answer: 'declined', 'declined-reason': 'Full', 'declined-entry': 'yes', name: 'Jo' },
      { waiting_weeks: 2, open_to_referrals: false },
    ],
    [filled, { waiting_weeks: 2 }],
    [{ ...filled, 'declined-entry': 'yes' }, { waiting_weeks: 2 }],
    [{ ...filled, 'accepted-expectedWait': '', 'accepted-entry': 'yes' }, { waiting_weeks: 2 }],
  ])('%j: %j', async (fields, told) => {
    await enter(providers.mind)
    const link = await makeLink()
    expect(await (await fetch(link)).text()).toContain(wait)
    expect((await post(link, fields)).status).toBe(200)
    const { waiting_reported_on: on, ...entryNow } = (await entryHeld()) ?? {}
    expect(entryNow).toEqual({
      organization_id: providers.mind,
      name: 'Befriending',
      status: 'active',
      ...told,
    })
    expect(on !== undefined).toBe('waiting_time' in told)
  })

  test('nothing, where it is gone or another’s', async () => {
    const link = await makeLink()
    expect(await (await fetch(link)).text()).not.toContain(wait)
    await enter(providers.age)
    expect(await (await fetch(link)).text()).not.toContain(wait)
    expect((await post(link, { ...filled, 'accepted-entry': 'yes' })).status).toBe(200)
    expect(await entryHeld()).toMatchObject({ waiting_weeks: 2 })
    expect((await held()).referral?.body['status']).toBe('accepted')
  })
})

describe('a link leads nowhere', () => {
  test('after 14 days', async () => {
    const link = await makeLink()
    later = 14 * DAY - 60_000
    expect((await fetch(link)).status).toBe(200)
    later = 14 * DAY + 60_000
    expect((await post(link, filled)).status).toBe(410)
    expect(await (await fetch(link)).text()).toContain('has run out')
  })

  test('once it was taken back', async () => {
    const [first, second] = [await makeLink(), await makeLink()]
    expect((await post(first, filled)).status).toBe(200)
    const response = await grace.call(`/api/account/answer-links/${referral}`, { method: 'DELETE' })
    expect(linksTakenBackSchema.parse(await response.json())).toEqual({ takenBack: 1 })
    expect(await (await post(second, filled)).text()).toContain('was taken back')
  })

  test('once the referral was withdrawn, and then it shows nothing of the person', async () => {
    const link = await makeLink()
    await grace.push(change(editField('onwardReferral', referral, 'status', 'sent', 'withdrawn')))
    const response = await fetch(link)
    const page = await response.text()
    expect([response.status, page]).toEqual([410, expect.stringContaining('was withdrawn')])
    expect(page).not.toContain('Iris')
    expect((await post(link, filled)).status).toBe(410)
  })

  test('where it belongs to another service', async () => {
    const link = await makeLink()
    const { database } = service
    await database
      .updateTable('answer_links')
      .set({ tenant: newId() })
      .where('referral', '=', referral)
      .execute()
    expect((await fetch(link)).status).toBe(404)
    expect((await post(link, filled)).status).toBe(404)
  })
})

describe('who makes and takes back links', () => {
  test.each(['val', 'ros', 'pat', 'meg'] as const)('not %s', async (name) => {
    const device = await service.signIn(name)
    const body = JSON.stringify({ onwardReferral: referral })
    expect((await device.call('/api/account/answer-links', { method: 'POST', body })).status).toBe(403)
    const path = `/api/account/answer-links/${referral}`
    expect((await device.call(path, { method: 'DELETE' })).status).toBe(403)
  })

  test('not a co-ordinator of another team, nor for what is no referral', async () => {
    const tom = await service.signIn('tom')
    const asked = (device: Device, onwardReferral: string) =>
      device.call('/api/account/answer-links', { method: 'POST', body: JSON.stringify({ onwardReferral }) })
    expect((await asked(tom, referral)).status).toBe(404)
    expect((await tom.call(`/api/account/answer-links/${referral}`, { method: 'DELETE' })).status).toBe(404)
    expect((await asked(grace, client)).status).toBe(404)
    expect((await asked(mo, referral)).status).toBe(200)
  })
})

test('whoever answered by link is nobody who could be managed or signed in as, and all of it hangs together', async () => {
  await post(await makeLink(), filled)
  const { members } = membersSchema.parse(await (await mo.call('/api/account/members')).json())
  expect(members.map(({ name }) => name)).not.toContain('Mind <in> Bexley, by link')
  const staff = [...(await mo.pullAll()).values()].filter(({ kind }) => kind === 'staff')
  const reserved = staff.filter(({ body }) => body['name'] === 'Mind <in> Bexley, by link')
  expect(reserved).toHaveLength(1)
  const path = `/api/account/members/${reserved[0]?.id}`
  const altered = await mo.call(path, { method: 'PATCH', body: JSON.stringify({ role: 'manager' }) })
  expect(altered.status).toBe(404)
  expect((await verifyAll(service.database)).flatMap(({ findings }) => findings)).toEqual([])
})

test('who guesses at links has to wait', async () => {
  later = 20 * 60_000
  for (let i = 0; i < 20; i++) expect((await fetch(`${service.url}/answer/${newId()}`)).status).toBe(404)
  expect((await fetch(`${service.url}/answer/${newId()}`)).status).toBe(429)
  later = 31 * 60_000
  expect((await fetch(`${service.url}/answer/${newId()}`)).status).toBe(404)
})
