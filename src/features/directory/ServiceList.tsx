import { Button } from '@mantine/core'
import { useEffect, useState, startTransition } from 'react'
import { unsaidBy } from '#domain/directory/find.ts'
import { momentOf } from '#domain/directory/nextSession.ts'
import type { Listing } from '#domain/directory/listing.ts'
import type { Wish } from '#domain/directory/wish.ts'
import { askWords } from '#words/directory/wishWords.ts'
import type { Finding } from '#words/directory/useFinding.ts'
import { CardIcons } from './CardIcons.tsx'
import classes from './Directory.module.css'
import { ServiceCard } from './ServiceCard.tsx'
import type { Picked } from './usePicked.ts'

/** So many are drawn with the letter that is typed; the others follow once it is on the screen. */
const AT_ONCE = 5
const FURTHER = 24
/** No letter that is typed at a usual pace waits for the others to be drawn. */
const REST_MS = 400

export interface ServiceListProps {
  finding: Finding
  wish: Wish
  current: string | undefined
  now: string
  search: string
  picked: Picked
}

/** What was found: first what fits, then what somebody would have to ask. */
export function ServiceList({ finding, wish, current, now, search, picked }: ServiceListProps) {
  const { fits, unsaid } = finding
  const [shown, showMore] = useShown(
    `${wish.words} ${JSON.stringify(wish.criteria)} ${wish.near} ${wish.order}`,
  )
  const card = (listing: Listing, ask: string) => (
    <ServiceCard
      key={listing.id}
      listing={listing}
      lies={finding.lies?.(listing) ?? null}
      ask={ask}
      to={`/directory/${listing.id}${search}`}
      current={listing.id === current}
      now={now}
      picked={picked.ids.includes(listing.id)}
      onPick={picked.toggle}
    />
  )
  const situation = { now: momentOf(now), whereabouts: finding.lies }
  const toAsk = unsaid.slice(0, Math.max(0, shown - fits.length))
  const rest = fits.length + unsaid.length - shown
  return (
    <>
      <CardIcons />
      {fits.length > 0 && (
        <ul className={classes['cards']} aria-label="Services found">
          {fits.slice(0, shown).map((listing) => card(listing, ''))}
        </ul>
      )}
      {toAsk.length > 0 && (
        <>
          <h2 className={classes['divider']}>These may fit: ask them</h2>
          <ul className={classes['cards']} aria-label="Services to ask">
            {toAsk.map((listing) =>
              card(
                listing,
                askWords(unsaidBy(listing, wish.criteria, situation), wish.criteria, listing.body),
              ),
            )}
          </ul>
        </>
      )}
      {rest > 0 && (
        <Button variant="default" fullWidth mt="sm" onClick={showMore}>
          Show more of {rest.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  )
}

/** How many of a list are drawn. Another list begins anew; going to a service and back does not. */
function useShown(list: string): [number, () => void] {
  const [shown, setShown] = useState({ of: list, number: AT_ONCE })
  const number = shown.of === list ? shown.number : AT_ONCE
  useEffect(() => {
    if (number >= FURTHER) return
    const timer = setTimeout(() => startTransition(() => setShown({ of: list, number: FURTHER })), REST_MS)
    return () => clearTimeout(timer)
  }, [list, number])
  return [number, () => setShown({ of: list, number: number + FURTHER })]
}
