import { expect, test } from 'vitest'
import type { Answer } from '../onwardReferral/answers.ts'
import { providersOwn, type ServiceBody } from '../service/service.ts'
import { entryAfterAnswer } from './afterAnswer.ts'

const entry: ServiceBody = { organization_id: 'o', name: 'Befriending', status: 'active', waiting_weeks: 2 }
const today = '2026-11-28'
const wait = (waiting_weeks: number, waiting_time: string) => ({
  waiting_weeks,
  waiting_time,
  waiting_reported_on: today,
})

test.each<[Answer, Partial<ServiceBody> | null]>([
  [{ status: 'accepted', expectedWait: '6 weeks' }, wait(6, '6 weeks')],
  [{ status: 'waiting', expectedWait: '2 months' }, wait(9, '2 months')],
  [{ status: 'waiting', expectedWait: ' ' }, null],
  [{ status: 'accepted' }, null],
  [{ status: 'declined', reason: 'Full' }, { open_to_referrals: false }],
  [{ status: 'started', startedOn: today }, null],
  [{ status: 'did-not-start', reason: 'Ill' }, null],
])('%j: %j', (answer, part) => {
  const after = entryAfterAnswer(entry, answer, today)
  expect(after).toEqual(part && { ...entry, ...part })
  const altered = Object.keys(after ?? {}).filter((field) => after?.[field] !== entry[field])
  expect(altered.filter((field) => !providersOwn.some((own) => own === field))).toEqual([])
})
