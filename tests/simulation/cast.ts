import type { Role } from '#domain/staff/staff.ts'

export const TENANT = '00000000-0000-4000-8000-00000000aaaa'

export const teams = {
  north: '11111111-1111-4111-8111-111111111111',
  south: '22222222-2222-4222-8222-222222222222',
  east: '33333333-3333-4333-8333-333333333333',
} as const

/** Who is in the service. Which of them have devices in a history, its seed decides. */
export const people = {
  mo: person('a0', 'manager', null),
  grace: person('a1', 'coordinator', teams.north),
  sam: person('a2', 'coordinator', teams.north),
  tom: person('b1', 'coordinator', teams.south),
  eve: person('c1', 'coordinator', teams.east),
  val: person('d1', 'volunteer', null),
} as const
export type PersonName = keyof typeof people
export const personNames = ['mo', 'grace', 'sam', 'tom', 'eve', 'val'] as const satisfies PersonName[]

export interface Somebody {
  id: string
  role: Role
  team: string | null
}

function person(digits: string, role: Role, team: string | null): Somebody {
  return { id: `00000000-0000-4000-8000-0000000000${digits}`, role, team }
}
