import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personSchema } from '#protocol/account.ts'
import { memberSchema, membersSchema, teamSchema, teamsSchema } from '#protocol/members.ts'
import { verifyHistory } from '../reconcile/verifyHistory.ts'
import { change, createClient, createNote, editField, newId } from '../testing/changes.ts'
import { people, teamA, teamB } from '../testing/demo.ts'
import { type Device, openService, type TestService } from '../testing/service.ts'

let service: TestService
let mo: Device

beforeAll(async () => {
  service = await openService()
  mo = await service.signIn('mo')
})
afterAll(() => service.remove())

const patch = (as: Device, staff: string, body: object) =>
  as.call(`/api/account/members/${staff}`, { method: 'PATCH', body: JSON.stringify(body) })

async function alter(staff: string, body: object) {
  const response = await patch(mo, staff, body)
  if (response.status !== 200) throw new Error(await response.text())
  return memberSchema.parse(await response.json())
}

const codeOf = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.json()
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : body
}

describe('members', () => {
  test('are listed to managers and to nobody else', async () => {
    const { members } = membersSchema.parse(await (await mo.call('/api/account/members')).json())
    expect(members.find(({ staff }) => staff === people.grace.id)).toEqual({
      staff: people.grace.id,
      name: people.grace.name,
      email: people.grace.email,
      role: 'coordinator',
      team: teamA,
      organisation: null,
      active: true,
    })
    const rolesFor = async (headers: Record<string, string>) => {
      const answer = await mo.call('/api/account/members', { headers })
      return new Set(membersSchema.parse(await answer.json()).members.map(({ role }) => role))
    }
    expect(await rolesFor({})).toEqual(new Set(['manager', 'coordinator', 'volunteer']))
    expect(await rolesFor({ 'doorstep-protocol': '3' })).toContain('provider')
    const grace = await service.signIn('grace')
    expect((await grace.call('/api/account/members')).status).toBe(403)
    expect((await patch(grace, people.grace.id, { role: 'manager' })).status).toBe(403)
  })

  test('altered: colleagues are told in the order, and the history holds', async () => {
    await alter(people.val.id, { role: 'coordinator', team: teamB })
    const [record] = await mo.fetch([people.val.id])
    expect(record?.body).toMatchObject({ role: 'coordinator', team: teamB, active: true })
    await alter(people.val.id, { role: 'volunteer', team: null })
    expect((await mo.fetch([people.val.id]))[0]?.body).toEqual({
      name: people.val.name,
      role: 'volunteer',
      active: true,
    })
    expect(await verifyHistory(service.database, service.tenant)).toEqual([])
  })

  test('the same again alters nothing, and nobody has to compare', async () => {
    const val = await service.signIn('val')
    const before = await val.pull()
    await alter(people.val.id, { role: 'volunteer' })
    expect(before.kind === 'page' && (await val.pull(before.checkpoint)).kind).toBe('page')
  })

  test('somebody or a team that is not there', async () => {
    expect((await patch(mo, newId(), { active: false })).status).toBe(404)
    expect((await patch(mo, people.val.id, { team: newId() })).status).toBe(400)
  })

  test('a co-ordinator without a team goes to one, so that their files are not nowhere', async () => {
    expect((await alter(people.val.id, { role: 'coordinator' })).team).not.toBeNull()
    await alter(people.val.id, { role: 'volunteer', team: null })
  })

  test('the last manager can neither be ended nor demoted; with another one they can', async () => {
    expect(await codeOf(await patch(mo, people.mo.id, { active: false }))).toBe('lastManager')
    expect(await codeOf(await patch(mo, people.mo.id, { role: 'volunteer' }))).toBe('lastManager')
    await alter(people.sam.id, { role: 'manager' })
    const sam = await service.signIn('sam')
    expect((await patch(mo, people.mo.id, { role: 'volunteer' })).status).toBe(200)
    expect((await mo.call('/api/account/members')).status).toBe(403)
    expect((await patch(sam, people.mo.id, { role: 'manager' })).status).toBe(200)
    await alter(people.sam.id, { role: 'coordinator', team: teamA })
  })

  test('two managers who end each other at once: one of them is left', async () => {
    await alter(people.sam.id, { role: 'manager' })
    const sam = await service.signIn('sam')
    const answers = await Promise.all([
      patch(mo, people.sam.id, { active: false }),
      patch(sam, people.mo.id, { active: false }),
    ])
    const { members } = membersSchema.parse({
      members: await service.database
        .selectFrom('members')
        .innerJoin('auth_user as u', 'u.id', 'user_id')
        .select(['staff', 'members.name', 'email', 'role', 'team', 'active'])
        .execute()
        .then((rows) => rows.map((row) => ({ ...row, active: row.active === 1 }))),
    })
    expect(members.filter(({ role, active }) => role === 'manager' && active).length).toBeGreaterThan(0)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    const left = (await mo.call('/api/account/members')).status === 200 ? mo : sam
    await patch(left, people.mo.id, { active: true, role: 'manager' })
    mo = await service.signIn('mo')
    await alter(people.sam.id, { active: true, role: 'coordinator', team: teamA })
  })
})

describe('teams', () => {
  test('are added and renamed; two of one name could not be told apart', async () => {
    const post = (name: string) =>
      mo.call('/api/account/teams', { method: 'POST', body: JSON.stringify({ name }) })
    const { id } = teamSchema.parse(await (await post(' North ')).json())
    expect(await codeOf(await post('north'))).toBe('nameTaken')
    const rename = (team: string, name: string) =>
      mo.call(`/api/account/teams/${team}`, { method: 'PATCH', body: JSON.stringify({ name }) })
    expect((await rename(id, 'North and East')).status).toBe(200)
    expect((await rename(id, 'North and East')).status).toBe(200)
    expect((await rename(newId(), 'Nowhere')).status).toBe(404)
    const { teams } = teamsSchema.parse(await (await mo.call('/api/account/teams')).json())
    expect(teams.find((team) => team.id === id)?.name).toBe('North and East')
    await alter(people.tom.id, { team: id })
    await alter(people.tom.id, { team: teamB })
  })
})

describe('somebody whose access has ended', () => {
  test('may hand over, is given nothing, and may do nothing else', async () => {
    const grace = await service.signIn('grace')
    const client = newId()
    await grace.push(change(createClient(client, teamA), createNote(newId(), client)))
    const [first] = await grace.push(change(editField('client', client, 'phone', null, '1')))
    expect(first?.outcome).toBe('applied')
    const page = await grace.pull()
    await alter(people.grace.id, { active: false })

    expect(personSchema.parse(await (await grace.call('/api/account/me')).json()).active).toBe(false)
    expect(page.kind === 'page' && (await grace.pull(page.checkpoint)).kind).toBe('compare')
    expect((await grace.manifest()).records).toEqual([])
    expect(await grace.fetch([client])).toEqual([])
    expect(await grace.ready()).toEqual([])
    expect((await grace.pullAll()).size).toBe(0)
    const late = change(editField('client', client, 'phone', '1', '2'), createNote(newId(), client))
    expect(await grace.push({ ...late, pulled: 0 })).toMatchObject([{ outcome: 'refused', reason: 'held' }])
    expect((await mo.fetch([client]))[0]?.body['phone']).toBe('1')

    const again = await service.signIn('grace')
    expect(await again.push({ ...late, pulled: 0 })).toMatchObject([{ outcome: 'refused', reason: 'held' }])
    expect(await codeOf(await again.call('/api/account/members'))).toBe('ended')

    await alter(people.grace.id, { active: true })
    const back = personSchema.parse(await (await grace.call('/api/account/me')).json())
    expect(back.active).toBeUndefined()
    expect((await grace.fetch([client]))[0]?.id).toBe(client)
  })

  test('nothing but handing over stands open to them', () => {
    const open = service.app.routeTable
      .filter(({ access }) => access === 'formerToo')
      .map(({ method, url }) => `${method} ${url}`)
    expect(open.filter((line) => !line.startsWith('HEAD')).toSorted()).toEqual([
      'GET /api/account/me',
      'GET /api/sync/manifest',
      'GET /api/sync/pokes',
      'GET /api/sync/ready',
      'GET /api/sync/records',
      'POST /api/account/sign-out',
      'POST /api/sync/changes',
      'POST /api/sync/records',
      'POST /api/sync/returns',
      'PUT /api/account/recovery/:device',
    ])
  })
})
