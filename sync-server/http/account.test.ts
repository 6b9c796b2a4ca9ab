import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invitationReplySchema, personSchema, recoverySchema } from '#protocol/account.ts'
import { systemGround } from '../accounts/ground.ts'
import { DEMO_PASSWORD } from '../demo/seed.ts'
import { people, teamA } from '../testing/demo.ts'
import { newId } from '../testing/changes.ts'
import {
  cookieOf,
  type Device,
  deviceOf,
  openService,
  postJson,
  type TestService,
} from '../testing/service.ts'

const HOUR = 3_600_000

let service: TestService
let mo: Device
let later = 0

beforeAll(async () => {
  const ground = (database: TestService['database']) => ({
    ...systemGround(database),
    now: () => new Date(Date.now() + later),
  })
  service = await openService({
    ground,
    limits: { account: { most: 3, window: HOUR }, address: { most: 14, window: HOUR } },
  })
  mo = await service.signIn('mo')
})
afterAll(() => service.remove())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  postJson(`${service.url}/api/account/${path}`, body, headers)

async function invite(invited: object, as = mo): Promise<Response> {
  return post(
    'invitations',
    { name: 'Ada New', role: 'coordinator', team: null, ...invited },
    { cookie: as.cookie },
  )
}

async function tokenOf(response: Response): Promise<string> {
  const { link } = invitationReplySchema.parse(await response.json())
  expect(link).toMatch(/^http:\/\/\S+\/join\/[\w-]{43}$/)
  return link.split('/').at(-1) ?? ''
}

const joiner = (token: string, email: string) => ({
  token,
  name: 'Ada New',
  email,
  password: 'a long password',
})

describe('signing in', () => {
  test('sets a cookie that no script reads and no other site sends', async () => {
    const response = await post('sign-in', { email: people.val.email.toUpperCase(), password: DEMO_PASSWORD })
    expect(await response.json()).toEqual({
      ...people.val,
      organisation: null,
      intakeTeam: teamA,
      service: 'A small service',
    })
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).not.toMatch(/Secure/)
    const me = await deviceOf(service.url, cookieOf(response)).call('/api/account/me')
    expect(await me.json()).toMatchObject({ id: people.val.id })
  })

  test('a wrong password and an unknown person are answered alike', async () => {
    const wrong = await post('sign-in', { email: people.sam.email, password: 'wrong' })
    const unknown = await post('sign-in', { email: 'nobody@demo.test', password: 'wrong' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.json()).toEqual(await unknown.json())
  })

  test('signed out, the cookie is worth nothing', async () => {
    const device = await service.signIn('val')
    expect((await device.call('/api/account/sign-out', { method: 'POST', body: '{}' })).status).toBe(200)
    expect((await device.call('/api/account/me')).status).toBe(401)
    expect((await device.call('/api/sync/records')).status).toBe(401)
  })

  test('a cookie made up or altered is worth nothing', async () => {
    const device = await service.signIn('val')
    const altered = device.cookie.replace(/=(...)/, '=xxx')
    expect((await deviceOf(service.url, altered).call('/api/account/me')).status).toBe(401)
  })

  test('too many failures: one has to wait, with the right password too, and so has whoever asks from one place', async () => {
    const wrong = (email: string) => post('sign-in', { email, password: 'wrong' })
    for (let i = 0; i < 3; i++) expect((await wrong(people.tom.email)).status).toBe(401)
    const refused = await post('sign-in', { email: people.tom.email, password: DEMO_PASSWORD })
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ code: 'tooMany' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000)
    later += HOUR + 1000
    expect((await post('sign-in', { email: people.tom.email, password: DEMO_PASSWORD })).status).toBe(200)
    await Promise.all(Array.from({ length: 14 }, (_, i) => wrong(`nobody-${i}@demo.test`)))
    expect((await post('sign-in', { email: people.grace.email, password: DEMO_PASSWORD })).status).toBe(429)
    later += HOUR + 1000
  })

  test('many tries at the same moment are not one', async () => {
    const tries = Array.from({ length: 12 }, () =>
      post('sign-in', { email: people.sam.email, password: 'wrong' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(3)
    later += HOUR + 1000
  })
})

describe('joining', () => {
  test('by an invitation: once, and colleagues learn of it as a record', async () => {
    const token = await tokenOf(await invite({ email: 'ada@demo.test' }))
    const found = await fetch(`${service.url}/api/account/invitations/${token}`)
    expect(await found.json()).toEqual({
      first: false,
      service: 'A small service',
      name: 'Ada New',
      email: 'ada@demo.test',
    })
    const joined = await post('join', joiner(token, 'ada@demo.test'))
    const person = personSchema.parse(await joined.json())
    expect(person).toMatchObject({ role: 'coordinator', team: teamA, email: 'ada@demo.test' })
    const ada = deviceOf(service.url, cookieOf(joined))
    expect((await ada.pullAll()).get(person.id)).toMatchObject({
      kind: 'staff',
      body: { name: 'Ada New', role: 'coordinator', team: teamA },
    })
    expect((await post('join', joiner(token, 'ada2@demo.test'))).status).toBe(404)
    expect((await fetch(`${service.url}/api/account/invitations/${token}`)).status).toBe(404)
  })

  test('twice at once: one of them', async () => {
    const token = await tokenOf(await invite({ email: 'twin@demo.test' }))
    const both = await Promise.all([
      post('join', joiner(token, 'twin-a@demo.test')),
      post('join', joiner(token, 'twin-b@demo.test')),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 404]))
  })

  test('an invitation runs out', async () => {
    const token = await tokenOf(await invite({ email: 'late@demo.test' }))
    later += 8 * 24 * HOUR
    expect((await post('join', joiner(token, 'late@demo.test'))).status).toBe(404)
    later -= 8 * 24 * HOUR
  })

  test('nobody takes the place of somebody who is there', async () => {
    const token = await tokenOf(await invite({ email: people.grace.email }))
    const response = await post('join', joiner(token, people.grace.email.toUpperCase()))
    expect(response.status).toBe(400)
    expect((await service.signIn('grace')).cookie).toBeTruthy()
  })

  test('only managers invite, and only into teams there are', async () => {
    const grace = await service.signIn('grace')
    expect((await invite({ email: 'x@demo.test' }, grace)).status).toBe(403)
    expect((await invite({ email: 'x@demo.test', team: newId() })).status).toBe(400)
    expect((await invite({ email: 'not an address' })).status).toBe(400)
  })

  test.each(['Ada\0', 'Ada \ud83d'])('a name that no store can keep is refused: %j', async (name) => {
    expect((await invite({ email: 'odd@demo.test', name })).status).toBe(400)
    const token = await tokenOf(await invite({ email: 'odd@demo.test' }))
    expect((await post('join', { ...joiner(token, 'odd@demo.test'), name })).status).toBe(400)
  })

  test('a short password is refused before anything is used up', async () => {
    const token = await tokenOf(await invite({ email: 'short@demo.test' }))
    const short = await post('join', { ...joiner(token, 'short@demo.test'), password: 'short' })
    expect(short.status).toBe(400)
    expect((await post('join', joiner(token, 'short@demo.test'))).status).toBe(200)
  })

  test.each([
    '/api/auth/sign-up/email',
    '/api/account/sign-up',
    '/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/get-session',
  ])('nobody signs up by themselves: %s is not there', async (path) => {
    const body = { name: 'X', email: 'x@demo.test', password: 'a long password' }
    expect((await postJson(`${service.url}${path}`, body)).status).toBe(404)
  })
})

describe('the key of the recovery slot', () => {
  const keyOf = async (device: Device, id: string) => {
    const response = await device.call(`/api/account/recovery/${id}`, { method: 'PUT', body: '{}' })
    expect(response.headers.get('cache-control')).toBe('no-store')
    return recoverySchema.parse(await response.json()).key
  }

  test('is the same each time, another for each person and device, and sealed in the database', async () => {
    const [grace, sam] = await Promise.all([service.signIn('grace'), service.signIn('sam')])
    const [one, two] = [newId(), newId()]
    const key = await keyOf(grace, one)
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect(await keyOf(grace, one)).toBe(key)
    const others = [await keyOf(grace, two), await keyOf(sam, one)]
    expect(new Set([key, ...others]).size).toBe(3)
    const rows = await service.database.selectFrom('recovery_keys').selectAll().execute()
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain(key)
  })

  test('asked for twice at once it is still one', async () => {
    const grace = await service.signIn('grace')
    const device = newId()
    const keys = await Promise.all(Array.from({ length: 5 }, () => keyOf(grace, device)))
    expect(new Set(keys).size).toBe(1)
  })
})
