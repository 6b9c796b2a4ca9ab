import type { LifeArea } from '../assessment/assessment.ts'
import type { CareUsed, LeftOutWhy, noUses } from '../careUse/careUse.ts'
import type { ethnicCategories } from '../client/client.ts'
import type { gapReasons } from '../gap/gap.ts'
import type { OnwardStatus } from '../onwardReferral/onwardReferral.ts'
import type { referralAreas, referralReasons } from '../referral/referral.ts'

// A report is read, printed and handed on by itself, on the device and from the server alike, so it says in words what it
// counts by. The screens show the very same words.

/** NHS Data Dictionary, ethnic category. */
export const ethnicity: Record<(typeof ethnicCategories)[number], string> = {
  A: 'White: British',
  B: 'White: Irish',
  C: 'White: any other background',
  D: 'Mixed: White and Black Caribbean',
  E: 'Mixed: White and Black African',
  F: 'Mixed: White and Asian',
  G: 'Mixed: any other background',
  H: 'Asian or Asian British: Indian',
  J: 'Asian or Asian British: Pakistani',
  K: 'Asian or Asian British: Bangladeshi',
  L: 'Asian or Asian British: any other background',
  M: 'Black or Black British: Caribbean',
  N: 'Black or Black British: African',
  P: 'Black or Black British: any other background',
  R: 'Other: Chinese',
  S: 'Other: any other ethnic group',
  Z: 'Not stated',
  '99': 'Not known',
}

export const sex = { F: 'Female', M: 'Male', I: 'Neither', U: 'Not known' }

export const referralSource = {
  gp: 'GP',
  nurse: 'Nurse',
  reception: 'Surgery reception',
  hospital: 'Hospital',
  'social-care': 'Social care',
  voluntary: 'Voluntary organisation',
  self: 'The person themselves',
  family: 'Family or friend',
  other: 'Somebody else',
}

export const referralReason: Record<(typeof referralReasons | typeof referralAreas)[number], string> = {
  'life-change': 'A significant life change',
  'health-condition': 'Struggling with a health condition',
  isolated: 'Isolated: sees family or friends less than once a week',
  'frequent-attender': 'Often at the surgery or in A&E',
  dementia: 'Dementia',
  carer: 'Carer',
  'carer-with-condition': 'Carer with a long-term condition',
  'money-or-housing': 'Money or housing',
  'recent-diagnosis': 'A recent diagnosis',
  'stress-or-anxiety': 'Stress or anxiety',
  community: 'Getting more involved in the community',
}

export const impact = { none: 'None', some: 'Some', significant: 'Significant', major: 'Major' }

export const onwardStatus: Record<OnwardStatus, string> = {
  sent: 'Sent, no answer yet',
  accepted: 'Accepted',
  waiting: 'On the waiting list',
  started: 'Started',
  attended: 'Attended',
  finished: 'Finished',
  declined: 'Declined by the service',
  'did-not-start': 'Did not start',
  withdrawn: 'Withdrawn',
}

/** Areas of life, by the titles that they have in the assessment, which is too large to be read for them. */
export const need: Record<LifeArea, string> = {
  people: 'People',
  home: 'Home',
  money: 'Money',
  health: 'Health and daily living',
  caring: 'Caring',
  work: 'Work and learning',
  'getting-about': 'Getting about',
  interests: 'Interests',
  safety: 'Safety',
}

export const gapReason: Record<(typeof gapReasons)[number], string> = {
  'nothing-found': 'Nothing found',
  full: 'Full, or the wait is too long',
  closed: 'Closed to referrals',
  'too-far': 'Too far',
  'costs-too-much': 'Costs too much',
  'wrong-time': 'Wrong day or time',
  'not-accessible': 'Cannot get in or take part',
}

export const careUsed: Record<CareUsed, string> = {
  ae: 'A&E attendances',
  admission: 'Non-elective admissions',
  ambulance: 'Ambulance calls',
  gp: 'GP appointments',
  nurse: 'Nurse appointments',
  hca: 'HCA appointments',
}

export const noCareUse: Record<(typeof noUses)[number], string> = {
  'no-hospital': 'Looked up: no use of a hospital or ambulance',
  'no-appointments': 'Looked up: no appointments at the surgery',
}

/** Why somebody is left out of the comparison of before and after. */
export const careLeftOut: Record<LeftOutWhy, string> = {
  deceased: 'died within the time',
  'residential-care': 'in residential care',
  hospice: 'in a hospice',
  'moved-practice': 'moved to another practice',
}
