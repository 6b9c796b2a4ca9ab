import type { BuildDemoService, DemoPerson } from '../demo/demoService.ts'

export const teamA = '11111111-1111-4111-8111-111111111111'
export const teamB = '22222222-2222-4222-8222-222222222222'

/** Organisations that people are referred on to. */
export const providers = {
  age: '33333333-3333-4333-8333-333333333333',
  mind: '44444444-4444-4444-8444-444444444444',
} as const

/** Two teams, two providers, so that there is somebody who must not see. */
export const people = {
  grace: person('a1', 'coordinator', teamA),
  sam: person('a2', 'coordinator', teamA),
  tom: person('b1', 'coordinator', teamB),
  val: person('c1', 'volunteer', null),
  mo: person('d1', 'manager', null),
  ros: person('e1', 'referrer', teamA),
  pat: { ...person('f1', 'provider', null), organisation: providers.age },
  meg: { ...person('f2', 'provider', null), organisation: providers.mind },
} as const satisfies Record<string, DemoPerson>

export type PersonName = keyof typeof people

function person(digits: string, role: DemoPerson['role'], team: string | null): DemoPerson {
  const id = `00000000-0000-4000-8000-0000000000${digits}`
  return { id, name: `Person ${digits}`, email: `${digits}@demo.test`, role, team }
}

export const buildSmallService: BuildDemoService = () => ({
  name: 'A small service',
  people: Object.values(people),
  creates: [],
})
