import { describe, expect, test } from 'vitest'
import { finishVisit } from './finishVisit.ts'
import { enough, finishing, grace, no, visitBegun, withAnswers } from './visits.fixture.ts'

const referral = { id: crypto.randomUUID(), kind: 'referral', version: 1, contested: {} }
const progress = { ...referral, id: crypto.randomUUID(), kind: 'referralProgress' }
const on = '2026-11-01'

describe('the referral after a visit', () => {
  test('is seen, and whoever referred is told so, in the same change', () => {
    expect(changesOf('referral', after('received'))['status']).toEqual({ from: 'received', to: 'seen' })
    expect(changesOf('referralProgress', after('received'))).toMatchObject({
      status: { to: 'seen' },
      statusOn: { to: '2026-11-25' },
    })
  })

  test('is seen although the person wants no record kept', () => {
    const said = withAnswers(visitBegun(), { ...enough, 'consent.keep': no })
    expect(changesOf('referral', after('in-contact', said))['status']?.to).toBe('seen')
  })

  test('stays closed where it was', () => {
    expect(after('closed').map(({ kind }) => kind)).toEqual(['response', 'visit', 'client'])
  })
})

function after(status: string, draft = withAnswers(visitBegun(), enough)) {
  const told = { referral: referral.id, referredBy: grace, name: 'Iris Ade', on }
  const referrals = {
    referrals: [{ ...referral, body: { source: 'gp', date: on, reasons: [], status } }],
    progress: [{ ...progress, body: { ...told, status } }],
  }
  const finished = finishVisit(draft, { ...finishing, referrals })
  if (!finished.ok) throw new Error(JSON.stringify(finished.error))
  return finished.value
}

function changesOf(kind: string, edits: ReturnType<typeof after>) {
  const edit = edits.find((each) => each.kind === kind)
  if (edit?.op !== 'edit') throw new Error(`The ${kind} was not edited`)
  return edit.fields
}
