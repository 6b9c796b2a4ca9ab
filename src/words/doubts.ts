import { birthDateDoubt } from '#domain/client/birthDate.ts'
import { nhsNumberDoubt } from '#domain/client/nhsNumber.ts'
import { isPostcode } from '#domain/client/postcode.ts'

// What looks odd in what was typed, to be said beside the field. It is kept as typed, and nobody is kept from saving:
// people know better.

export function birthDoubt(dateOfBirth: string, today: string): string | undefined {
  if (dateOfBirth === '') return undefined
  const doubt = birthDateDoubt(dateOfBirth, today)
  switch (doubt) {
    case null:
      return undefined
    case 'not-a-day':
      return 'There is no such day. Please check.'
    case 'future':
      return 'This day is still to come. Please check.'
    case 'too-old':
      return 'That would be more than 120 years. Please check.'
    case 'child':
      return 'Under 18. The service is for adults; please check.'
  }
}

export function nhsDoubt(typed: string): string | undefined {
  if (typed.trim() === '') return undefined
  const doubt = nhsNumberDoubt(typed)
  switch (doubt) {
    case null:
      return undefined
    case 'length':
      return 'An NHS number has ten digits. It is kept as typed.'
    case 'check-digit':
      return 'A digit is mistyped: this is not an NHS number. It is kept as typed.'
  }
}

export function postcodeDoubt(typed: string): string | undefined {
  return typed.trim() === '' || isPostcode(typed) ? undefined : 'This does not look like a whole UK postcode.'
}

export function emailDoubt(typed: string): string | undefined {
  const email = typed.trim()
  return email === '' || /^\S+@\S+\.\S+$/.test(email)
    ? undefined
    : 'This does not look like an email address.'
}
