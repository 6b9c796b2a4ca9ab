import { describe, expect, test } from 'vitest'
import { menInSheds } from '../visit/visits.fixture.ts'
import { giveLeaflet, unrecorded } from './give.ts'
import { beginLeaflet, handedTo, leafletSchema, needsAnotherLanguage, servicesAsked } from './leaflet.ts'
import { leftOut, offeredAnew, offeredAtVisit, offeredFromFile, onLeaflet } from './offered.ts'

const id = '019a8f00-0000-7000-8000-0000000000aa'
const today = '2026-11-28'
const grace = 'grace'

const told = (service: string, givenOn = today) => ({ body: { service, givenOn, givenBy: grace } })
const referred = (service: string, status: string, more = {}) => ({
  body: { service, madeOn: today, madeBy: grace, consent: true, status, agreedToShare: ['contact'], ...more },
})
const plain = { ticked: {} }

describe('how a leaflet begins', () => {
  test.each([
    [['Large print, 16 point or bigger'], 'larger', true],
    [['Sight is getting worse'], 'larger', true],
    [['Short sentences, one question at a time'], 'large', false],
    [['Easy read'], 'large', false],
    [['Ring twice, he needs time to reach the phone'], 'large', true],
    [[], 'large', true],
  ] as const)('whoever has the needs %j reads it %s, with codes: %s', (needs, size, codes) => {
    expect(beginLeaflet(id, [], needs)).toMatchObject({ size, codes })
  })

  test('is a draft that can be read again', () => {
    const leaflet = beginLeaflet(id, ['a'])
    expect(leafletSchema.parse(JSON.parse(JSON.stringify(leaflet)))).toEqual(leaflet)
  })

  test('whose need is another language is known by their words', () => {
    expect(needsAnotherLanguage(['Interpreter: Punjabi'])).toBe(true)
    expect(needsAnotherLanguage(['Speaks little English'])).toBe(true)
    expect(needsAnotherLanguage(['Large print', 'Speak slowly'])).toBe(false)
  })

  test('an address names each service once', () => {
    expect(servicesAsked('a,b,,a')).toEqual(['a', 'b'])
    expect(servicesAsked(null)).toEqual([])
  })

  test('begun for anybody and handed to a client it loses nothing of either', () => {
    const before = { ...beginLeaflet(id, ['a']), note: 'Ring on Monday', ticked: { a: false } }
    const brought = { ...beginLeaflet('other', ['a', 'b']), note: 'Ask for Jim', ticked: { b: false } }
    expect(handedTo(before, brought)).toMatchObject({
      id,
      services: ['a', 'b'],
      note: 'Ring on Monday\nAsk for Jim',
      ticked: { a: false, b: false },
    })
  })
})

describe('what is agreed', () => {
  test.each([
    [{ as: 'signpost' }, { as: 'told' }],
    [{}, { as: 'asked', rings: true }],
    [{ expectedWait: '6 weeks' }, { as: 'asked', rings: true, wait: '6 weeks' }],
    [{ agreedToShare: [] }, { as: 'asked', rings: false }],
    [{ consent: false }, { as: 'open' }],
  ] as const)('on a visit, chosen with %j', (chosen, agreed) => {
    const { consent, ...unasked } = menInSheds
    const service = { ...unasked, ...(consent === undefined ? {} : { consent }), ...chosen }
    const [offered] = offeredAtVisit([{ ...service, agreedToShare: [...service.agreedToShare] }])
    expect(offered).toEqual({ service: menInSheds.service, agreed, recorded: true, ticked: true })
  })

  test('a referral to which nobody has said yes so far promises nothing', () => {
    const { consent: _, ...unasked } = menInSheds
    expect(offeredAtVisit([unasked])[0]?.agreed).toEqual({ as: 'open' })
  })

  test.each([
    ['sent', { as: 'asked', rings: true }],
    ['accepted', { as: 'accepted' }],
    ['waiting', { as: 'waiting' }],
    ['started', { as: 'begun' }],
    ['attended', { as: 'begun' }],
  ])('of the file, with a referral that is %s', (status, agreed) => {
    const offered = offeredFromFile({ signposts: [], referrals: [referred('a', status)] }, today)
    expect(offered).toEqual([{ service: 'a', agreed, recorded: true, ticked: true }])
  })

  test.each(['finished', 'declined', 'did-not-start', 'withdrawn', 'paused by a newer version'])(
    'a referral that is %s is not offered',
    (status) => {
      expect(offeredFromFile({ signposts: [], referrals: [referred('a', status)] }, today)).toEqual([])
    },
  )

  test('what was told more than half a year ago is not offered', () => {
    const signposts = [told('a', '2026-05-29'), told('b', '2026-05-28'), told('c', 'last spring')]
    expect(offeredFromFile({ signposts, referrals: [] }, today).map(({ service }) => service)).toEqual(['a'])
  })
})

describe('what is on it', () => {
  const file = offeredFromFile(
    { signposts: [told('a'), told('b')], referrals: [referred('b', 'sent')] },
    today,
  )

  test('each service once; what was agreed outweighs having been told', () => {
    expect(onLeaflet([file], plain).map(({ service, agreed }) => [service, agreed.as])).toEqual([
      ['b', 'asked'],
      ['a', 'told'],
    ])
    const anew = onLeaflet([offeredAnew(['b']), file], plain)
    expect(anew[0]).toEqual({
      service: 'b',
      agreed: { as: 'asked', rings: true },
      recorded: true,
      ticked: true,
    })
  })

  test('the author’s ticks outweigh what was offered', () => {
    const ticks = (ticked: Record<string, boolean>) =>
      onLeaflet([leftOut(file), offeredAnew(['c'])], { ticked })
        .filter((each) => each.ticked)
        .map(({ service }) => service)
    expect(ticks({})).toEqual(['c'])
    expect(ticks({ a: true, c: false })).toEqual(['a'])
  })
})

describe('that it was given', () => {
  let made = 0
  const giving = { file: 'file', by: grace, today, newId: () => `new-${(made += 1)}` }
  const file = offeredFromFile({ signposts: [told('a')], referrals: [referred('b', 'sent')] }, today)
  const choices = onLeaflet([file, offeredAnew(['a', 'b', 'c', 'd', 'e'])], { ticked: { e: false } })

  test('is recorded for what the file does not know of, once, and never as a referral', () => {
    expect(unrecorded(choices).map(({ service }) => service)).toEqual(['c', 'd'])
    const edits = giveLeaflet({ id }, choices, giving)
    expect(edits.map((edit) => [edit.op, edit.kind])).toEqual([
      ['create', 'signpost'],
      ['create', 'signpost'],
    ])
    expect(edits.map((edit) => edit.op === 'create' && edit.body)).toEqual(
      ['c', 'd'].map((service) => ({ service, givenOn: today, givenBy: grace, leaflet: id })),
    )
  })

  test('a second time there is nothing left to record', () => {
    const signposts = ['a', 'c', 'd'].map((service) => told(service))
    const after = offeredFromFile({ signposts, referrals: [referred('b', 'sent')] }, today)
    const again = onLeaflet([after, offeredAnew(['a', 'b', 'c', 'd'])], plain)
    expect(giveLeaflet({ id }, again, giving)).toEqual([])
  })

  test('of what was chosen on a visit nothing is recorded: finishing it does that', () => {
    expect(unrecorded(onLeaflet([offeredAtVisit([menInSheds])], plain))).toEqual([])
  })
})
