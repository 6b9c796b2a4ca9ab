import { riskWords } from '#domain/assessment/codeWords.ts'
import { formatNhsNumber } from '#domain/client/nhsNumber.ts'
import { isObject, type Json, type JsonObject, own } from '#domain/json.ts'
import { formatDay, formatFullDay, formatMoment } from '#ui/dates.ts'
import * as codes from '#words/codes.ts'
import type { Names } from '../useClientFile.ts'

/** A field of a person's details: what it is called, and how its value is read out; lines are parted by breaks. */
interface FieldWord {
  label: string
  read: (value: Json, names: Names) => string
}

const text = (label: string): FieldWord => ({ label, read: spoken })
const day = (label: string): FieldWord => ({ label, read: (value) => formatDay(spoken(value)) })
const code = (label: string, words: codes.Words): FieldWord => ({
  label,
  read: (value) => codes.wordFor(words, spoken(value)) ?? '',
})

const words: Readonly<Record<string, FieldWord>> = {
  firstName: text('First name'),
  familyName: text('Family name'),
  preferredName: text('Likes to be called'),
  title: text('Title'),
  dateOfBirth: { label: 'Born', read: (value) => formatFullDay(spoken(value)) },
  sex: code('Sex', codes.sex),
  gender: text('Gender'),
  pronoun: text('Pronoun'),
  ethnicity: code('Ethnic group', codes.ethnicity),
  nhsNumber: { label: 'NHS number', read: (value) => formatNhsNumber(spoken(value)) },
  carerStatus: code('Caring', codes.carerStatus),
  address: text('Address'),
  phone: text('Phone'),
  mobile: text('Mobile'),
  email: text('Email'),
  preferredContact: text('Best way to reach them'),
  practice: { label: 'GP practice', read: (value, names) => names.practice(spoken(value)) ?? '' },
  communicationNeeds: text('Communication needs'),
  accessNeeds: text('Access needs'),
  longTermConditions: text('Long-term conditions'),
  risks: { label: 'Risks', read: (value) => lines(value, risk) },
  doNotVisitAlone: text('Do not visit alone'),
  consents: { label: 'Consent', read: (value) => lines(value, consent) },
  aboutMe: text('About me'),
  emergencyContact: text('In an emergency'),
  coordinator: { label: 'Co-ordinator', read: (value, names) => names.staff(spoken(value)) },
  status: code('Status of the file', codes.clientStatus),
  openedOn: day('Opened on'),
  closedOn: day('Closed on'),
  reviewOn: day('Review due'),
  lastSeenAt: { label: 'Last seen', read: (value) => formatMoment(spoken(value)) },
  allocatedOn: day('Given to a co-ordinator on'),
  declinedReason: text('Why they declined'),
  callBackOn: day('Call back on'),
  closingReason: text('Why it was closed'),
}

/** What a field is called. One of a newer version is named as it is. */
export function labelOf(field: string): string {
  return (Object.hasOwn(words, field) ? words[field]?.label : undefined) ?? field
}

/** The value as a person would write it; empty where nothing is said. */
export function readField(field: string, value: Json, names: Names): string {
  if (value === null || value === '') return ''
  const word = Object.hasOwn(words, field) ? words[field] : undefined
  return word ? word.read(value, names) : spoken(value)
}

/** Whatever a value is, the words in it. */
function spoken(value: Json): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(spoken).filter(Boolean).join('\n')
  if (isObject(value)) return Object.values(value).map(spoken).filter(Boolean).join('\n')
  return String(value)
}

function lines(value: Json, read: (entry: JsonObject) => string): string {
  return Array.isArray(value) ? value.filter(isObject).map(read).join('\n') : spoken(value)
}

function risk(entry: JsonObject): string {
  const note = spoken(own(entry, 'note') ?? null)
  return `${riskWords(spoken(own(entry, 'risk') ?? null))}${note && ` – ${note}`}`
}

function consent(entry: JsonObject): string {
  const to = codes.wordFor(codes.consentTo, spoken(own(entry, 'to') ?? null)) ?? ''
  return `${to}: ${own(entry, 'given') === true ? 'yes' : 'no'}, ${formatDay(spoken(own(entry, 'on') ?? null))}`
}
