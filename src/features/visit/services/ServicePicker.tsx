import { Button, Chip, NativeSelect } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { Loading } from '#ui/Loading.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { areaInWords, areas } from '../plan/areas.ts'
import { useVisitWork } from '../VisitWork.tsx'
import { FoundCard } from './FoundCard.tsx'
import classes from './Services.module.css'
import { useFound } from './useFound.ts'

const SHOWN_AT_FIRST = 8

/** The directory inside the visit: by word and by area of life, and each result can be chosen at once. */
export function ServicePicker() {
  const [typed, setTyped] = useState('')
  const [area, setArea] = useState('')
  const [all, setAll] = useState(false)
  const found = useFound(useDeferredValue(typed), area)
  if (!found) return <Loading label="Opening the directory…" />
  const shown = all ? found : found.slice(0, SHOWN_AT_FIRST)
  return (
    <section aria-labelledby="services-find">
      <h2 id="services-find" className={classes['heading']}>
        Find a service
      </h2>
      <FromThePlan area={area} choose={setArea} />
      <div className={classes['filters']}>
        <SearchField
          label="Search"
          value={typed}
          placeholder="walking, lunch club, debt…"
          onChange={setTyped}
          found={found.length === 1 ? '1 service' : `${found.length} services`}
        />
        <NativeSelect
          label="Area of life"
          value={area}
          data={[
            { value: '', label: 'Any' },
            ...areas.map((each) => ({ value: each.area, label: each.title })),
          ]}
          onChange={(event) => setArea(event.currentTarget.value)}
        />
      </div>
      <ul className={classes['list']}>
        {shown.map((each) => (
          <li key={each.service.id}>
            <FoundCard found={each} />
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show all {found.length}
        </Button>
      )}
      {found.length === 0 && (
        <p className={classes['quiet']}>
          Nothing found. Try fewer words or any area. What nobody offers can stand in the plan as a need.
        </p>
      )}
    </section>
  )
}

/** The areas that the plan has needs in, one tap away. */
function FromThePlan({ area, choose }: { area: string; choose: (area: string) => void }) {
  const { needs } = useVisitWork().draft.plan
  const offered = [...new Set(needs.map((need) => need.area))]
  if (offered.length === 0) return null
  return (
    <fieldset className={classes['fromPlan']}>
      <legend className={classes['quiet']}>From the plan</legend>
      {offered.map((each) => (
        <Chip
          key={each}
          size="md"
          variant="outline"
          checked={area === each}
          onChange={(checked) => choose(checked ? each : '')}
        >
          {areaInWords(each)}
        </Chip>
      ))}
    </fieldset>
  )
}
