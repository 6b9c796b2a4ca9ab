import type { DemoPerson } from '../demoService.ts'
import { organisationId, practiceId } from './directory.ts'
import type { Person } from './people.ts'
import { idFor } from './random.ts'

export const team = { id: idFor('team/bexley'), name: 'Bexley home visits' } as const

/** Those who can sign in. The surnames are made up. */
export const staff: DemoPerson[] = [
  someone('grace', 'Grace Lanternby', 'coordinator', team.id),
  someone('sam', 'Sam Kettleworth', 'coordinator', team.id),
  someone('val', 'Val Marrowby', 'volunteer', null),
  someone('mo', 'Mo Thistlewane', 'manager', null),
  { ...someone('ros', 'Ros Ambleforth', 'referrer', null), organisation: practiceId('Bellegrove') },
  { ...someone('pat', 'Pat Quillfeather', 'provider', null), organisation: organisationId('Age UK Bexley') },
]

export function staffId(key: string): string {
  return idFor(`staff/${key}`)
}

export function staffName(key: string): string {
  const name = staff.find(({ id }) => id === staffId(key))?.name
  if (name === undefined) throw new Error(`There is no ${key}`)
  return name
}

/** The first name of whoever looks after the person. */
export function coordinatorName({ coordinator }: Pick<Person, 'coordinator'>): string {
  return coordinator === 'grace' ? 'Grace' : 'Sam'
}

function someone(key: string, name: string, role: DemoPerson['role'], of: string | null): DemoPerson {
  return { id: staffId(key), name, email: `${key}@demo.test`, role, team: of }
}
