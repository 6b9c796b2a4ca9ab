import { type Role, roles } from '#domain/staff/staff.ts'

const names: Record<Role, string> = {
  manager: 'Manager',
  coordinator: 'Co-ordinator',
  volunteer: 'Volunteer',
}

export const roleChoices = roles.map((role) => ({ value: role, label: names[role] }))

/** A role from a newer version is shown as it is. */
export function roleName(role: string): string {
  const known = roles.find((each) => each === role)
  return known ? names[known] : role
}
