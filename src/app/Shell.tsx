import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router'
import type { Person } from '#protocol/account.ts'
import { useWorkspace } from '#store/react.ts'
import { useSession } from '#sync/react.ts'
import { HeldBadge } from '#features/syncCentre/review/HeldBadge.tsx'
import { isWithin, type Place, placesOf } from './navigation.ts'
import { EndedNotice } from './EndedNotice.tsx'
import classes from './Shell.module.css'
import { StatusPlace } from './StatusPlace.tsx'
import { UpdateBanner } from './UpdateBanner.tsx'

/** What surrounds every screen but a visit: the service's name, the state of the work, the places to go. */
export function Shell() {
  const { person } = useWorkspace()
  return (
    <div className={classes['shell']}>
      <a href="#main" className={classes['skip']} onClick={skipToMain}>
        Skip to the content
      </a>
      <Header person={person} />
      <nav aria-label="Main" className={classes['nav']}>
        <ul className={classes['places']}>
          {placesOf(person).map((place) => (
            <PlaceLink key={place.to} place={place} />
          ))}
        </ul>
      </nav>
      <div className={classes['content']}>
        <UpdateBanner />
        {person.active === false && <EndedNotice service={person.service} />}
        <Outlet />
      </div>
      <ScrollRestoration />
    </div>
  )
}

function Header({ person }: { person: Person }) {
  const session = useSession()
  return (
    <header className={classes['header']}>
      <div className={classes['name']}>
        <span className={classes['service']}>{person.service}</span>
        <StatusPlace />
      </div>
      <span className={classes['person']}>{person.name}</span>
      <Button
        variant="default"
        leftSection={<IconLock size={20} aria-hidden />}
        onClick={() => session.lock()}
        className={classes['lock']}
      >
        Lock
      </Button>
    </header>
  )
}

function PlaceLink({ place }: { place: Place }) {
  const { pathname } = useLocation()
  const current = isWithin(place, pathname)
  return (
    <li>
      <Link
        to={place.to}
        className={classes['place']}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        data-current={current}
      >
        <place.icon size={24} stroke={1.75} aria-hidden />
        <span>{place.label}</span>
        {place.to === '/people' && <HeldBadge />}
      </Link>
    </li>
  )
}

/** Without touching the address, which the router keeps. */
function skipToMain(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
