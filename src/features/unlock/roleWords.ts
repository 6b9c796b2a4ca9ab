import type { Role } from '#domain/staff/staff.ts'

export const roleWords: Record<Role, string> = {
  manager: 'Manager',
  coordinator: 'Co-ordinator',
  volunteer: 'Volunteer',
  referrer: 'Referrer',
  provider: 'Provider',
}
