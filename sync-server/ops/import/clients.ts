import { z } from 'zod'
import { birthDateDoubt } from '#domain/client/birthDate.ts'
import { type ClientBody, ethnicCategories, NO_KNOWN_RISKS } from '#domain/client/client.ts'
import { nhsNumberDoubt } from '#domain/client/nhsNumber.ts'
import { isPostcode } from '#domain/client/postcode.ts'
import { createRecord } from '#domain/change/write.ts'
import { codeOf, day, named, needed, oneOf, several, text, yesNo } from './column.ts'
import type { Importing } from './importing.ts'
import type { Known } from './known.ts'

/** One line of a file of clients, by its headings. */
function schemaOf({ practices, teams, coordinators }: Known) {
  return z.object({
    reference: needed,
    'first name': text,
    'family name': needed,
    'preferred name': text,
    title: text,
    'date of birth': day,
    sex: codeOf(['F', 'M', 'I', 'U']),
    gender: text,
    pronoun: text,
    ethnicity: codeOf(ethnicCategories),
    'nhs number': text,
    address: several,
    postcode: text,
    phone: text,
    mobile: text,
    email: text,
    practice: named('practice', practices),
    'communication needs': several,
    'access needs': several,
    'long-term conditions': several,
    carer: oneOf(
      { carer: 'carer', 'cared for': 'cared-for', both: 'both', neither: 'neither' },
      'carer, cared for, both, neither',
    ),
    risks: several,
    'do not visit alone': yesNo,
    'emergency contact': text,
    'emergency contact relation': text,
    'emergency contact phone': text,
    'consent to hold': yesNo,
    'consent on': day,
    team: named('team', teams),
    'co-ordinator': named('co-ordinator', coordinators),
    status: codeOf(['waiting', 'open', 'closed', 'declined']),
    'opened on': day,
    'closed on': day,
    'review on': day,
    'last seen on': day,
  })
}

type Row = z.infer<ReturnType<typeof schemaOf>>

export const clients: Importing<Row> = {
  kind: 'client',
  schemaOf,
  about: {
    reference: 'Needed. What the line is called where it comes from; it is never imported twice',
    'family name': 'Needed',
    'date of birth': '1/3/1941 or 1941-03-01',
    sex: 'F, M, I (neither) or U (not known)',
    ethnicity: 'NHS ethnic category: A to S, Z or 99',
    address: 'Its lines, with semicolons between',
    practice: 'By its name or ODS code, as the directory has it',
    'communication needs': 'With semicolons between, as all that can be several',
    risks: '“none” where there are no known risks',
    'co-ordinator': 'By the email that they sign in with',
    team: 'By its name; the first one where it is empty',
    status: 'waiting (where it is empty), open, closed or declined',
  },
  faultsOf: (row, { firstTeam }) => [
    ...(row.team === undefined && firstTeam === null ? ['team: the service has no team yet'] : []),
    ...(row['consent to hold'] !== undefined && row['consent on'] === undefined
      ? ['consent on: the day of the consent is needed']
      : []),
  ],
  doubtsOf: ({ 'nhs number': number, postcode, 'date of birth': born }, today) => [
    ...(number !== undefined && nhsNumberDoubt(number) !== null
      ? [`nhs number: “${number}” is not sound; kept as it is, and flagged`]
      : []),
    ...(postcode !== undefined && !isPostcode(postcode)
      ? [`postcode: “${postcode}” does not look like one; kept as it is, and flagged`]
      : []),
    ...(born !== undefined && birthDateDoubt(born, today) !== null
      ? [`date of birth: “${born}” is odd; kept as it is, and flagged`]
      : []),
  ],
  edit: (row, { known, newId, by }) => {
    const id = newId()
    return createRecord('client', id, id, bodyOf(row, known, { newId, by }))
  },
}

/** Absent fields are left out when the edit is written. */
function bodyOf(row: Row, known: Known, given: { newId: () => string; by: string }): ClientBody {
  return {
    firstName: row['first name'] ?? '',
    familyName: row['family name'],
    team: row.team ?? known.firstTeam ?? '',
    status: row.status ?? 'waiting',
    externalReference: row.reference,
    ...present({
      preferredName: row['preferred name'],
      title: row.title,
      dateOfBirth: row['date of birth'],
      sex: row.sex,
      gender: row.gender,
      pronoun: row.pronoun,
      ethnicity: row.ethnicity,
      nhsNumber: row['nhs number'],
      address: addressOf(row),
      phone: row.phone,
      mobile: row.mobile,
      email: row.email,
      practice: row.practice,
      communicationNeeds: row['communication needs'],
      accessNeeds: row['access needs'],
      longTermConditions: row['long-term conditions'],
      carerStatus: row.carer,
      risks: row.risks?.map((risk) => ({ id: given.newId(), risk: riskOf(risk), by: given.by })),
      doNotVisitAlone: row['do not visit alone'],
      emergencyContact: emergencyContactOf(row),
      consents: consentsOf(row, given),
      coordinator: row['co-ordinator'],
      openedOn: row['opened on'],
      closedOn: row['closed on'],
      reviewOn: row['review on'],
      lastSeenAt: row['last seen on'],
    }),
  }
}

/** PRSB asks that nothing known be said, rather than left out. */
function riskOf(typed: string): string {
  return /^(none|no known risks?)$/i.test(typed) ? NO_KNOWN_RISKS : typed
}

function addressOf({ address, postcode }: Row): ClientBody['address'] {
  if (address === undefined && postcode === undefined) return undefined
  return { lines: address ?? [], ...present({ postcode }) }
}

function emergencyContactOf(row: Row): ClientBody['emergencyContact'] {
  const name = row['emergency contact']
  const more = present({ relation: row['emergency contact relation'], phone: row['emergency contact phone'] })
  return name === undefined && Object.keys(more).length === 0 ? undefined : { name: name ?? '', ...more }
}

function consentsOf(row: Row, { newId, by }: { newId: () => string; by: string }): ClientBody['consents'] {
  const [given, on] = [row['consent to hold'], row['consent on']]
  return given === undefined || on === undefined ? undefined : [{ id: newId(), to: 'hold', given, on, by }]
}

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

/** Without the fields that are not there. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was undefined has just been left out
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<Fields>
}
