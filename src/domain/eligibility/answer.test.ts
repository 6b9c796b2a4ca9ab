import { describe, expect, test } from 'vitest'
import type { ClientBody } from '../client/client.ts'
import type { ReferralBody } from '../referral/referral.ts'
import { answer } from './answer.ts'
import { criterionSchema, diagnoses } from './criterion.ts'
import { referred } from './eligibility.fixture.ts'

type Row = [client: Partial<ClientBody>, referral: Partial<ReferralBody>, answer: string, why: string]

function table(criterion: object, rows: Row[]) {
  test.each(rows)('%j, referred with %j: %s, for %s', (client, referral, expected, why) => {
    const said = answer(criterionSchema.parse(criterion), referred(client, referral))
    expect([said.answer, said.because.why]).toEqual([expected, why])
  })
}

const none = {}

describe('18 or older', () => {
  table({ is: 'age-from', years: 18 }, [
    [{ dateOfBirth: '2008-11-23' }, none, 'met', 'age'],
    [{ dateOfBirth: '2008-11-24' }, none, 'not-met', 'age'],
    [none, none, 'not-known', 'no-birth-date'],
    [{ dateOfBirth: '1941-02-31' }, none, 'not-known', 'no-birth-date'],
    [{ dateOfBirth: '2027-01-01' }, none, 'not-known', 'no-birth-date'],
  ])
})

describe('registered with a practice of the borough', () => {
  table({ is: 'registered' }, [
    [{ practice: 'westwood' }, none, 'met', 'practice'],
    [none, { practice: 'westwood' }, 'met', 'practice'],
    [{ practice: 'elsewhere' }, { practice: 'westwood' }, 'not-met', 'practice-elsewhere'],
    [none, none, 'not-known', 'no-practice'],
    [{ practice: '' }, none, 'not-known', 'no-practice'],
  ])
})

describe('a reason of the referral', () => {
  table({ is: 'reason', reason: 'isolated' }, [
    [none, { reasons: ['dementia', 'isolated'] }, 'met', 'reason-named'],
    [none, { reasons: ['dementia'] }, 'not-met', 'reason-not-named'],
    [none, { reasons: [] }, 'not-known', 'no-reasons'],
  ])
})

describe('a carer', () => {
  table({ is: 'carer' }, [
    [{ carerStatus: 'carer' }, none, 'met', 'carer-on-file'],
    [{ carerStatus: 'both' }, none, 'met', 'carer-on-file'],
    [{ carerStatus: 'cared-for' }, none, 'not-met', 'no-carer-on-file'],
    [{ carerStatus: 'neither' }, none, 'not-met', 'no-carer-on-file'],
    [{ carerStatus: 'neither' }, { reasons: ['carer'] }, 'met', 'reason-named'],
    [none, { reasons: ['carer-with-condition'] }, 'met', 'reason-named'],
    [none, { reasons: ['isolated'] }, 'not-known', 'carer-not-asked'],
  ])
})

describe('a long-term condition', () => {
  table({ is: 'long-term' }, [
    [{ longTermConditions: ['diabetes'] }, none, 'met', 'conditions'],
    [{ longTermConditions: ['None'] }, none, 'not-met', 'no-conditions'],
    [{ longTermConditions: ['None'] }, { reasons: ['dementia'] }, 'met', 'reason-named'],
    [{ longTermConditions: [] }, none, 'not-known', 'conditions-not-asked'],
    [none, { reasons: ['health-condition'] }, 'not-known', 'conditions-not-asked'],
    [none, { reasons: ['carer-with-condition'] }, 'met', 'reason-named'],
  ])
})

describe('thoughts of suicide', () => {
  const risk = (code: string) => ({ risks: [{ id: '1', risk: code }] })
  table({ is: 'suicidal-ideas' }, [
    [risk('self-harm'), none, 'met', 'risk-on-file'],
    [risk('Thoughts of self-harm or suicide'), none, 'met', 'risk-on-file'],
    [none, { urgent: { risk: 'Says that there is no point any more' } }, 'met', 'urgent'],
    [risk('no-known-risks'), none, 'not-met', 'no-such-risk'],
    [risk('animals'), none, 'not-met', 'no-such-risk'],
    [{ risks: [] }, none, 'not-known', 'risks-not-asked'],
    [none, none, 'not-known', 'risks-not-asked'],
  ])
})

describe('a diagnosis', () => {
  const has = (...longTermConditions: string[]) => ({ longTermConditions })
  table({ is: 'diagnosis', of: 'psychosis' }, [
    [has('arthritis', 'Paranoid schizophrenia'), none, 'met', 'conditions'],
    [has('Bipolar disorder'), none, 'met', 'conditions'],
    [has('arthritis'), none, 'not-met', 'other-conditions'],
    [has('none'), none, 'not-met', 'no-conditions'],
    [has(), none, 'not-known', 'conditions-not-asked'],
  ])
  table({ is: 'diagnosis', of: 'personality-disorder' }, [
    [has('EUPD'), none, 'met', 'conditions'],
    [has('subdued thyroid'), none, 'not-met', 'other-conditions'],
    [none, none, 'not-known', 'conditions-not-asked'],
  ])
  table({ is: 'diagnosis', of: 'organic-disorder' }, [
    [has('vascular dementia'), none, 'met', 'conditions'],
    [has('arthritis'), { reasons: ['dementia'] }, 'met', 'reason-named'],
    [has('arthritis'), none, 'not-met', 'other-conditions'],
  ])
  test.each(diagnoses)('the evidence for %s is named', (of) => {
    const name = { psychosis: 'psychosis', 'personality-disorder': 'personality disorder' }[of as string]
    const conditions = ['asthma', name ?? 'Alzheimer’s']
    const said = answer({ is: 'diagnosis', of }, referred({ longTermConditions: conditions }))
    expect(said.because).toEqual({ why: 'conditions', conditions: conditions.slice(1) })
  })
})

describe('one of several', () => {
  table(
    {
      is: 'any-of',
      of: [{ is: 'reason', reason: 'health-condition' }, { is: 'carer' }],
    },
    [
      [none, { reasons: ['health-condition'] }, 'met', 'several'],
      [{ carerStatus: 'carer' }, { reasons: ['isolated'] }, 'met', 'several'],
      [{ carerStatus: 'neither' }, { reasons: ['isolated'] }, 'not-met', 'several'],
      [none, { reasons: ['isolated'] }, 'not-known', 'several'],
      [{ carerStatus: 'neither' }, none, 'not-known', 'several'],
    ],
  )
})

describe('a criterion that this version does not know', () => {
  table({ is: 'lives-alone', floors: 3 }, [[none, none, 'not-known', 'newer-app']])
  table({ is: 'age-from', years: 'many' }, [[none, none, 'not-known', 'newer-app']])
  test('stays as it was', () => {
    const newer = { is: 'lives-alone', floors: 3 }
    expect(answer(criterionSchema.parse(newer), referred()).criterion).toEqual(newer)
  })
})
