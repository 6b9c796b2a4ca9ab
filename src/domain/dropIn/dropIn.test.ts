import { describe, expect, test } from 'vitest'
import { editSchema, type Edit } from '../change/change.ts'
import { gapBody } from '../gap/gap.ts'
import type { DropInBody } from './dropIn.ts'
import { dropInContact, type DropInContactBody } from './dropInContact.ts'
import {
  blankContact,
  contactEdits,
  contactEntrySchema,
  correctedContact,
  entryOf,
  isBlank,
  isSaid,
  withAgreement,
  withGap,
  withGiven,
  withNeed,
} from './logContact.ts'
import { proposedServices, timesGiven } from './propose.ts'
import { isChosenSession, proposedPlaces, sessionEdits } from './session.ts'
import { tallyOf } from './tally.ts'

const [val, vi] = [crypto.randomUUID(), crypto.randomUUID()]
const session = { id: crypto.randomUUID(), body: { people: [val, vi], area: 'DA16', day: '2026-03-02' } }
const logging = { session, by: val, now: '2026-03-02T17:40:00.000Z' }
const blank = blankContact(crypto.randomUUID())
const agreed = {
  ...withNeed(blank, 'money'),
  agreed: true,
  firstName: ' Ottoline ',
  ageBand: '65-79',
  postcodeDistrict: 'da15 7aa',
}

function contactOf(edits: readonly (Edit | null)[]): DropInContactBody {
  const edit = edits.find((each) => each?.kind === 'dropInContact')
  if (edit?.op !== 'create') throw new Error('Nobody was logged')
  return dropInContact.body.parse(edit.body)
}

const gapsOf = (edits: readonly (Edit | null)[]) =>
  edits.flatMap((edit) => (edit?.op === 'create' && edit.kind === 'gap' ? gapBody.parse(edit.body) : []))

describe('somebody logged', () => {
  test('is of the session, held by its people, and says nothing of who they are', () => {
    const edits = contactEdits(withGiven(withNeed(blank, 'people'), 'a-service'), logging)
    for (const edit of edits) expect(editSchema.safeParse(edit).success).toBe(true)
    expect(contactOf(edits)).toEqual({
      dropIn: session.id,
      people: [val, vi],
      at: logging.now,
      by: val,
      needs: ['people'],
      given: ['a-service'],
    })
  })

  test('has a name, an age and a district only where they agreed, and never a whole postcode', () => {
    expect(contactOf(contactEdits(agreed, logging))).toMatchObject({
      agreed: true,
      firstName: 'Ottoline',
      ageBand: '65-79',
      postcodeDistrict: 'DA15',
    })
    const said = JSON.stringify(contactEdits({ ...agreed, agreed: false }, logging))
    for (const told of ['Ottoline', '65-79', 'DA15', 'agreed']) expect(said).not.toContain(told)
  })

  test('who takes it back that they agreed is anonymous at once, and stays so', () => {
    const anonymous = withAgreement(agreed, false)
    expect(anonymous).toEqual(withNeed(blank, 'money'))
    expect(withAgreement(anonymous, true).firstName).toBe('')
  })

  test('saved twice it says the same, gaps included', () => {
    const entry = withGap(agreed, 'money', crypto.randomUUID())
    expect(contactEdits(entry, logging)).toEqual(contactEdits(contactEntrySchema.parse(entry), logging))
  })

  test('a tap more takes a choice back; what was missing for a need goes with it', () => {
    const gap = crypto.randomUUID()
    const entry = withGap(withNeed(blank, 'money'), 'money', gap)
    expect(entry.gaps).toMatchObject([{ id: gap, need: 'money', why: 'nothing-found' }])
    expect(withGap(entry, 'money', crypto.randomUUID()).gaps).toEqual([])
    expect(withNeed(entry, 'money')).toEqual(blank)
    expect([blank, entry].map(isSaid)).toEqual([false, true])
    expect([blank, entry, { ...blank, note: 'x' }].map(isBlank)).toEqual([true, false, false])
  })

  test.each([
    ['their district where they agreed', agreed, 'DA15'],
    ['where the session is, where they did not', withAgreement(agreed, false), 'DA16'],
  ])('a gap is of %s', (_, entry, area) => {
    const [gap] = gapsOf(contactEdits(withGap(entry, 'money', crypto.randomUUID()), logging))
    expect(gap).toEqual({
      need: 'money',
      why: 'nothing-found',
      area,
      metAt: 'drop-in',
      on: '2026-03-02',
      by: val,
    })
  })
})

describe('somebody put right', () => {
  const body = contactOf(contactEdits({ ...agreed, note: 'Came late' }, logging))
  const seen = { id: agreed.id, kind: 'dropInContact', version: 1, contested: {}, body }

  test('as they were logged is no change', () => {
    expect(correctedContact(seen, entryOf(seen.id, body), logging)).toEqual([null])
  })

  test('loses what they do not agree to any more', () => {
    const [edit] = correctedContact(seen, withAgreement(entryOf(seen.id, body), false), logging)
    if (edit?.op !== 'edit') throw new Error('Nothing was changed')
    expect(Object.keys(edit.fields).toSorted()).toEqual([
      'ageBand',
      'agreed',
      'firstName',
      'postcodeDistrict',
    ])
    expect(Object.values(edit.fields).map(({ to }) => to)).toEqual([null, null, null, null])
  })

  test('keeps the gaps of before beside those that were added', () => {
    const before = { ...body, gaps: ['earlier'] }
    const gap = crypto.randomUUID()
    const entry = withGap(entryOf(seen.id, before), 'money', gap)
    const edits = correctedContact({ ...seen, body: before }, entry, logging)
    expect(edits[0]).toMatchObject({ op: 'edit', fields: { gaps: { to: ['earlier', gap] } } })
    expect(gapsOf(edits)).toHaveLength(1)
  })
})

describe('services to tell about', () => {
  const service = (id: string, needs: string[], status = 'active') => ({
    id,
    body: { name: id, needs, status },
  })
  const services = [
    service('choir', ['interests', 'people']),
    service('befriending', ['people']),
    service('advice', ['money']),
    service('shut', ['people'], 'inactive'),
    service('allotment', ['interests']),
  ]
  const names = (needs: string[], given = new Map<string, number>()) =>
    proposedServices(services, needs, given).map(({ id }) => id)

  test('help with what was asked for, with more of it first, and run', () => {
    expect(names(['people', 'interests'])).toEqual(['choir', 'allotment', 'befriending'])
    expect(names([])).toEqual([])
  })

  test('the most given come first', () => {
    const given = timesGiven([{ given: ['befriending', 'advice'] }, { given: ['befriending'] }])
    expect(names(['people', 'interests'], given)).toEqual(['befriending', 'choir', 'allotment'])
  })
})

describe('a session', () => {
  const held = (place: string, openedAt: string, more: Partial<DropInBody> = {}): DropInBody => ({
    people: [val],
    place,
    day: openedAt.slice(0, 10),
    openedAt,
    openedBy: val,
    ...more,
  })

  test('is proposed where the last ones were, then at the practices', () => {
    const sessions = [
      held('Library', '2026-02-01T10:00:00Z', { area: 'DA5' }),
      held('Bellegrove Surgery', '2026-02-08T10:00:00Z', { practice: 'b' }),
      held('Library', '2026-01-01T10:00:00Z'),
    ]
    const practices = [
      { id: 'w', name: 'Westwood' },
      { id: 'b', name: 'Bellegrove Surgery' },
      { id: 'a', name: 'Albion' },
    ]
    expect(proposedPlaces(sessions, practices)).toEqual([
      { place: 'Bellegrove Surgery', practice: 'b' },
      { place: 'Library', area: 'DA5' },
      { place: 'Albion', practice: 'a' },
      { place: 'Westwood', practice: 'w' },
    ])
  })

  test('whoever joins it holds what was logged before; what is theirs already is left alone', () => {
    const body = held('Library', '2026-02-01T10:00:00Z')
    const seen = { id: session.id, kind: 'dropIn', version: 1, contested: {}, body }
    const logged = contactOf(contactEdits(agreed, { ...logging, session: { ...session, body } }))
    const contact = { id: agreed.id, kind: 'dropInContact', version: 1, contested: {}, body: logged }
    const theirs = { ...contact, id: crypto.randomUUID(), body: { ...logged, people: [val, vi] } }
    const edits = sessionEdits(seen, { ...body, people: [val, vi] }, [contact, theirs])
    expect(edits.map(({ kind, id }) => [kind, id])).toEqual([
      ['dropIn', session.id],
      ['dropInContact', agreed.id],
    ])
    expect(sessionEdits(seen, body, [contact])).toEqual([])
  })

  test.each([
    [{}, true],
    [{ place: 'Library', topic: 'employment', from: '2026-02-01', to: '2026-02-01' }, true],
    [{ place: 'Albion' }, false],
    [{ topic: 'immigration' }, false],
    [{ from: '2026-02-02' }, false],
    [{ to: '2026-01-31' }, false],
  ])('narrowed by %j', (choice, chosen) => {
    expect(isChosenSession(held('Library', '2026-02-01T10:00:00Z', { topic: 'employment' }), choice)).toBe(
      chosen,
    )
  })

  test('is counted without anybody in it', () => {
    const contacts = [
      contactOf(contactEdits(agreed, logging)),
      { ...contactOf(contactEdits(withNeed(blank, 'money'), logging)), referral: 'r', gaps: ['g'] },
      contactOf(contactEdits(withGiven(blank, 's'), { ...logging, now: '2026-03-02T18:10:00.000Z' })),
    ]
    expect(tallyOf(contacts, (at) => at.slice(11, 13))).toEqual({
      people: 3,
      needs: [{ name: 'money', count: 2 }],
      given: [{ name: 's', count: 1 }],
      hours: [
        { name: '17', count: 2 },
        { name: '18', count: 1 },
      ],
      ages: [{ name: '65-79', count: 1 }],
      districts: [{ name: 'DA15', count: 1 }],
      passedOn: 1,
      gaps: 1,
    })
  })
})
