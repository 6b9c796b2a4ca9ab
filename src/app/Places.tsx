import { IconDots } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { HeldBadge } from '#features/syncCentre/review/HeldBadge.tsx'
import { isWithin, type Place } from './navigation.ts'
import classes from './Shell.module.css'

/** On a phone so many places stand side by side, however large the text is; one of them is More where there are more. */
const SIDE_BY_SIDE = 5

/** The places to go: beside the screen on a tablet, below it on a phone. */
export function Places({ places }: { places: Place[] }) {
  const spare = places.length > SIDE_BY_SIDE ? places.slice(SIDE_BY_SIDE - 1) : []
  return (
    <nav aria-label="Main" className={classes['nav']}>
      <ul className={classes['places']}>
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} spare={spare.includes(place)} />
        ))}
        {spare.length > 0 && <More places={spare} />}
      </ul>
    </nav>
  )
}

function More({ places }: { places: Place[] }) {
  const { pathname } = useLocation()
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  return (
    <li className={classes['more']}>
      <button
        type="button"
        className={classes['place']}
        popoverTarget={id}
        data-current={places.some((place) => isWithin(place, pathname))}
      >
        <IconDots size={24} stroke={1.75} aria-hidden />
        <span>More</span>
      </button>
      <ul ref={list} id={id} popover="auto" className={classes['spares']}>
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} onGo={() => list.current?.hidePopover()} />
        ))}
      </ul>
    </li>
  )
}

interface PlaceLinkProps {
  place: Place
  /** On a phone it is behind More. */
  spare?: boolean
  onGo?: () => void
}

function PlaceLink({ place, spare, onGo }: PlaceLinkProps) {
  const { pathname } = useLocation()
  const current = isWithin(place, pathname)
  return (
    <li data-spare={spare}>
      <Link
        to={place.to}
        onClick={onGo}
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
