import { z } from 'zod'
import { nhsNumberDigits } from '#domain/client/nhsNumber.ts'
import { createRecord } from '#domain/change/write.ts'
import { type ReferralBody, referralReasons } from '#domain/referral/referral.ts'
import { present } from './clients.ts'
import { codeOf, codesOf, day, named, needed, text } from './column.ts'
import type { Importing } from './importing.ts'
import type { Known } from './known.ts'

const sources = [
  'gp',
  'nurse',
  'reception',
  'hospital',
  'social-care',
  'voluntary',
  'self',
  'family',
  'other',
] as const

/** One line of a file of referrals, by its headings. */
function schemaOf({ practices }: Known) {
  return z.object({
    reference: needed,
    client: needed,
    source: codeOf(sources),
    'referrer name': text,
    'referrer service': text,
    'referrer organisation': text,
    'referrer contact': text,
    practice: named('practice', practices),
    date: day,
    method: codeOf(['form', 'phone', 'email', 'letter', 'in-person']),
    reasons: codesOf(referralReasons),
    about: text,
    consent: codeOf(['given', 'not-sought', 'refused']),
    'consent note': text,
    status: codeOf(['received', 'in-contact', 'seen', 'declined', 'closed']),
    'status reason': text,
    'closed on': day,
  })
}

type Row = z.infer<ReturnType<typeof schemaOf>>

export const referrals: Importing<Row> = {
  kind: 'referral',
  schemaOf,
  about: {
    reference: 'Needed. What the line is called where it comes from; it is never imported twice',
    client: 'Needed. The reference by which the client was imported, or their NHS number',
    source: `Needed: ${sources.join(', ')}`,
    date: 'Needed: 1/3/2026 or 2026-03-01',
    reasons: `With semicolons between: ${referralReasons.join(', ')}`,
    practice: 'By its name or ODS code, as the directory has it',
    status: 'received (where it is empty), in-contact, seen, declined or closed',
  },
  faultsOf: (row, known) => [
    ...(clientOf(row, known) === undefined
      ? [`client: nobody here has the reference or NHS number “${row.client}”; import the clients first`]
      : []),
    ...(row.source === undefined ? ['source: is empty and is needed'] : []),
    ...(row.date === undefined ? ['date: is empty and is needed'] : []),
  ],
  doubtsOf: () => [],
  edit: (row, { known, newId }) => {
    const client = clientOf(row, known)
    if (client === undefined) throw new Error('A referral of nobody was to be written')
    return createRecord('referral', newId(), client, bodyOf(row))
  },
}

function clientOf({ client }: Row, { clients }: Known): string | undefined {
  return clients.get(client.toLowerCase()) ?? clients.get(nhsNumberDigits(client))
}

function bodyOf(row: Row): ReferralBody {
  return {
    source: row.source ?? '',
    date: row.date ?? '',
    reasons: row.reasons ?? [],
    status: row.status ?? 'received',
    externalReference: row.reference,
    ...present({
      referrer: referrerOf(row),
      practice: row.practice,
      method: row.method,
      presentingIssue: row.about,
      consent: row.consent,
      consentNote: row['consent note'],
      statusReason: row['status reason'],
      closedOn: row['closed on'],
    }),
  }
}

function referrerOf(row: Row): ReferralBody['referrer'] {
  const name = row['referrer name']
  const more = present({
    service: row['referrer service'],
    organisation: row['referrer organisation'],
    contact: row['referrer contact'],
  })
  return name === undefined && Object.keys(more).length === 0 ? undefined : { name: name ?? '', ...more }
}
