import { describe, expect, test } from 'vitest'
import type { ServiceBody } from '#domain/service/service.ts'
import { agreedWords, meetingWords, told } from './leafletWords.ts'
import { mailLink, shareText, smsLink } from './shareText.ts'
import { clockWords, listed, whenLines } from './timeWords.ts'

const now = '2026-11-28T10:00'
const telling = { now, origin: 'https://doorstep.example.org' }
const shed: ServiceBody = {
  organization_id: 'o',
  name: 'Men in Sheds',
  status: 'active',
  description: 'Woodwork and company.',
  assured_date: '2026-11-01',
  phones: [{ id: 'p', number: '020 7946 0123' }],
  schedules: [{ id: 's', freq: 'WEEKLY', byday: 'TH', opens_at: '09:30', closes_at: '12:00' }],
  locations: [
    {
      id: 'l',
      location_type: 'physical',
      name: 'The Workshop',
      address: '3 Invented Road',
      postal_code: 'DA1 1AA',
    },
  ],
  cost_options: [{ id: 'c', amount: 3.5, option: 'A visit' }],
}
const entry = (
  change: Partial<ServiceBody> = {},
  agreed: Parameters<typeof agreedWords>[0] = { as: 'told' },
) => told({ id: 'shed', body: { ...shed, ...change }, organisation: 'Age UK' }, agreed, telling)
const fact = (label: string, change: Partial<ServiceBody> = {}, agreed?: Parameters<typeof agreedWords>[0]) =>
  entry(change, agreed).facts.find((each) => each.label === label)?.lines

describe('times as people say them', () => {
  test.each([
    ['09:30', '9:30am'],
    ['10:00', '10am'],
    ['12:00', '12 noon'],
    ['12:15', '12:15pm'],
    ['00:00', 'midnight'],
    ['18:00:00Z', '6pm'],
    ['noonish', 'noonish'],
  ])('%s is %s', (time, words) => expect(clockWords(time)).toBe(words))

  const lines = (schedule: object) => whenLines({ schedules: [{ id: 's', ...schedule }] }, now)
  test.each([
    [
      { freq: 'WEEKLY', byday: 'TH', opens_at: '09:30', closes_at: '12:00' },
      ['Every Thursday, 9:30am to 12 noon', 'Next: Thursday 3 December'],
    ],
    [{ freq: 'WEEKLY', byday: 'MO,TH' }, ['Every Monday and Thursday', 'Next: Monday 30 November']],
    [
      { freq: 'WEEKLY', byday: 'TU', interval: 2, dtstart: '2026-11-17', description: 'Alternate weeks.' },
      ['Every 2 weeks on Tuesday', 'Alternate weeks', 'Next: Tuesday 1 December'],
    ],
    [
      { freq: 'MONTHLY', byday: '1TH', opens_at: '18:00' },
      ['The first Thursday of each month, 6pm', 'Next: Thursday 3 December'],
    ],
    [{ freq: 'MONTHLY', byday: '-1FR' }, ['The last Friday of each month', 'Next: Friday 25 December']],
    [{ freq: 'MONTHLY', byday: 'FR', description: 'Some Fridays' }, ['Some Fridays']],
    [{ description: 'Ring for times' }, ['Ring for times']],
    [{}, []],
  ])('%j', (schedule, words) => expect(lines(schedule)).toEqual(words))

  test('a next time in another year says which', () => {
    expect(
      whenLines({ schedules: [{ id: 's', freq: 'MONTHLY', byday: '1MO' }] }, '2026-12-20T10:00'),
    ).toContain('Next: Monday 4 January 2027')
  })

  test('lists are read out', () =>
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']))
})

describe('a service on a leaflet', () => {
  test('says what it is, where, when, what it costs', () => {
    expect(entry()).toMatchObject({
      name: 'Men in Sheds',
      runBy: 'Age UK',
      what: 'Woodwork and company.',
      phones: ['020 7946 0123'],
      agreed: 'You can ring them yourself.',
      address: 'https://doorstep.example.org/services/shed',
    })
    expect(fact('Where')).toEqual(['The Workshop, 3 Invented Road, DA1 1AA'])
    expect(fact('Cost')).toEqual(['A visit £3.50'])
    expect(fact('Cost', { cost_options: [{ id: 'c', amount: 0, option: 'Free' }] })).toEqual(['Free'])
    expect(fact('Cost', { cost_options: [] })).toEqual(['Please ask them'])
    expect(fact('Where', { locations: [], service_areas: [{ id: 'a', name: 'Bexley' }] })).toEqual(['Bexley'])
    expect(fact('Where', { locations: [{ id: 'l', location_type: 'virtual' }] })).toEqual(['Online'])
  })

  test('how to join is left out where somebody has asked for them', () => {
    const join = { application_process: 'Ring on a Monday' }
    expect(fact('How to join', join)).toEqual(['Ring on a Monday'])
    expect(fact('How to join', join, { as: 'asked', rings: true })).toBeUndefined()
    expect(fact('How to join', { accepts: 'referral' })?.[0]).toMatch(/We can make it/)
  })

  test('nobody is sent to a service that does not run, nor on information that is old', () => {
    expect(entry({ status: 'inactive' }).agreed).toBe('')
    expect(fact('How to join', { status: 'inactive' })).toEqual(['It is not running at the moment'])
    expect(fact('Good to know')).toBeUndefined()
    expect(fact('Good to know', { assured_date: '2025-01-01' })).toEqual(['Please ring before you set out'])
  })
})

test.each([
  [{ as: 'told' }, true, 'You can ring them yourself.'],
  [{ as: 'told' }, false, 'You can get in touch with them yourself.'],
  [{ as: 'asked', rings: true }, true, 'We have asked them to ring you.'],
  [
    { as: 'asked', rings: true, wait: '6 to 8 months' },
    true,
    'We have asked them to ring you. The wait is about 6 to 8 months.',
  ],
  [
    { as: 'asked', rings: false },
    true,
    'We have asked them about a place for you, and will tell you what they say.',
  ],
  [
    { as: 'waiting', wait: 'about 6 weeks' },
    true,
    'You are on their waiting list. The wait is about 6 weeks.',
  ],
  [{ as: 'begun' }, true, 'You go there already.'],
  [{ as: 'open' }, true, ''],
] as const)('what was agreed, %j, in words', (agreed, hasPhone, words) => {
  expect(agreedWords(agreed, hasPhone)).toBe(words)
})

test.each([
  ['grace', 'home', 'I will see you on Tuesday 8 December at 10:30am.'],
  ['grace', 'phone', 'I will ring you on Tuesday 8 December at 10:30am.'],
  ['sam', 'home', 'Sam will see you on Tuesday 8 December at 10:30am.'],
])('the next meeting, with %s at %s', (coordinator, place, words) => {
  const from = { id: 'grace', nameOf: () => 'Sam' }
  expect(meetingWords({ startsAt: '2026-12-08T10:30', place, coordinator }, from, now)).toBe(words)
})

describe('what is shared', () => {
  const text = shareText(
    [entry(), entry({ name: 'Café', phones: [], invented_contact: true })],
    'Community Connect',
  )

  test('is what the services say of themselves, with the address of each', () => {
    expect(text).toBe(
      [
        'Services for you, from Community Connect',
        '',
        'Men in Sheds (Age UK)',
        'When: Every Thursday, 9:30am to 12 noon. Next: Thursday 3 December',
        'Where: The Workshop, 3 Invented Road, DA1 1AA',
        'Phone: 020 7946 0123',
        'https://doorstep.example.org/services/shed',
        '',
        'Café (Age UK)',
        'When: Every Thursday, 9:30am to 12 noon. Next: Thursday 3 December',
        'Where: The Workshop, 3 Invented Road, DA1 1AA',
        'https://doorstep.example.org/services/shed',
      ].join('\n'),
    )
  })

  test('says nothing of what was agreed with somebody', () => {
    const asked = entry({}, { as: 'waiting', wait: '6 weeks' })
    expect(shareText([asked], 'Community Connect')).not.toMatch(/waiting|6 weeks/i)
  })

  test('comes out of a link as it went in', () => {
    const sms = smsLink(text)
    expect(decodeURIComponent(sms.slice(sms.indexOf('body=') + 5))).toBe(text)
    expect(sms).not.toMatch(/[\n ]/)
    const mail = new URL(mailLink('A & B', text))
    expect(mail.searchParams.get('subject')).toBe('A & B')
    expect(mail.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(text)
  })
})
