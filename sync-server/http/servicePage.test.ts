import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDemoService } from '../demo/cohort/buildDemoService.ts'
import { serviceNamed } from '../demo/cohort/directory.ts'
import { change, newId } from '../testing/changes.ts'
import { openService, signIn, type TestService } from '../testing/service.ts'

let service: TestService

beforeAll(async () => {
  service = await openService({ demo: buildDemoService })
})
afterAll(() => service.remove())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}${path}`, { headers })
const pageOf = async (key: string) => {
  const response = await get(`/services/${serviceNamed(key).id}`)
  return { status: response.status, html: await response.text() }
}
/** What is read of a page, in one line. */
const text = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('the page of one service', () => {
  test('says what, where, when, what it costs, how to join and how old that is', async () => {
    const { status, html } = await pageOf('age-uk-bexley/day-centres')
    expect(status).toBe(200)
    const read = text(html)
    for (const part of [
      'Day Centres',
      'Run by Age UK Bexley',
      'Thrushmere House 61 Thrushmere Road, Bexleyheath, DA6 1AB',
      'Monday to Friday, 10:00 to 15:00',
      '£24.50 a day, lunch included',
      'Step-free, Accessible toilet, Hearing loop, Transport there',
      'From age 65',
      'About 6 weeks As of',
      'Somebody refers you.',
      'These details are made up for a demonstration.',
      'Checked on',
    ]) {
      expect(read).toContain(part)
    }
    expect(html).not.toContain('geo:')
    const onAndroid = await get(`/services/${serviceNamed('age-uk-bexley/day-centres').id}`, {
      'user-agent': 'Android 15',
    })
    expect(await onAndroid.text()).toContain('href="geo:51.4566,0.1401"')
    expect(onAndroid.headers.get('vary')).toContain('user-agent')
    // A made-up number is nobody's to ring.
    expect(html).not.toContain('tel:')
  })

  test('needs no script and no account, and may be kept for a while', async () => {
    const response = await get(`/services/${serviceNamed('bexley-parkrun/parkrun').id}`)
    expect(await response.text()).not.toContain('<script')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('one that is closed says so, and not when it would be', async () => {
    const { html } = await pageOf('crossroads-care/coffee-mornings')
    expect(text(html)).toContain('Closed for the time being')
    expect(text(html)).toContain('Not meeting while the hall is repaired.')
    expect(text(html)).not.toContain('Every Thursday')
    expect(text((await pageOf('mind-in-bexley/recovery-college-art-group')).html)).toContain(
      'nobody new at the moment',
    )
    expect(text((await pageOf('nyne-lounge-bexleyheath/shine-club-night')).html)).toContain(
      'Please ring before you set out.',
    )
  })

  test('what is real can be rung, and whatever was written is only ever text', async () => {
    const mo = await signIn(service.url, 'mo@demo.test')
    const [id, organisation] = [newId(), newId()]
    const [receipt] = await mo.push(
      change(
        {
          op: 'create',
          kind: 'organisation',
          id: organisation,
          version: 1,
          file: null,
          body: { name: 'Real', description: '' },
        },
        {
          op: 'create',
          kind: 'service',
          id,
          version: 1,
          file: null,
          body: {
            organization_id: organisation,
            name: '<b>Shed</b> & "friends"',
            status: 'active',
            description: '<script>alert(1)</script>',
            url: 'javascript:alert(1)',
            phones: [{ id: 'p', number: '020 7946 0999" onclick="x' }],
            contacts: [{ id: 'c', name: 'Ann Persona', phone: '020 7946 0001' }],
          },
        },
      ),
    )
    expect(receipt?.outcome).toBe('applied')
    const html = await (await get(`/services/${id}`)).text()
    expect(html).toContain('<h1>&lt;b&gt;Shed&lt;/b&gt; &amp; &quot;friends&quot;</h1>')
    expect(html).toContain('href="tel:02079460999"')
    expect(html).not.toMatch(/<script|javascript:|onclick="x|Persona/)
  })

  test('nothing there is 404; one that was taken out says so with 410', async () => {
    const missing = await get(`/services/${newId()}`)
    expect([missing.status, text(await missing.text())]).toEqual([
      404,
      expect.stringContaining('No such page'),
    ])
    expect((await get('/services/%3Cscript%3E')).status).toBe(404)

    const mo = await signIn(service.url, 'mo@demo.test')
    const { id } = serviceNamed('bexley-community-lottery/fundraising-lottery')
    const seen = (await mo.pullAll()).get(id)?.body ?? {}
    await mo.push(change({ op: 'remove', kind: 'service', id, version: 1, reason: 'Ended', seen }))
    const gone = await get(`/services/${id}`)
    expect([gone.status, text(await gone.text())]).toEqual([
      410,
      expect.stringContaining('No longer in the directory'),
    ])
  })
})
