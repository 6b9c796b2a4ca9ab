import type { ClientBody } from './client.ts'
import { nhsNumberDigits, nhsNumberDoubt } from './nhsNumber.ts'

type Known = Pick<ClientBody, 'firstName' | 'familyName' | 'dateOfBirth' | 'nhsNumber'>

/**
 * Whether two files may be of one person: the same sound NHS number, or the same birth date with the same family or
 * first name. A guess for a person to look at; nothing is ever joined by it.
 */
export function likelySame(a: Known, b: Known): boolean {
  return sameNumber(a.nhsNumber, b.nhsNumber) || (sameText(a.dateOfBirth, b.dateOfBirth) && sameName(a, b))
}

function sameNumber(a = '', b = ''): boolean {
  return nhsNumberDoubt(a) === null && nhsNumberDigits(a) === nhsNumberDigits(b)
}

function sameName(a: Known, b: Known): boolean {
  return sameText(a.familyName, b.familyName) || sameText(a.firstName, b.firstName)
}

function sameText(a = '', b = ''): boolean {
  return a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase()
}
