import {
  IconAddressBook,
  IconAdjustments,
  IconBuildingCommunity,
  IconChartBar,
  IconCloudUp,
  IconDoorEnter,
  IconHeartHandshake,
  IconInbox,
  IconSettings,
  IconSunHigh,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Role } from '#domain/staff/staff.ts'
import type { Person } from '#protocol/account.ts'

export interface Place {
  to: string
  label: string
  icon: typeof IconSunHigh
  roles: readonly Role[]
  /** Paths that belong to the place besides its own. */
  also?: readonly string[]
}

/** The places of the app, and who goes there. What somebody may see is decided by the server, not here. */
const places: readonly Place[] = [
  { to: '/drop-in', label: 'Drop-in', icon: IconDoorEnter, roles: ['volunteer'] },
  { to: '/today', label: 'Today', icon: IconSunHigh, roles: ['coordinator'] },
  {
    to: '/caseload',
    label: 'Caseload',
    icon: IconAddressBook,
    roles: ['coordinator', 'manager'],
    also: ['/clients', '/visits', '/duplicates', '/calls', '/allocate', '/reviews'],
  },
  { to: '/referrals', label: 'Referrals', icon: IconInbox, roles: ['coordinator', 'manager'] },
  { to: '/requests', label: 'Referrals', icon: IconInbox, roles: ['provider'] },
  { to: '/entries', label: 'Our entries', icon: IconBuildingCommunity, roles: ['provider'] },
  {
    to: '/directory',
    label: 'Directory',
    icon: IconBuildingCommunity,
    roles: ['coordinator', 'manager', 'volunteer'],
    also: ['/leaflet', '/gaps'],
  },
  {
    to: '/drop-in',
    label: 'Drop-ins',
    icon: IconDoorEnter,
    roles: ['coordinator', 'manager'],
    also: ['/referring/new'],
  },
  { to: '/referring', label: 'Refer', icon: IconUserPlus, roles: ['referrer', 'volunteer'] },
  { to: '/reports', label: 'Reports', icon: IconChartBar, roles: ['coordinator', 'manager'] },
  { to: '/service', label: 'Service', icon: IconAdjustments, roles: ['manager'] },
  {
    to: '/people',
    label: 'People',
    icon: IconUsersGroup,
    roles: ['manager'],
    also: ['/review', '/retention', '/audit'],
  },
  {
    to: '/concerns',
    label: 'Concerns',
    icon: IconHeartHandshake,
    roles: ['coordinator', 'manager', 'volunteer'],
  },
  {
    to: '/sync',
    label: 'Sync',
    icon: IconCloudUp,
    roles: ['coordinator', 'manager', 'volunteer', 'referrer', 'provider'],
    also: ['/questions'],
  },
  {
    to: '/settings',
    label: 'Settings',
    icon: IconSettings,
    roles: ['coordinator', 'manager', 'volunteer', 'referrer', 'provider'],
  },
]

type Somebody = Pick<Person, 'role' | 'active'>

/** Whose access has ended is left with what they had written, and with the way to leave. */
const placesOfFormer = ['/sync', '/settings']

export function placesOf({ role, active }: Somebody): Place[] {
  return places.filter(
    ({ to, roles }) => roles.includes(role) && (active !== false || placesOfFormer.includes(to)),
  )
}

/** Where somebody starts. */
export function homeOf(person: Somebody): string {
  return placesOf(person)[0]?.to ?? '/settings'
}

export function isWithin(place: Place, pathname: string): boolean {
  return [place.to, ...(place.also ?? [])].some(
    (path) => pathname === path || pathname.startsWith(`${path}/`),
  )
}

/** False where a path belongs to places that are not for this person. */
export function isFor(person: Somebody, pathname: string): boolean {
  const within = places.filter((each) => isWithin(each, pathname))
  return within.length === 0 || placesOf(person).some((each) => within.includes(each))
}
