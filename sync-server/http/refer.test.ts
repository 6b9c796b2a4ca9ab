import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecord } from '#domain/change/write.ts'
import { SETTINGS_ID } from '#domain/settings/settings.ts'
import { systemGround } from '../accounts/ground.ts'
import { verifyAll } from '../ops/verify.ts'
import { change, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { openService, type TestService } from '../testing/service.ts'

let service: TestService
let skew = 0
const practice = newId()

beforeAll(async () => {
  service = await openService({
    ground: (database) => ({ ...systemGround(database), now: () => new Date(Date.now() + skew) }),
  })
  const mo = await service.signIn('mo')
  const urgentNumbers = [{ id: 's', label: 'Samaritans', number: '116 123' }]
  await mo.push(
    change(createRecord('settings', SETTINGS_ID, null, { urgentNumbers })),
    change(createRecord('practice', practice, null, { name: 'Bellegrove <Surgery>' })),
  )
})
afterAll(() => service.remove())

const enough = {
  firstName: 'Iris',
  familyName: 'Ade',
  phone: '020 7946 0011',
  danger: 'no',
  source: 'family',
  referrerName: 'Ben Ade',
  referrerContact: 'ben@example.test',
  consent: 'given',
}

const at = (path: string) => `${service.url}${path}`

/** The form as it is shown, and the time that somebody needs to fill it in. */
async function openForm(about = 'somebody'): Promise<string> {
  const page = await (await fetch(at(`/refer/${about}`))).text()
  skew += 60_000
  return passIn(page)
}

function passIn(page: string): string {
  const pass = /name="pass" value="([^"]+)"/.exec(page)?.[1]
  if (pass === undefined) throw new Error('The page has no pass')
  return pass
}

function send(typed: Record<string, string | string[]>, about = 'somebody', headers = {}): Promise<Response> {
  const body = new URLSearchParams()
  for (const [field, value] of Object.entries(typed))
    for (const each of [value].flat()) body.append(field, each)
  return fetch(at(`/refer/${about}`), { method: 'POST', body, headers, redirect: 'manual' })
}

async function recordsOf(familyName: string) {
  const held = await (await service.signIn('grace')).pullAll()
  const client = [...held.values()].find(
    ({ kind, body }) => kind === 'client' && body['familyName'] === familyName,
  )
  return [...held.values()].filter(({ file }) => client && file === client.id)
}

describe('the public page', () => {
  test('begins with the urgent route, and asks for whom it is', async () => {
    const response = await fetch(at('/refer'))
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    for (const words of ['tel:999', 'tel:111', 'Samaritans 116 123', 'tel:116123', '/refer/myself'])
      expect(page).toContain(words)
    expect(page).not.toContain('<script')
  })

  test('offers the practices, whatever their names hold', async () => {
    const page = await (await fetch(at('/refer/myself'))).text()
    expect(page).toMatch(new RegExp(`<option value="${practice}" >Bellegrove &lt;Surgery&gt;</option>`))
  })

  test.each(['/refer/nothing', '/refer/thanks/nothing'])('%s is not there', async (path) => {
    const response = await fetch(at(path))
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('There is no such page')
  })

  test('is not open where no service is set up', async () => {
    const bare = await openService({}, { demo: null })
    try {
      for (const path of ['/refer', '/refer/myself', '/refer/thanks/0000-0000']) {
        const response = await fetch(`${bare.url}${path}`)
        expect(response.status).toBe(404)
        expect(await response.text()).toContain('This service is not set up yet')
      }
    } finally {
      await bare.remove()
    }
  })
})

describe('a form that is sent', () => {
  test('is a client and a referral of the first team, as any referrer’s would be', async () => {
    const pass = await openForm()
    const more = { practice, reasons: ['isolated', 'carer', 'made-up'], nhsNumber: '999-123 456' }
    const response = await send({ ...enough, ...more, familyName: 'Happy', pass })
    expect(response.status).toBe(303)
    const reference = /^\/refer\/thanks\/(.+)$/.exec(response.headers.get('location') ?? '')?.[1]
    const records = await recordsOf('Happy')
    expect(records.map(({ kind }) => kind).toSorted()).toEqual(['client', 'referral'])
    expect(records.find(({ kind }) => kind === 'client')?.body).toMatchObject({
      team: teamA,
      status: 'waiting',
      practice,
      nhsNumber: '999-123 456',
    })
    expect(records.find(({ kind }) => kind === 'referral')?.body).toMatchObject({
      source: 'family',
      method: 'form',
      status: 'received',
      consent: 'given',
      reasons: ['isolated', 'carer'],
      referrer: { name: 'Ben Ade', contact: 'ben@example.test' },
      externalReference: reference,
    })
    const thanks = await (await fetch(at(`/refer/thanks/${reference}`))).text()
    expect(thanks).toContain(reference)
    expect(thanks).not.toContain('Happy')
  })

  test('for oneself: is one’s own, and agreed to by sending it', async () => {
    const pass = await openForm('myself')
    const { firstName, phone } = enough
    const birth = { birthDay: '4', birthMonth: '3', birthYear: '1941' }
    const danger = { danger: 'yes', dangerSaid: 'I thought of it', dangerDone: 'Rang my sister' }
    const typed = { firstName, phone, familyName: 'Myself', ...birth, ...danger, pass }
    expect((await send(typed, 'myself')).status).toBe(303)
    const bodies = (await recordsOf('Myself')).map(({ body }) => body)
    expect(bodies).toContainEqual(expect.objectContaining({ dateOfBirth: '1941-03-04' }))
    expect(bodies).toContainEqual(
      expect.objectContaining({
        source: 'self',
        consent: 'given',
        referrer: { name: 'Iris Myself' },
        urgent: { risk: 'I thought of it', action: 'Rang my sister' },
      }),
    )
  })

  test('twice at the same moment is one referral', async () => {
    const typed = { ...enough, familyName: 'Twice', pass: await openForm() }
    const answers = await Promise.all([send(typed), send(typed)])
    answers.push(await send(typed))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await recordsOf('Twice')).toHaveLength(2)
  })

  test('again with something altered says that what was altered is not in it', async () => {
    const typed = { ...enough, familyName: 'Again', pass: await openForm() }
    expect((await send(typed)).status).toBe(303)
    const response = await send({ ...typed, phone: '020 7946 0099' })
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('What you altered since is not in it')
    expect(JSON.stringify(await recordsOf('Again'))).not.toContain('0099')
  })

  test('without what is needed comes back with all that was typed, and says so at the top', async () => {
    const lines = '\n4 Elm Row\r\n"Welling" </textarea><script>'
    const response = await send({
      familyName: 'Missing',
      lines,
      reasons: 'carer',
      consent: 'not-sought',
      pass: await openForm(),
    })
    const page = await response.text()
    expect(response.status).toBe(422)
    for (const field of ['danger-no', 'source', 'consentNote', 'referrerName', 'referrerContact'])
      expect(page).toContain(`<a href="#${field}">`)
    expect(page).toContain('value="Missing"')
    expect(page).toContain('>\n\n4 Elm Row\n&quot;Welling&quot; &lt;/textarea&gt;&lt;script&gt;</textarea>')
    expect(page).toMatch(/id="reasons-carer"[^>]* checked/)
    expect(page).toMatch(/id="consent-not-sought"[^>]* checked/)
    expect(await recordsOf('Missing')).toEqual([])
    const put = { ...enough, familyName: 'Missing', pass: passIn(page) }
    expect((await send(put)).status).toBe(303)
  })

  test('with more in a field than it takes comes back with it', async () => {
    const long = 'x'.repeat(101)
    const response = await send({ ...enough, firstName: long, pass: await openForm() })
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(new RegExp(`Please shorten: first name[^]*value="${long}"`))
  })

  test('larger than any form can be is not read', async () => {
    const response = await send({ ...enough, lines: 'x'.repeat(200_000) })
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('longer than we can take')
  })

  test('as something else than a form is not read', async () => {
    const response = await fetch(at('/refer/somebody'), { method: 'POST', body: '{}' })
    expect(response.status).toBe(415)
    expect(await response.text()).toContain('cannot be read')
  })

  test('from the page of another site is not taken', async () => {
    const pass = await openForm()
    const response = await send({ ...enough, familyName: 'Elsewhere', pass }, 'somebody', {
      'sec-fetch-site': 'cross-site',
    })
    expect(response.status).toBe(403)
    expect(await recordsOf('Elsewhere')).toEqual([])
  })

  test('with letters that no store can hold is taken without them', async () => {
    const typed = { ...enough, familyName: 'Odd\0', pass: await openForm() }
    expect((await send(typed)).status).toBe(303)
    expect(await recordsOf('Odd')).toHaveLength(2)
  })
})

describe('a robot', () => {
  const refused = async (typed: Record<string, string>, familyName: string) => {
    const response = await send({ ...enough, ...typed, familyName })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain(`value="${familyName}"`)
    expect(await recordsOf(familyName)).toEqual([])
    return { page, pass: passIn(page) }
  }

  test.each([
    ['without a pass', ''],
    ['with one that was made up', `${newId()}.abc.AAAA`],
  ])('%s gets no further', async (_what, pass) => {
    expect((await refused({ pass }, 'Robot')).pass).not.toBe(pass)
  })

  test('that is faster than anybody types gets no further', async () => {
    const pass = passIn(await (await fetch(at('/refer/somebody'))).text())
    const { page } = await refused({ pass }, 'Fast')
    expect(page).toContain('That was very quick')
  })

  test('that fills in what nobody sees gets no further; somebody whose browser did so, does', async () => {
    const { pass } = await refused({ website: 'https://example.test', pass: await openForm() }, 'Trapped')
    expect((await send({ ...enough, familyName: 'Trapped', pass })).status).toBe(303)
  })

  test('a form that lay open for days is shown again, and then taken', async () => {
    const old = await openForm()
    skew += 2 * 24 * 3_600_000
    const { pass } = await refused({ pass: old }, 'Days')
    skew += 60_000
    expect((await send({ ...enough, familyName: 'Days', pass })).status).toBe(303)
  })
})

test('many forms from one address have to wait, with all that was typed', async () => {
  skew += 3_600_000
  const pass = await openForm()
  for (let sent = 0; sent < 30; sent++) await send({ pass })
  const typed = { ...enough, familyName: 'Patient', pass }
  const response = await send(typed)
  const page = await response.text()
  expect(response.status).toBe(429)
  expect(page).toContain('Please send it again in 15 minutes.')
  expect(page).toContain('value="Patient"')
  expect(await recordsOf('Patient')).toEqual([])
  skew += 16 * 60_000
  expect((await send(typed)).status).toBe(303)
})

test('its author is known to colleagues, is no member, and leaves the database in order', async () => {
  const mo = await service.signIn('mo')
  const staff = [...(await mo.pullAll()).values()].filter(({ kind }) => kind === 'staff')
  expect(staff.filter(({ body }) => body['name'] === 'Public referral form')).toHaveLength(1)
  expect(await (await mo.call('/api/members')).text()).not.toContain('Public referral form')
  const findings = (await verifyAll(service.database)).flatMap((verified) => verified.findings)
  expect(findings).toEqual([])
})
