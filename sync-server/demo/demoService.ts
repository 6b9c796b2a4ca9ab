import type { Role } from '#domain/staff/staff.ts'
import type { Edit } from '#domain/change/change.ts'

/** Somebody who can sign in to the demo service. `id` is the id of the staff record that seeding makes for them. */
export interface DemoPerson {
  id: string
  name: string
  email: string
  role: Role
  team: string | null
  /** Of a referrer or provider: the practice or organisation that they are of. */
  organisation?: string
}

/**
 * An invented service, ready to be taken up.
 *
 * - `people`: seeding makes their accounts, memberships and staff records; at least one is a manager
 * - `creates`: every other record as an edit of op `create`, a client before the rest of its file; ids are stable
 *   from run to run
 */
export interface DemoService {
  name: string
  people: DemoPerson[]
  creates: Extract<Edit, { op: 'create' }>[]
}

/** `today` is the day, `YYYY-MM-DD`, around which visits and reviews lie. */
export type BuildDemoService = (today: string) => DemoService
