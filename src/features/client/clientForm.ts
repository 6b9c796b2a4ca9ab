import { z } from 'zod'
import { type ClientBody, NO_KNOWN_RISKS } from '#domain/client/client.ts'
import { formatNhsNumber } from '#domain/client/nhsNumber.ts'
import { formatPostcode } from '#domain/client/postcode.ts'
import { birthDoubt, emailDoubt, nhsDoubt, postcodeDoubt } from '#words/doubts.ts'

/** What the form of a person's details holds: everything as typed, so that nothing is lost or corrected unasked. */
export const clientFormSchema = z.object({
  firstName: z.string(),
  familyName: z.string(),
  preferredName: z.string(),
  title: z.string(),
  pronoun: z.string(),
  dateOfBirth: z.string(),
  sex: z.string(),
  gender: z.string(),
  ethnicity: z.string(),
  nhsNumber: z.string(),
  carerStatus: z.string(),
  lines: z.string(),
  postcode: z.string(),
  phone: z.string(),
  mobile: z.string(),
  email: z.string(),
  preferredContact: z.string(),
  practice: z.string(),
  communicationNeeds: z.string(),
  accessNeeds: z.string(),
  longTermConditions: z.string(),
  noKnownRisks: z.boolean(),
  risks: z.array(z.object({ id: z.string(), risk: z.string(), note: z.string() })),
  doNotVisitAlone: z.boolean(),
  aboutMe: z.string(),
  coordinator: z.string(),
  status: z.string(),
  reviewOn: z.string(),
})
export type ClientForm = z.infer<typeof clientFormSchema>

/** The fields that are typed or chosen as a text. */
export type TextName = {
  [Name in keyof ClientForm]: ClientForm[Name] extends string ? Name : never
}[keyof ClientForm]

/** The plain texts of the body, one field each. */
const texts = [
  'firstName',
  'familyName',
  'preferredName',
  'title',
  'pronoun',
  'dateOfBirth',
  'sex',
  'gender',
  'ethnicity',
  'carerStatus',
  'phone',
  'mobile',
  'email',
  'preferredContact',
  'practice',
  'aboutMe',
  'coordinator',
  'status',
  'reviewOn',
] as const
/** Sets, typed one to a line. */
const sets = ['communicationNeeds', 'accessNeeds', 'longTermConditions'] as const

export function formOf(body: ClientBody): ClientForm {
  const risks = body.risks ?? []
  return {
    ...textsOf(body),
    nhsNumber: formatNhsNumber(body.nhsNumber ?? ''),
    lines: (body.address?.lines ?? []).join('\n'),
    postcode: body.address?.postcode ?? '',
    communicationNeeds: (body.communicationNeeds ?? []).join('\n'),
    accessNeeds: (body.accessNeeds ?? []).join('\n'),
    longTermConditions: (body.longTermConditions ?? []).join('\n'),
    noKnownRisks: risks.some(({ risk }) => risk === NO_KNOWN_RISKS),
    risks: risks
      .filter(({ risk }) => risk !== NO_KNOWN_RISKS)
      .map(({ id, risk, note }) => ({ id, risk, note: note ?? '' })),
    doNotVisitAlone: body.doNotVisitAlone ?? false,
  }
}

function textsOf(body: ClientBody): Pick<ClientForm, (typeof texts)[number]> {
  return {
    firstName: body.firstName,
    familyName: body.familyName,
    preferredName: body.preferredName ?? '',
    title: body.title ?? '',
    pronoun: body.pronoun ?? '',
    dateOfBirth: body.dateOfBirth ?? '',
    sex: body.sex ?? '',
    gender: body.gender ?? '',
    ethnicity: body.ethnicity ?? '',
    carerStatus: body.carerStatus ?? '',
    phone: body.phone ?? '',
    mobile: body.mobile ?? '',
    email: body.email ?? '',
    preferredContact: body.preferredContact ?? '',
    practice: body.practice ?? '',
    aboutMe: body.aboutMe ?? '',
    coordinator: body.coordinator ?? '',
    status: body.status,
    reviewOn: body.reviewOn ?? '',
  }
}

export interface Author {
  person: string
  today: string
  newId: () => string
}

/**
 * The body that the form says, laid over the one it was opened with: what the form does not know stays, what was not
 * touched stays exactly as it was (an NHS number is not changed by being shown in groups), what was emptied goes.
 */
export function bodyOf(form: ClientForm, opened: ClientBody, author: Author): ClientBody {
  const before = formOf(opened)
  const after: ClientBody = { ...opened }
  for (const field of texts) if (form[field] !== before[field]) setText(after, field, form[field])
  for (const field of sets) if (form[field] !== before[field]) after[field] = linesOf(form[field])
  if (form.nhsNumber !== before.nhsNumber) setText(after, 'nhsNumber', form.nhsNumber)
  if (form.lines !== before.lines || form.postcode !== before.postcode) setAddress(after, form, opened)
  if (risksSaid(form) !== risksSaid(before)) after.risks = risksOf(form, opened, author)
  if (form.doNotVisitAlone !== before.doNotVisitAlone) after.doNotVisitAlone = form.doNotVisitAlone
  return after
}

function setText(body: ClientBody, field: (typeof texts)[number] | 'nhsNumber', typed: string) {
  const text = typed.trim()
  if (text !== '' || field === 'firstName' || field === 'familyName') body[field] = text
  else delete body[field]
}

function setAddress(body: ClientBody, { lines, postcode }: ClientForm, opened: ClientBody) {
  const address = { ...opened.address, lines: linesOf(lines) }
  const code = formatPostcode(postcode.trim())
  if (code === '') delete address.postcode
  else address.postcode = code
  if (code === '' && address.lines.length === 0) delete body.address
  else body.address = address
}

function risksSaid({ risks, noKnownRisks }: ClientForm): string {
  return JSON.stringify([noKnownRisks, risks])
}

function risksOf(
  form: ClientForm,
  opened: ClientBody,
  { person, today, newId }: Author,
): NonNullable<ClientBody['risks']> {
  const known = new Map((opened.risks ?? []).map((entry) => [entry.id, entry]))
  const said = form.risks
    .filter(({ risk }) => risk.trim() !== '')
    .map(({ id, risk, note }) => {
      const { note: _note, ...before } = known.get(id) ?? { id, risk, recordedOn: today, by: person }
      return { ...before, risk: risk.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) }
    })
  if (said.length > 0) return said
  if (!form.noKnownRisks) return []
  const none = (opened.risks ?? []).find(({ risk }) => risk === NO_KNOWN_RISKS)
  return [none ?? { id: newId(), risk: NO_KNOWN_RISKS, recordedOn: today, by: person }]
}

function linesOf(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** What looks odd, by field. It is said beside the field and keeps nobody from saving: people know better. */
export function doubtsAbout(form: ClientForm, today: string): Partial<Record<keyof ClientForm, string>> {
  return {
    ...doubt('dateOfBirth', birthDoubt(form.dateOfBirth, today)),
    ...doubt('nhsNumber', nhsDoubt(form.nhsNumber)),
    ...doubt('postcode', postcodeDoubt(form.postcode)),
    ...doubt('email', emailDoubt(form.email)),
    ...doubt(
      'noKnownRisks',
      form.noKnownRisks &&
        form.risks.some(({ risk }) => risk.trim() !== '') &&
        'A risk is named below, so it counts.',
    ),
  }
}

function doubt(field: keyof ClientForm, words: string | false | undefined) {
  return words ? { [field]: words } : {}
}
