import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { type Location, Outlet, ScrollRestoration } from 'react-router'
import type { Person } from '#protocol/account.ts'
import { useWorkspace } from '#store/react.ts'
import { useSession } from '#sync/react.ts'
import { placesOf } from './navigation.ts'
import { EndedNotice } from './EndedNotice.tsx'
import classes from './Shell.module.css'
import { StatusPlace } from './StatusPlace.tsx'
import { Places } from './Places.tsx'
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
      <Places places={placesOf(person)} />
      <div className={classes['content']}>
        <UpdateBanner />
        {person.active === false && <EndedNotice service={person.service} />}
        <Outlet />
      </div>
      <ScrollRestoration getKey={placeOfScroll} />
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

/** Without touching the address, which the router keeps. */
function skipToMain(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** Each visit to a screen has its own place, but a list of services is where it was, by whichever way one comes back. */
function placeOfScroll({ pathname, search, key }: Location): string {
  return pathname === '/directory' ? pathname + search : key
}
