import { Button, NativeSelect } from '@mantine/core'
import { memo, useMemo } from 'react'
import { Link } from 'react-router'
import { type Order, orders } from '#domain/directory/find.ts'
import type { Wish } from '#domain/directory/wish.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { ChosenChips } from '#words/directory/ChosenChips.tsx'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import { FilterButton } from '#words/directory/FilterButton.tsx'
import { Filters } from '#words/directory/Filters.tsx'
import { NothingFits } from '#words/directory/NothingFits.tsx'
import { useFinding } from '#words/directory/useFinding.ts'
import type { NamedPlace } from '#words/directory/usePlace.ts'
import { foundWords, orderWords, readingWords, unplacedWords } from '#words/directory/wishWords.ts'
import classes from './Directory.module.css'
import { ServiceList } from './ServiceList.tsx'
import type { Picked } from './usePicked.ts'
import type { Wishing } from './useWish.ts'

export interface FindServicesProps {
  directory: Directory
  place: NamedPlace | null
  wishing: Wishing
  current: string | undefined
  /** There is room for the filters beside the list. */
  filtersBeside: boolean
  now: string
  picked: Picked
}

/** The search, what narrows it, and what was found. */
export function FindServices({
  directory,
  place,
  wishing: { wish, change, settled },
  current,
  filtersBeside,
  now,
  picked,
}: FindServicesProps) {
  const { words, criteria, near, order } = wish
  // What is typed changes at every letter, what is chosen does not: the filters are not drawn anew for it.
  const choice = useMemo(() => ({ criteria, near, order }), [criteria, near, order])
  const finding = useFinding(directory, { words, criteria, order, place: place?.place ?? null, minute: now })
  const found = foundWords(finding)
  return (
    <>
      <div className={classes['search']}>
        <SearchField
          label="Find a service"
          placeholder="A name, or what is needed"
          value={words}
          onChange={(words) => change({ words })}
          found={[found, readingWords(directory, words), unplacedWords(finding)].filter(Boolean).join('. ')}
        />
      </div>
      {filtersBeside && (
        <div className={classes['filters']}>
          <Filters directory={directory} choice={choice} onChange={change} />
        </div>
      )}
      <div className={classes['results']}>
        <div className={classes['tools']}>
          {!filtersBeside && (
            <FilterButton
              className={classes['filterButton']}
              directory={directory}
              choice={choice}
              onChange={change}
              found={found}
            />
          )}
          <OrderSelect order={order} placed={near !== null} onChange={change} />
        </div>
        <ChosenChips choice={choice} placeName={place?.name ?? null} onChange={change} />
        {directory.listings.length === 0 ? (
          <EmptyState title="The directory is not here yet">It comes with the first sync.</EmptyState>
        ) : finding.fits.length + finding.unsaid.length === 0 ? (
          <NothingFits found={finding} wish={wish} onChange={change}>
            <Button component={Link} to={gapOf(wish)} variant="light">
              Nobody offers it: write down a gap
            </Button>
          </NothingFits>
        ) : (
          <ServiceList
            finding={finding}
            wish={wish}
            current={current}
            now={now}
            search={settled}
            picked={picked}
          />
        )}
      </div>
    </>
  )
}

interface OrderSelectProps {
  order: Order
  /** There is a place to be near to. */
  placed: boolean
  onChange: Wishing['change']
}

const OrderSelect = memo(function OrderSelect({ order, placed, onChange }: OrderSelectProps) {
  return (
    <NativeSelect
      aria-label="Order"
      value={order}
      onChange={({ currentTarget: { value } }) =>
        onChange({ order: orders.find((each) => each === value) ?? 'best' })
      }
      data={orders
        .filter((each) => each !== 'nearest' || placed)
        .map((each) => ({ value: each, label: orderWords[each] }))}
    />
  )
})

/** What was looked for and is not there, to be written down as a gap. */
function gapOf({ words, criteria }: Wish): string {
  const [need = ''] = criteria.needs ?? []
  return `/gaps/new?${new URLSearchParams({ need, wanted: words.trim() })}`
}
