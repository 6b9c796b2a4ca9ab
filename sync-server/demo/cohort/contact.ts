import { nhsNumberDoubt } from '#domain/client/nhsNumber.ts'
import type { ClientBody } from '#domain/client/client.ts'
import type { Person } from './people.ts'
import { drawFor } from './random.ts'

/**
 * Contact details that reach nobody. Telephone numbers are from the ranges that Ofcom keeps for drama (020 7946 0000
 * to 0999, 07700 900000 to 900999, https://www.ofcom.org.uk, "Telephone numbers for use in TV and radio drama");
 * addresses of mail are at example.org (RFC 2606).
 */
export function dramaLandline(number: number): string {
  return `020 7946 0${String(number).padStart(3, '0')}`
}

export function dramaMobile(number: number): string {
  return `07700 900${String(number).padStart(3, '0')}`
}

/** Blocks of the drama ranges, so that no number is given twice. */
export const lines = { contacts: 0, services: 200, clients: 400, practices: 900 } as const

/** From the range that starts with 999, which the NHS keeps for demonstration; sound by its check digit. */
export function demoNhsNumber(n: number): string {
  const stem = `999${String(120_000 + n * 7_919).slice(0, 6)}`
  const tenth = Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`)
  const sound = tenth.find((number) => !nhsNumberDoubt(number))
  return sound ?? demoNhsNumber(n + 81)
}

/** Streets are invented; the postcodes have the form of one in their area, in sectors that we know no use of. */
const towns = [
  ['Welling', 'DA16 9'],
  ['Bexleyheath', 'DA6 1'],
  ['Bexleyheath', 'DA7 1'],
  ['Sidcup', 'DA15 2'],
  ['Sidcup', 'DA14 9'],
  ['Bexley', 'DA5 9'],
  ['Erith', 'DA8 9'],
  ['Belvedere', 'DA17 1'],
  ['Abbey Wood', 'SE2 5'],
] as const
const streets =
  'Larkspindle Kettlebrook Wickerdown Thrushmere Copperbeck Lanternfield Quincebury Marlpitwood Teaselbank Foxwhistle Hopkilnmead Oysterhithe Plumgarth Saddlerswick Tallowhurst Wagtailcroft Candlerush Bellwethers'
    .split(' ')
    .flatMap((name) => ['Road', 'Avenue', 'Close', 'Gardens'].map((kind) => `${name} ${kind}`))

export function addressOf({ n, sharesAddressWith, lives }: Person): NonNullable<ClientBody['address']> {
  const draw = drawFor(`address/${sharesAddressWith ?? n}`)
  const [town, sector] = draw.pick(towns)
  const letters = draw.pick(['AB', 'DE', 'FG', 'HJ', 'LN', 'PQ', 'RS', 'TU'])
  const house = `${draw.int(1, 98)} ${draw.pick(streets)}`
  const flat = lives === 'supported' ? [`Flat ${draw.int(2, 30)}, Harbourlight Court`] : []
  return { lines: [...flat, house, town], postcode: `${sector}${letters}` }
}

/** Most have a landline, the younger a mobile, and one in sixteen no telephone at all. */
export function telephonesOf({ n, age }: Person): Pick<ClientBody, 'phone' | 'mobile' | 'email'> {
  if (n % 16 === 14) return {}
  const draw = drawFor(`telephone/${n}`)
  const landline = age >= 65
  const mobile = !landline || draw.chance(0.4)
  return {
    ...(landline ? { phone: dramaLandline(lines.clients + n) } : {}),
    ...(mobile ? { mobile: dramaMobile(lines.clients + n) } : {}),
    ...(age < 70 ? { email: `client${n}@example.org` } : {}),
  }
}
