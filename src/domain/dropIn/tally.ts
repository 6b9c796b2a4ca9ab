import { type Count, counted } from '../counting/count.ts'
import type { DropInContactBody } from './dropInContact.ts'

/** What a number of people asked for and were given. Nobody of them is in it. */
export interface Tally {
  readonly people: number
  /** Needs by their codes, services by their ids, hours as `17`. */
  readonly needs: Count[]
  readonly given: Count[]
  readonly hours: Count[]
  readonly ages: Count[]
  readonly districts: Count[]
  readonly passedOn: number
  readonly gaps: number
}

/** `hourOf`: the hour of a moment where the service is. */
export function tallyOf(contacts: readonly DropInContactBody[], hourOf: (moment: string) => string): Tally {
  return {
    people: contacts.length,
    needs: counted(contacts.flatMap(({ needs }) => [...new Set(needs)])),
    given: counted(contacts.flatMap(({ given }) => [...new Set(given)])),
    hours: counted(contacts.map(({ at }) => hourOf(at))).toSorted((a, b) => a.name.localeCompare(b.name)),
    ages: counted(contacts.flatMap(({ ageBand = [] }) => ageBand)),
    districts: counted(contacts.flatMap(({ postcodeDistrict = [] }) => postcodeDistrict)),
    passedOn: contacts.filter(({ referral }) => referral !== undefined).length,
    gaps: contacts.reduce((sum, { gaps = [] }) => sum + gaps.length, 0),
  }
}
