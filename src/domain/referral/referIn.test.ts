import { describe, expect, test } from 'vitest'
import type { Edit } from '../change/change.ts'
import { clientBody } from '../client/client.ts'
import { blankReferIn, gapsInReferIn, type ReferIn, referIn, type Referring } from './referIn.ts'
import { referralBody } from './referral.ts'

const ros = crypto.randomUUID()
const team = crypto.randomUUID()
const referring: Referring = {
  ids: { client: crypto.randomUUID(), referral: crypto.randomUUID(), progress: crypto.randomUUID() },
  by: ros,
  team,
  service: 'Community Connect',
}

const iris: ReferIn = {
  person: {
    ...blankReferIn.person,
    firstName: ' Iris ',
    familyName: 'Ade',
    dateOfBirth: '31/2/1941',
    nhsNumber: '999 123-4567',
    lines: '4 Elm Row\n\nWelling',
    postcode: 'da161aa',
    phone: '020 7946 0011',
    communicationNeeds: 'Speak slowly\nLarge print\nSpeak slowly',
  },
  referral: {
    ...blankReferIn.referral,
    source: 'gp',
    referrerName: 'Dr Ngozi Adelanke',
    referrerOrganisation: 'Bellegrove Surgery',
    date: '2026-11-28',
    reasons: ['isolated', 'money-or-housing'],
    consent: 'given',
    danger: 'no',
  },
}

describe('somebody who is referred', () => {
  test('has a file begun in one change: client, referral, and what the referrer is told', () => {
    const edits = referIn(iris, referring)
    expect(edits.map(({ op, kind }) => `${op} ${kind}`)).toEqual([
      'create client',
      'create referral',
      'create referralProgress',
    ])
    expect(edits.every((edit) => edit.op === 'create' && edit.file === referring.ids.client)).toBe(true)
    expect(bodyOf(edits, 'referralProgress')).toEqual({
      referral: referring.ids.referral,
      referredBy: ros,
      name: 'Iris Ade',
      on: '2026-11-28',
      status: 'received',
    })
  })

  test('waits in the team where their referrer’s files go, with everything as it was typed', () => {
    const body = clientBody.parse(bodyOf(referIn(iris, referring), 'client'))
    expect(body).toEqual({
      firstName: 'Iris',
      familyName: 'Ade',
      dateOfBirth: '31/2/1941',
      nhsNumber: '999 123-4567',
      address: { lines: ['4 Elm Row', 'Welling'], postcode: 'DA16 1AA' },
      phone: '020 7946 0011',
      communicationNeeds: ['Speak slowly', 'Large print'],
      team,
      status: 'waiting',
    })
  })

  test('comes with the headings of PRSB’s referral details', () => {
    const body = referralBody.parse(bodyOf(referIn(iris, referring), 'referral'))
    expect(body).toEqual({
      source: 'gp',
      date: '2026-11-28',
      reasons: ['isolated', 'money-or-housing'],
      status: 'received',
      referralTo: 'Community Connect',
      referrer: { name: 'Dr Ngozi Adelanke', organisation: 'Bellegrove Surgery' },
      consent: 'given',
      referredBy: ros,
    })
  })

  test('through the public page: nobody is told, and no member is named', () => {
    const edits = referIn(iris, { ...referring, by: null, externalReference: '7K2M-4QXP' })
    expect(edits.map(({ kind }) => kind)).toEqual(['client', 'referral'])
    expect(bodyOf(edits, 'referral')).not.toHaveProperty('referredBy')
    expect(bodyOf(edits, 'referral')).toMatchObject({ externalReference: '7K2M-4QXP' })
  })

  test('in danger: what was said and what was done goes along', () => {
    const danger = { danger: 'yes', dangerSaid: 'Spoke of suicide', dangerDone: 'Rang 999 with her' } as const
    const said = { ...iris, referral: { ...iris.referral, ...danger } }
    expect(bodyOf(referIn(said, referring), 'referral')['urgent']).toEqual({
      risk: 'Spoke of suicide',
      action: 'Rang 999 with her',
    })
  })

  test('says the same when it is said again', () => {
    expect(referIn(iris, referring)).toEqual(referIn(iris, referring))
  })
})

describe('what is missing', () => {
  const without = (change: Partial<ReferIn['referral']>): ReferIn => ({
    ...iris,
    referral: { ...iris.referral, ...change },
  })
  const who = (change: Partial<ReferIn['person']>): ReferIn => ({
    ...iris,
    person: { ...iris.person, ...change },
  })

  test.each([
    ['nothing', iris, []],
    ['a number, a date or a postcode that look wrong', who({ nhsNumber: '12', postcode: 'here' }), []],
    ['a name', who({ firstName: ' ', familyName: '' }), ['name']],
    ['a family name alone', who({ firstName: '' }), []],
    ['a way to reach them', who({ lines: '', phone: '' }), ['reach']],
    ['one in words', who({ lines: '', phone: '', reach: 'At the day centre' }), []],
    ['who refers', without({ source: '' }), ['source']],
    ['the answer about danger', without({ danger: '' }), ['danger']],
    ['consent', without({ consent: '' }), ['consent']],
    ['why consent was not sought', without({ consent: 'not-sought' }), ['consentNote']],
    ['consent not sought, with the reason', without({ consent: 'not-sought', consentNote: 'Rang off' }), []],
    ['everything', blankReferIn, ['name', 'reach', 'source', 'danger', 'consent']],
  ] as const)('%s', (_what, entered, gaps) => {
    expect(gapsInReferIn(entered)).toEqual(gaps)
  })
})

function bodyOf(edits: readonly Edit[], kind: string) {
  const edit = edits.find((each) => each.kind === kind)
  if (edit?.op !== 'create') throw new Error(`No ${kind} was created`)
  return edit.body
}
