import { ethnicCategories } from '#domain/client/client.ts'
import type { DuplicateReason } from '#domain/duplicates/reasons.ts'
import type { closingReasons } from '#domain/episode/closing.ts'
import * as words from '#domain/report/codeWords.ts'
import type { Role } from '#domain/staff/staff.ts'

/** Words for codes, in the order in which they are offered. A code that is not here is newer, and shown as it is. */
export type Words = Readonly<Record<string, string>>

export function wordFor(words: Words, code: string | undefined): string | undefined {
  return code === undefined ? undefined : (words[code] ?? code)
}

export const ethnicity: Words = words.ethnicity
/** In their order: an object would put the number first. */
export const ethnicityCodes = ethnicCategories

export const sex: Words = words.sex

export const carerStatus: Words = {
  carer: 'Is a carer',
  'cared-for': 'Is cared for',
  both: 'Is a carer and is cared for',
  neither: 'Neither',
}

export const clientStatus: Words = {
  waiting: 'Waiting',
  open: 'Open',
  closed: 'Closed',
  declined: 'Declined',
}

export const referralMethod: Words = {
  form: 'Form',
  phone: 'Phone',
  email: 'Email',
  letter: 'Letter',
  'in-person': 'In person',
}

export const referralSource: Words = words.referralSource

export const referralReason: Words = words.referralReason

export const referralConsent: Words = {
  given: 'Agreed to the referral',
  'not-sought': 'Not asked yet',
  refused: 'Did not agree',
}

export const referralStatus: Words = {
  received: 'Received',
  'in-contact': 'In contact',
  seen: 'Seen',
  declined: 'Declined',
  closed: 'Closed',
}

/** What a referrer is told, and no more. */
export const referralProgress: Words = {
  received: 'Received',
  'in-contact': 'In contact',
  seen: 'Seen',
  closed: 'Closed',
}

export const eligibility: Words = {
  eligible: 'Meets the criteria',
  'not-eligible': 'Does not meet the criteria',
  'not-known': 'Not enough is known yet',
}

const closings: Record<(typeof closingReasons)[number], string> = {
  'goals-met': 'They have what they came for',
  'does-not-want-more': 'They do not want more',
  'no-contact': 'They could not be reached',
  'moved-away': 'They moved away',
  'with-another-service': 'Another service goes on with them',
  died: 'They died',
}
export const closingReason: Words = closings

export const contactHow: Words = {
  phone: 'Phone',
  text: 'Text message',
  email: 'Email',
  letter: 'Letter',
  'in-person': 'In person',
}

export const contactOutcome: Words = {
  reached: 'Spoke to them',
  'left-message': 'Left a message',
  'no-answer': 'No answer',
  'wrong-number': 'Wrong number',
  declined: 'They do not want it',
  sent: 'Sent',
}

export const contactAbout: Words = {
  'first-contact': 'First contact',
  booking: 'Arranging a visit',
  'follow-up': 'Follow-up',
  welfare: 'Welfare call',
  'call-back': 'Call back',
  review: 'Review',
}

export const visitPlace: Words = {
  home: 'At home',
  surgery: 'At the surgery',
  community: 'In the community',
  phone: 'By phone',
}

export const visitPurpose: Words = { first: 'First visit', 'follow-up': 'Follow-up', review: 'Review' }

export const visitStatus: Words = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
  missed: 'Did not happen',
}

export const actionStatus: Words = { 'to-do': 'To do', doing: 'Doing', done: 'Done', dropped: 'Dropped' }

export const noteAbout: Words = {
  note: 'Note',
  call: 'Phone call',
  'contact-attempt': 'Tried to reach',
  visit: 'About a visit',
}

export const howTaken: Words = {
  self: 'Filled in by the person',
  'read-aloud': 'Read aloud',
  phone: 'By phone',
}

export const wording: Words = {
  cues: 'cue words',
  licensed: 'the publisher’s wording',
  elsewhere: 'words that are not known: it was taken elsewhere',
}

/** Of a measure that came as a pack, its own code. */
export const measure: Words = {
  wemwbs: 'WEMWBS',
  swemwbs: 'SWEMWBS',
  'ons4.satisfaction': 'ONS4, satisfied with life',
  'ons4.worthwhile': 'ONS4, worthwhile',
  'ons4.happiness': 'ONS4, happy yesterday',
  'ons4.anxiety': 'ONS4, anxious yesterday',
  ucla3: 'UCLA-3',
}

export const consentTo: Words = { hold: 'To keep a record', share: 'To share it' }

export const shared: Words = {
  contact: 'Name and contact details',
  'communication-needs': 'Communication needs',
  'access-needs': 'Access needs',
  reason: 'The reason for the referral',
  'what-matters': 'What matters to them',
  conditions: 'Health conditions',
  risks: 'Risks',
  'wellbeing-score': 'Wellbeing score',
}

export const relatedRole: Words = {
  carer: 'Cares for them',
  'cared-for': 'Is cared for by them',
  household: 'Lives with them',
  'emergency-contact': 'Emergency contact',
  'next-of-kin': 'Next of kin',
  professional: 'Professional',
}

/** The same, and what a role is from the other side. */
export const aroundRole: Words = {
  ...relatedRole,
  'emergency-contact-of': 'Has them as emergency contact',
  'next-of-kin-of': 'Has them as next of kin',
  'professional-of': 'Has them as a professional',
}

export const concernAbout: Words = { safeguarding: 'Safeguarding concern', medical: 'Medical worry' }

export const capacity: Words = {
  has: 'Can decide this for themselves',
  'in-doubt': 'In doubt',
  lacks: 'Cannot decide this for themselves',
  'not-known': 'Not known',
}

export const concernState: Words = { open: 'Open', closed: 'Closed', reopened: 'Opened again' }

export const messageSide: Words = { service: 'The service', provider: 'The provider' }

export const callListStatus: Words = { open: 'Open', closed: 'Closed' }

export const ruleSetStatus: Words = { published: 'Published', withdrawn: 'Withdrawn' }

export const serviceStatus: Words = {
  active: 'Active',
  inactive: 'Not active',
  defunct: 'Closed for good',
  'temporarily closed': 'Closed for now',
}

export const serviceAccepts: Words = {
  referral: 'Referrals',
  signpost: 'Signposting',
  both: 'Referrals and signposting',
}

export const locationType: Words = { physical: 'A place', postal: 'A postal address', virtual: 'Online' }

export const frequency: Words = { WEEKLY: 'Every week', MONTHLY: 'Every month' }

export const formStatus: Words = { draft: 'Draft', active: 'In use', retired: 'No longer used' }

export const instrumentStatus: Words = { published: 'In use', retired: 'No longer used' }

export const auditAct: Words = {
  opened: 'Opened',
  exported: 'Exported',
  printed: 'Printed',
  destroyed: 'Destroyed',
  discarded: 'Discarded',
  putAway: 'Put away',
  takenIn: 'Taken in',
  declined: 'Left out',
  reopened: 'Looked at again',
}

export const duplicateReason: Record<DuplicateReason, string> = {
  nhsNumber: 'same NHS number',
  birthDate: 'same birth date',
  birthDateSwapped: 'birth date with day and month swapped',
  birthDateSlip: 'birth date one digit apart',
  name: 'same name',
  nameAlike: 'similar name',
  namesSwapped: 'first and family name swapped',
  firstName: 'same first name',
  familyName: 'same family name',
  phone: 'same telephone number',
  postcode: 'same postcode',
  nhsNumberDiffers: 'but another NHS number',
}

const roles: Record<Role, string> = {
  manager: 'Manager',
  coordinator: 'Co-ordinator',
  volunteer: 'Volunteer',
  referrer: 'Referrer',
  provider: 'Provider',
}
export const role: Words = roles

export const impact: Words = words.impact

export const onwardStatus: Words = words.onwardStatus

export const need: Words = words.need

export const gapReason: Words = words.gapReason

export const accessFeature: Words = {
  'step-free': 'Step-free',
  'accessible-toilet': 'Accessible toilet',
  'hearing-loop': 'Hearing loop',
  'sign-language': 'Sign language',
  parking: 'Parking close by',
  transport: 'Transport there',
  'at-home': 'Comes to the home',
  online: 'Online or by phone',
}

export const correctionSide: Words = { staff: 'Somebody of the service', provider: 'The provider' }

export const correctionStatus: Words = { open: 'To look at', taken: 'Taken over', left: 'Left as it is' }

export const mistake: Words = {
  'closed-for-good': 'It does not exist any more',
  'wrong-phone': 'Phone or email is wrong',
  'wrong-time': 'Day or time is wrong',
  'wrong-place': 'Place is wrong',
  'wrong-cost': 'Cost is wrong',
  full: 'Full, or takes no referrals',
  other: 'Something else',
}

export const adviceTopic: Words = {
  employment: 'Employment',
  'welfare-and-benefits': 'Welfare and benefits',
  immigration: 'Immigration',
  'family-immigration': 'Family immigration',
}

export const ageBand: Words = {
  'under-18': 'Under 18',
  '18-24': '18 to 24',
  '25-44': '25 to 44',
  '45-64': '45 to 64',
  '65-79': '65 to 79',
  '80-over': '80 or over',
}

export const gapMetAt: Words = { visit: 'A visit', 'drop-in': 'A drop-in', office: 'Elsewhere' }

export const careUsed: Words = {
  ae: 'A&E attendance',
  admission: 'Non-elective admission',
  ambulance: 'Ambulance call',
  gp: 'GP appointment',
  nurse: 'Nurse appointment',
  hca: 'HCA appointment',
  ...words.noCareUse,
  deceased: 'Left out: died within the time',
  'residential-care': 'Left out: in residential care',
  hospice: 'Left out of appointments: in a hospice',
  'moved-practice': 'Left out of appointments: moved to another practice',
}
