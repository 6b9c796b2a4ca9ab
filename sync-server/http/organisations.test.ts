import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationReplySchema, personSchema } from '#protocol/account.ts'
import { change, createOrganisation, newId } from '../testing/changes.ts'
import { people, providers } from '../testing/demo.ts'
import {
  cookieOf,
  deviceOf,
  openService,
  postJson,
  type Device,
  type TestService,
} from '../testing/service.ts'

// Of which organisation a provider or referrer is: said when they are invited, and altered later.

let service: TestService
let mo: Device
const practice = newId()

beforeAll(async () => {
  service = await openService()
  mo = await service.signIn('mo')
  await mo.push(
    change(createOrganisation(providers.age, 'Age UK'), createOrganisation(providers.mind, 'Mind'), {
      op: 'create',
      kind: 'practice',
      id: practice,
      version: 1,
      file: null,
      body: { name: 'Bellegrove' },
    }),
  )
})
afterAll(() => service.remove())

function invite(role: string, organisation: string | null): Promise<Response> {
  const body = { name: 'Ada New', email: `${newId()}@demo.test`, role, team: null, organisation }
  return mo.call('/api/account/invitations', { method: 'POST', body: JSON.stringify(body) })
}

test.each([
  ['a provider of an organisation', 'provider', providers.age, 200],
  ['a provider of none', 'provider', null, 400],
  ['a provider of a practice', 'provider', practice, 400],
  ['a provider of what is not there', 'provider', newId(), 400],
  ['a provider of a person', 'provider', people.grace.id, 400],
  ['a referrer of a practice', 'referrer', practice, 200],
  ['a referrer of an organisation', 'referrer', providers.mind, 200],
  ['a referrer of none', 'referrer', null, 200],
])('%s', async (_, role, organisation, status) => {
  expect((await invite(role, organisation)).status).toBe(status)
})

test('who joins as a provider is of that organisation, and holds what is for it until that alters', async () => {
  const { link } = invitationReplySchema.parse(await (await invite('provider', providers.age)).json())
  const email = `${newId()}@demo.test`
  const joined = await postJson(`${service.url}/api/account/join`, {
    token: link.split('/').at(-1),
    name: 'Ada New',
    email,
    password: 'a-long-enough-password',
  })
  const person = personSchema.parse(await joined.json())
  expect(person).toMatchObject({ role: 'provider', organisation: { id: providers.age, name: 'Age UK' } })
  const ada = deviceOf(service.url, cookieOf(joined))
  expect([...(await ada.pullAll()).values()].filter(({ kind }) => kind !== 'settings')).toEqual([])
  const path = `/api/account/members/${person.id}`
  const alter = (body: object) => mo.call(path, { method: 'PATCH', body: JSON.stringify(body) })
  expect((await alter({ organisation: providers.mind })).status).toBe(200)
  const me = personSchema.parse(await (await ada.call('/api/account/me')).json())
  expect(me.organisation).toEqual({ id: providers.mind, name: 'Mind' })
  expect((await alter({ organisation: practice })).status).toBe(400)
  expect((await alter({ role: 'volunteer' })).status).toBe(200)
  const after = personSchema.parse(await (await ada.call('/api/account/me')).json())
  expect(after.organisation ?? null).toBeNull()
  expect((await alter({ role: 'provider' })).status).toBe(400)
})
