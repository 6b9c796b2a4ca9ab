import { Button } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { ageOn } from '#domain/client/birthDate.ts'
import { districtOf } from '#domain/client/postcode.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { asked, noChoice, type Wish } from '#domain/directory/wish.ts'
import { Loading } from '#ui/Loading.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Toggles } from '#ui/Toggles.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { ChosenChips } from '#words/directory/ChosenChips.tsx'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import { FilterButton } from '#words/directory/FilterButton.tsx'
import { NothingFits } from '#words/directory/NothingFits.tsx'
import { useDirectory } from '#words/directory/useDirectory.ts'
import { useFinding } from '#words/directory/useFinding.ts'
import { usePlace } from '#words/directory/usePlace.ts'
import { foundWords, readingWords } from '#words/directory/wishWords.ts'
import { areaInWords } from '../plan/areas.ts'
import { useVisitWork } from '../VisitWork.tsx'
import { FoundCard } from './FoundCard.tsx'
import { NothingFitsNeed } from './GapsHere.tsx'
import classes from './Services.module.css'

const SHOWN_AT_FIRST = 8

/** The directory inside the visit: found as in the directory itself, and each result can be chosen at once. */
export function ServicePicker() {
  const directory = useDirectory()
  const running = useMemo(
    () => directory && { ...directory, listings: directory.listings.filter((listing) => listing.running) },
    [directory],
  )
  return (
    <section aria-labelledby="services-find">
      <h2 id="services-find" className={classes['heading']}>
        Find a service
      </h2>
      {running ? <Picker directory={running} /> : <Loading label="Opening the directory…" />}
    </section>
  )
}

function Picker({ directory }: { directory: Directory }) {
  const { client } = useVisitWork()
  const { today, minute } = useLocalNow()
  const [wish, setWish] = useState<Wish>(() => wishFor(client, today))
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const change = useCallback((part: Partial<Wish>) => {
    setWish((before) => ({ ...before, ...part }))
    setShown(SHOWN_AT_FIRST)
  }, [])
  const { words, criteria, near, order } = wish
  const choice = useMemo(() => ({ criteria, near, order }), [criteria, near, order])
  const place = usePlace(near, directory)
  const finding = useFinding(directory, { words, criteria, order, place: place?.place ?? null, minute })
  const all = [...finding.fits, ...finding.unsaid]
  const found = foundWords(finding)
  return (
    <>
      <FromThePlan
        chosen={criteria.needs ?? []}
        choose={(needs) => change({ criteria: asked({ ...criteria, needs }) })}
      />
      <div className={classes['filters']}>
        <SearchField
          label="Search"
          value={words}
          placeholder="walking, lunch club, debt…"
          onChange={(words) => change({ words })}
          found={[found, readingWords(directory, words)].filter(Boolean).join('. ')}
        />
        <FilterButton directory={directory} choice={choice} onChange={change} found={found} />
        <ChosenChips choice={choice} placeName={place?.name ?? null} onChange={change} />
      </div>
      <ul className={classes['list']}>
        {all.slice(0, shown).map((listing) => (
          <li key={listing.id}>
            <FoundCard
              listing={listing}
              areas={criteria.needs ?? []}
              lies={finding.lies?.(listing) ?? null}
              now={minute}
            />
          </li>
        ))}
      </ul>
      {all.length > shown && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
          Show more of {all.length - shown}
        </Button>
      )}
      {all.length === 0 && (
        <NothingFits found={finding} wish={wish} onChange={change}>
          What nobody offers can stand in the plan as a need.
        </NothingFits>
      )}
      <NothingFitsNeed areas={criteria.needs ?? []} typed={words} />
    </>
  )
}

/** The services near the person and for their age come first to mind; both can be taken away. */
function wishFor(client: ClientBody, today: string): Wish {
  const age = ageOn(client.dateOfBirth, today)
  return {
    ...noChoice,
    words: '',
    near: districtOf(client.address?.postcode),
    criteria: age === null ? {} : { age },
  }
}

/** The areas that the plan has needs in, one tap away. */
function FromThePlan({
  chosen,
  choose,
}: {
  chosen: readonly string[]
  choose: (areas: readonly string[]) => void
}) {
  const { needs } = useVisitWork().draft.plan
  const offered = [...new Set(needs.map((need) => need.area))]
  if (offered.length === 0) return null
  return (
    <div className={classes['fromPlan']}>
      <Toggles
        legend="From the plan"
        choices={offered.map((area) => [area, areaInWords(area)] as const)}
        chosen={chosen}
        onChange={choose}
      />
    </div>
  )
}
