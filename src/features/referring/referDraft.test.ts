import { describe, expect, test } from 'vitest'
import { gapsInReferIn } from '#domain/referral/referIn.ts'
import { referralBody } from '#domain/referral/referral.ts'
import type { Person } from '#protocol/account.ts'
import { beginReferral, editsOf, problemsOf, referDraftSchema, withContact } from './referDraft.ts'

const surgery = { id: crypto.randomUUID(), name: 'Bellegrove Surgery' }
const ros: Person = {
  id: crypto.randomUUID(),
  name: 'Ros Ambleforth',
  email: 'ros@demo.test',
  role: 'referrer',
  team: null,
  organisation: surgery,
  intakeTeam: crypto.randomUUID(),
  service: 'Community Connect',
}
const val: Person = { ...ros, role: 'volunteer', organisation: null }

function referralOf(person: Person, entered: Partial<ReturnType<typeof begun>['entered']['referral']>) {
  const draft = begun(person)
  const referral = { ...draft.entered.referral, ...entered }
  const edits = editsOf({ ...draft, entered: { ...draft.entered, referral } }, person, 'team', '2026-11-28')
  const edit = edits.find(({ kind }) => kind === 'referral')
  if (edit?.op !== 'create') throw new Error('No referral was created')
  return referralBody.parse(edit.body)
}

const begun = (person: Person) => beginReferral(person, () => crypto.randomUUID())

describe('a referral of somebody signed in', () => {
  test('names them, their organisation, and the day on which it is sent', () => {
    expect(referralOf(ros, { source: 'social-care' })).toMatchObject({
      date: '2026-11-28',
      referrer: { name: 'Ros Ambleforth', organisation: 'Bellegrove Surgery', contact: 'ros@demo.test' },
      referredBy: ros.id,
      referralTo: 'Community Connect',
      method: 'form',
    })
  })

  test.each(['gp', 'nurse', 'reception'])('of a surgery (%s) is of that practice', (source) => {
    expect(referralOf(ros, { source }).practice).toBe(surgery.id)
  })

  test('from elsewhere names no practice', () => {
    expect(referralOf(ros, { source: 'social-care' }).practice).toBeUndefined()
  })

  test('by a volunteer is the service’s own, with the practice that was chosen', () => {
    expect(referralOf(val, { practice: 'a' })).toMatchObject({
      source: 'voluntary',
      practice: 'a',
      referrer: { organisation: 'Community Connect' },
    })
  })

  test('is read again from its draft as it was', () => {
    const draft = begun(ros)
    expect(referDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  })
})

test('somebody of a drop-in is passed on with what was said there', () => {
  const at = '2026-11-28T17:40:00.000Z'
  const anonymous = { dropIn: 'd', people: [val.id], at, by: val.id, needs: [], given: [] }
  const contact = {
    ...anonymous,
    needs: ['money', 'home'],
    firstName: 'Ottoline',
    postcodeDistrict: 'DA16',
    note: 'Letter from the bank',
  }
  const opened = { people: [val.id], place: 'Bellegrove Surgery', practice: surgery.id, day: '2026-11-28' }
  const { entered } = withContact(begun(val), contact, { ...opened, openedAt: at, openedBy: val.id })
  expect(entered.person).toMatchObject({ firstName: 'Ottoline', postcode: 'DA16', familyName: '' })
  expect(entered.referral).toMatchObject({
    practice: surgery.id,
    source: 'voluntary',
    presentingIssue:
      'Asked for help with: Money, Home.\nLetter from the bank\nCame to the drop-in at Bellegrove Surgery.',
  })
  expect(withContact(begun(val), anonymous, null).entered).toEqual(begun(val).entered)
})

test('each gap leads to its field', () => {
  expect(problemsOf(gapsInReferIn(begun(ros).entered)).map(({ field }) => field)).toEqual([
    'field-firstName',
    'field-phone',
    'field-source',
    'field-danger',
    'field-consent',
  ])
})
