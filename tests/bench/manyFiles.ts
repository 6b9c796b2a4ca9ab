import { v7 } from 'uuid'
import type { Edit } from '#domain/change/change.ts'
import { createRecord } from '#domain/change/write.ts'
import { referralReasons } from '#domain/referral/referral.ts'

/** Made-up files of one co-ordinator, ten records each: the client, how they came, was met, measured and referred on. */
export function manyFiles(files: number, by: { staff: string; team: string; service: string }): Edit[][] {
  return Array.from({ length: files }, (_, i) => fileOf(i, by))
}

function fileOf(
  i: number,
  { staff, team, service }: { staff: string; team: string; service: string },
): Edit[] {
  const file = v7()
  const day = (after: number) => new Date(Date.UTC(2026, 0, 1 + (i % 150) + after)).toISOString().slice(0, 10)
  const response = (purpose: string, after: number, total: number) =>
    createRecord('response', v7(), file, {
      questionnaire: 'urn:example:bench|1',
      purpose,
      authored: `${day(after)}T10:00:00.000Z`,
      author: staff,
      item: [],
      scores: [{ measure: 'wemwbs', total, items: Array.from({ length: 14 }, () => 3), how: 'self' }],
    })
  const contact = (after: number) =>
    createRecord('contact', v7(), file, {
      at: `${day(after)}T09:00:00.000Z`,
      by: staff,
      how: 'phone',
      outcome: 'reached',
    })
  const onward = (status: string) =>
    createRecord('onwardReferral', v7(), file, {
      service,
      serviceName: 'An invented service',
      madeOn: day(10),
      madeBy: staff,
      consent: true,
      status,
    })
  return [
    createRecord('client', file, file, {
      firstName: `First${i}`,
      familyName: `Family${i}`,
      dateOfBirth: `19${String(30 + (i % 60))}-03-0${1 + (i % 9)}`,
      sex: i % 3 === 0 ? 'M' : 'F',
      team,
      coordinator: staff,
      status: 'open',
    }),
    createRecord('referral', v7(), file, {
      source: 'gp',
      date: day(0),
      reasons: [referralReasons[i % referralReasons.length] ?? 'isolated'],
      status: 'seen',
    }),
    contact(2),
    contact(20),
    createRecord('visit', v7(), file, {
      startsAt: `${day(8)}T10:30`,
      place: 'home',
      coordinator: staff,
      purpose: 'first',
      status: 'held',
    }),
    response('baseline', 8, 35 + (i % 20)),
    response('review', 190, 38 + (i % 25)),
    onward(i % 4 === 0 ? 'declined' : 'finished'),
    onward('started'),
    createRecord('signpost', v7(), file, { service, givenOn: day(8), givenBy: staff }),
  ]
}
