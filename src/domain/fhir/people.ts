import { type ClientBody, NO_KNOWN_RISKS } from '../client/client.ts'
import { nhsNumberDigits, nhsNumberDoubt } from '../client/nhsNumber.ts'
import type { BodyOf } from '../kind/kinds.ts'
import { dayOrNone, partId, resource, type Resource, to } from './resource.ts'

const ETHNICITY = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory'
const genders: Readonly<Record<string, string>> = { F: 'female', M: 'male', I: 'other', U: 'unknown' }

/** The client, what was agreed to (Consent), and what whoever visits has to know (Flag). */
export function clientResources(id: string, body: ClientBody): Resource[] {
  return [patientOf(id, body), ...consentsOf(id, body), ...flagsOf(id, body)]
}

function patientOf(id: string, body: ClientBody): Resource {
  const { preferredName, emergencyContact, ethnicity, merged } = body
  return resource('Patient', id, {
    extension: ethnicity && [
      {
        url: ETHNICITY,
        valueCodeableConcept: {
          coding: [
            { system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland', code: ethnicity },
          ],
        },
      },
    ],
    identifier: identifiersOf(body),
    active: merged === undefined,
    name: [
      { use: 'official', family: body.familyName, given: [body.firstName], prefix: [body.title] },
      preferredName ? { use: 'usual', text: preferredName } : undefined,
    ],
    telecom: [
      phone(body.phone, 'home'),
      phone(body.mobile, 'mobile'),
      body.email ? { system: 'email', value: body.email } : undefined,
    ],
    gender: genders[body.sex ?? ''],
    birthDate: dayOrNone(body.dateOfBirth),
    address: [{ line: body.address?.lines, postalCode: body.address?.postcode }],
    contact: emergencyContact && [
      {
        relationship: [{ text: emergencyContact.relation }],
        name: { text: emergencyContact.name },
        telecom: [phone(emergencyContact.phone)],
      },
    ],
    generalPractitioner: [to('Organization', body.practice)],
    link: merged && [{ other: to('Patient', merged.into), type: 'replaced-by' }],
  })
}

/** A number that is not sound is no NHS number; it goes along as what was written down. */
function identifiersOf({ nhsNumber, externalReference }: ClientBody) {
  const sound = nhsNumber !== undefined && nhsNumberDoubt(nhsNumber) === null
  return [
    sound
      ? { system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumberDigits(nhsNumber) }
      : {
          type: nhsNumber === undefined ? undefined : { text: 'NHS number, as written down' },
          value: nhsNumber,
        },
    { system: externalReference ? 'urn:doorstep:external-reference' : undefined, value: externalReference },
  ]
}

function consentsOf(id: string, { consents = [] }: ClientBody): Resource[] {
  return consents.map((consent) =>
    resource('Consent', partId(id, consent.id), {
      status: consent.given ? 'active' : 'rejected',
      scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
      category: [coded('http://loinc.org', '59284-0')],
      patient: to('Patient', id),
      dateTime: dayOrNone(consent.on),
      performer: [to('Patient', id)],
      policyRule: { text: consent.to === 'hold' ? 'That a record is held' : 'That the record is shared' },
      provision: {
        type: consent.given ? 'permit' : 'deny',
        actor: (consent.withWhom ?? []).map((name) => ({
          role: coded('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', 'IRCP'),
          reference: { display: name },
        })),
      },
    }),
  )
}

/** “No known risks” is said as well: PRSB asks that it is recordable. */
function flagsOf(id: string, body: ClientBody): Resource[] {
  const flag = (part: string, category: string, text: string, start?: string) =>
    resource('Flag', partId(id, part), {
      status: 'active',
      category: [coded('http://terminology.hl7.org/CodeSystem/flag-category', category)],
      code: { text },
      subject: to('Patient', id),
      period: { start: dayOrNone(start) },
    })
  return [
    ...(body.risks ?? []).map(({ id: part, risk, note, recordedOn }) =>
      flag(
        part,
        'safety',
        risk === NO_KNOWN_RISKS ? 'No known risks' : [risk, note].filter(Boolean).join(': '),
        recordedOn,
      ),
    ),
    ...(body.doNotVisitAlone ? [flag('not-alone', 'safety', 'Do not visit alone')] : []),
    ...(body.communicationNeeds ?? []).map((need, i) => flag(`communication-${i}`, 'contact', need)),
    ...(body.accessNeeds ?? []).map((need, i) => flag(`access-${i}`, 'contact', need)),
  ]
}

export function relatedPersonOf(id: string, file: string | null, body: BodyOf<'relatedPerson'>): Resource {
  return resource('RelatedPerson', id, {
    active: true,
    patient: to('Patient', file ?? undefined),
    relationship: [{ text: body.relation }, ...body.roles.map((role) => ({ text: role }))],
    name: [{ text: body.name }],
    telecom: [phone(body.phone)],
  })
}

export function practitionerOf(id: string, body: BodyOf<'staff'>): Resource {
  return resource('Practitioner', id, {
    active: body.active ?? true,
    name: [{ text: body.name }],
    telecom: [phone(body.phone, 'work')],
  })
}

export function practiceOf(id: string, body: BodyOf<'practice'>): Resource {
  const { odsCode } = body
  return resource('Organization', id, {
    identifier: odsCode && [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: odsCode }],
    type: [{ text: 'GP practice' }],
    name: body.name,
    telecom: [phone(body.phone, 'work')],
    address: [{ text: body.address }],
  })
}

export function organisationOf(id: string, body: BodyOf<'organisation'>): Resource {
  return resource('Organization', id, {
    name: body.name,
    alias: [body.alternate_name],
    telecom: [
      body.email ? { system: 'email', value: body.email } : undefined,
      body.website ? { system: 'url', value: body.website } : undefined,
    ],
  })
}

export function phone(value: string | undefined, use?: string) {
  return value ? { system: 'phone', value, use } : undefined
}

function coded(system: string, code: string) {
  return { coding: [{ system, code }] }
}
