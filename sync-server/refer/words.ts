import type { About, Fault, FieldName, reasonsOffered, sourcesOffered } from './typed.ts'

/** In words that anybody would use. */
export const reasonWords: Record<(typeof reasonsOffered)[number], Record<About, string>> = {
  isolated: both('Feeling lonely, or seeing hardly anybody'),
  'money-or-housing': both('Money or housing'),
  carer: { myself: 'Looking after somebody', somebody: 'They look after somebody' },
  'life-change': both('A big change in life, such as a loss'),
  'recent-diagnosis': both('A recent diagnosis'),
  'health-condition': both('Living with a health condition'),
  dementia: both('Memory problems or dementia'),
  'stress-or-anxiety': both('Stress or worry'),
  'frequent-attender': both('Often at the surgery or in A&E'),
  community: both('Getting out more, or meeting people'),
}

export const sourceWords: Record<(typeof sourcesOffered)[number], string> = {
  family: 'A relative, friend or neighbour',
  gp: 'A GP',
  nurse: 'A nurse',
  reception: 'Surgery reception',
  hospital: 'Somebody at a hospital',
  'social-care': 'Somebody in social care',
  voluntary: 'Somebody of a voluntary organisation',
  other: 'Somebody else',
}

function both(words: string): Record<About, string> {
  return { myself: words, somebody: words }
}

export const labels: Record<FieldName, Record<About, string>> = {
  firstName: both('First name'),
  familyName: both('Family name'),
  preferredName: { myself: 'What you like to be called', somebody: 'What they like to be called' },
  birthDay: both('Day'),
  birthMonth: both('Month'),
  birthYear: both('Year'),
  nhsNumber: both('NHS number, if you have it at hand'),
  lines: both('Address'),
  postcode: both('Postcode'),
  phone: both('Phone'),
  email: both('Email'),
  reach: { myself: 'The best way to reach you', somebody: 'The best way to reach them' },
  communicationNeeds: {
    myself: 'Anything that helps you when we write or talk',
    somebody: 'Anything that helps them when we write or talk',
  },
  accessNeeds: { myself: 'Anything you need to get about', somebody: 'Anything they need to get about' },
  practice: { myself: 'Your GP practice', somebody: 'Their GP practice' },
  presentingIssue: { myself: 'What would you like help with?', somebody: 'What would help them?' },
  dangerSaid: both('What was said or happened?'),
  dangerDone: both('What has been done about it?'),
  source: both('Who are you?'),
  referrerName: both('Your name'),
  referrerRole: both('What you do there, or who you are to them'),
  referrerOrganisation: both('Your organisation, if you are of one'),
  referrerContact: both('How to reach you: phone or email'),
  consentNote: both('Why were they not asked?'),
}

/** The field that a fault is about, by its id on the page, and what to do. */
export function faultWords(fault: Fault, about: About): { field: string; text: string } {
  if (fault.fault === 'long')
    return { field: fault.field, text: `Please shorten: ${labels[fault.field][about].toLowerCase()}` }
  const own = about === 'myself'
  switch (fault.what) {
    case 'name':
      return { field: 'firstName', text: own ? 'Please tell us your name' : 'Please tell us their name' }
    case 'reach':
      return {
        field: 'phone',
        text: own ? 'Please tell us one way to reach you' : 'Please tell us one way to reach them',
      }
    case 'danger':
      return { field: 'danger-no', text: 'Please say whether anybody is in danger' }
    case 'source':
      return { field: 'source', text: 'Please say who you are' }
    case 'referrerName':
      return { field: 'referrerName', text: 'Please tell us your own name' }
    case 'referrerContact':
      return { field: 'referrerContact', text: 'Please tell us how to reach you' }
    case 'consent':
      return { field: 'consent-given', text: 'Please say whether they agree' }
    case 'consentNote':
      return { field: 'consentNote', text: 'Please say why they were not asked' }
  }
}
