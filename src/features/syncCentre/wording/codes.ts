/** Words for codes. A code that is not here is newer than this version and shown as it is. */

/** NHS Data Dictionary, ethnic category. */
export const ethnicity = {
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

export const carerStatus = {
  carer: 'Is a carer',
  'cared-for': 'Is cared for',
  both: 'Is a carer and is cared for',
  neither: 'Neither',
}

export const clientStatus = { waiting: 'Waiting', open: 'Open', closed: 'Closed', declined: 'Declined' }

export const referralSource = {
  gp: 'GP',
  nurse: 'Nurse',
  reception: 'Surgery reception',
  hospital: 'Hospital',
  'social-care': 'Social care',
  voluntary: 'Voluntary organisation',
  self: 'The person themselves',
  family: 'Family',
  other: 'Other',
}

export const referralMethod = {
  form: 'Form',
  phone: 'Phone',
  email: 'Email',
  letter: 'Letter',
  'in-person': 'In person',
}

export const referralReason = {
  'life-change': 'Significant life change',
  'health-condition': 'Struggling with a health condition',
  isolated: 'Socially isolated',
  'frequent-attender': 'Often at the surgery or A&E',
  dementia: 'Dementia',
  carer: 'Carer',
  'carer-with-condition': 'Carer with a long-term condition',
}

export const referralConsent = { given: 'Given', 'not-sought': 'Not asked for yet', refused: 'Refused' }

export const referralStatus = {
  received: 'Received',
  'in-contact': 'In contact',
  seen: 'Seen',
  declined: 'Declined',
  closed: 'Closed',
}

export const visitPlace = {
  home: 'At home',
  surgery: 'At the surgery',
  community: 'In the community',
  phone: 'By phone',
}
export const visitPurpose = { first: 'First visit', 'follow-up': 'Follow-up', review: 'Review' }
export const visitStatus = { planned: 'Planned', held: 'Held', cancelled: 'Cancelled', missed: 'Missed' }

export const noteAbout = {
  note: 'Note',
  call: 'Call',
  visit: 'Visit',
  'contact-attempt': 'Attempt to make contact',
}

export const consentTo = { hold: 'Keeping a record', share: 'Sharing with others' }

export const actionStatus = { 'to-do': 'To do', doing: 'Being done', done: 'Done', dropped: 'Dropped' }

export const onwardStatus = {
  sent: 'Sent',
  accepted: 'Accepted',
  waiting: 'Waiting',
  started: 'Started',
  attended: 'Attended',
  finished: 'Finished',
  declined: 'Declined',
  'did-not-start': 'Did not start',
  withdrawn: 'Withdrawn',
}

export const serviceStatus = {
  active: 'Active',
  inactive: 'Not active',
  defunct: 'Closed for good',
  'temporarily closed': 'Closed for now',
}

export const serviceAccepts = {
  referral: 'Referrals',
  signpost: 'Signposting',
  both: 'Referrals and signposting',
}
export const locationType = { physical: 'A place', postal: 'A postal address', virtual: 'Online' }
export const frequency = { WEEKLY: 'Every week', MONTHLY: 'Every month' }
export const formStatus = { draft: 'Draft', active: 'In use', retired: 'No longer used' }
export const auditAct = {
  discarded: 'Discarded',
  putAway: 'Put away',
  takenIn: 'Taken in',
  declined: 'Left out',
  reopened: 'Looked at again',
}
export const role = { manager: 'Manager', coordinator: 'Co-ordinator', volunteer: 'Volunteer' }
