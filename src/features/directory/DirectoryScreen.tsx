import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { type Choice, countBy } from '#domain/directory/choose.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { PaneTitle } from '#ui/PaneTitle.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { TwoPane } from '#ui/TwoPane.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import classes from './Directory.module.css'
import { ServiceCard } from './ServiceCard.tsx'
import { ServiceDetail } from './ServiceDetail.tsx'
import { type DirectoryEntry, useChosen, useDirectory } from './useDirectory.ts'
import { count, needName } from './words.ts'

const AT_ONCE = 30

/** What there is in the borough: found by words, need and kind; one service beside the list, or alone on a phone. */
export function DirectoryScreen() {
  const { serviceId } = useParams()
  const entries = useDirectory()
  const beside = useMediaQuery('(min-width: 800px)', window.innerWidth >= 800)
  const chosen = entries?.find(({ service }) => service.id === serviceId)
  const [params] = useSearchParams()
  const search = params.size > 0 ? `?${params}` : ''
  const alone = !beside && serviceId !== undefined
  return (
    <Page
      title={alone ? (chosen?.service.body.name ?? 'Service') : 'Directory'}
      width="wide"
      {...(alone ? {} : { place: '/directory' })}
      {...(alone ? { back: { to: `/directory${search}`, label: 'Directory' } } : {})}
    >
      {entries ? (
        <Directory entries={entries} serviceId={serviceId} chosen={chosen} named={!alone} search={search} />
      ) : (
        <Loading label="Opening the directory…" />
      )}
    </Page>
  )
}

interface DirectoryProps {
  entries: DirectoryEntry[]
  serviceId: string | undefined
  chosen: DirectoryEntry | undefined
  /** Whether the name of the service stands above its details, or already on top of the screen. */
  named: boolean
  search: string
}

function Directory({ entries, serviceId, chosen, named, search }: DirectoryProps) {
  const { minute } = useLocalNow()
  const detail = chosen ? (
    <>
      {named && <PaneTitle key={serviceId} title={chosen.service.body.name} />}
      <ServiceDetail entry={chosen} now={minute} />
    </>
  ) : (
    <EmptyState title="This service is no longer in the directory" />
  )
  return (
    <TwoPane
      listLabel="Services"
      detailLabel="Chosen service"
      list={<ServiceList entries={entries} current={serviceId} now={minute} search={search} />}
      detail={serviceId === undefined ? null : detail}
      placeholder={
        <EmptyState title="Choose a service" icon={<IconBuildingCommunity size={36} />}>
          All about it opens here.
        </EmptyState>
      }
    />
  )
}

interface ServiceListProps {
  entries: DirectoryEntry[]
  current: string | undefined
  now: string
  search: string
}

function ServiceList({ entries, current, now, search }: ServiceListProps) {
  const [typed, setTyped] = useState('')
  const [choice, choose] = useChoice()
  const found = useChosen(entries, choice, typed)
  return (
    <div className={classes['list']}>
      <SearchField
        label="Find a service"
        placeholder="A name, or what is needed"
        value={typed}
        onChange={setTyped}
        found={count(found.length, 'service')}
      />
      <Filters entries={entries} choice={choice} onChange={choose} />
      {found.length === 0 ? (
        <EmptyState title={entries.length === 0 ? 'The directory is not here yet' : 'Nothing found'}>
          {entries.length === 0 ? 'It comes with the first sync.' : 'Try another word, or fewer choices.'}
        </EmptyState>
      ) : (
        <Cards key={`${typed} ${search}`} found={found} current={current} now={now} search={search} />
      )}
    </div>
  )
}

function Cards({
  found,
  current,
  now,
  search,
}: Omit<ServiceListProps, 'entries'> & { found: DirectoryEntry[] }) {
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <>
      <ul className={classes['cards']}>
        {found.slice(0, shown).map((entry) => (
          <ServiceCard
            key={entry.service.id}
            entry={entry}
            to={`/directory/${entry.service.id}${search}`}
            current={entry.service.id === current}
            now={now}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button variant="default" fullWidth mt="sm" onClick={() => setShown(shown + AT_ONCE)}>
          Show more of {found.length - shown}
        </Button>
      )}
    </>
  )
}

interface FiltersProps {
  entries: DirectoryEntry[]
  choice: Choice
  onChange: (name: 'need' | 'category' | 'referral', value: string) => void
}

function Filters({ entries, choice, onChange }: FiltersProps) {
  const bodies = useMemo(() => entries.map(({ service }) => service.body), [entries])
  const needs = countBy(bodies, 'needs').map(({ name, count: of }) => ({
    value: name,
    label: `${needName(name)} (${of})`,
  }))
  const categories = countBy(bodies, 'categories').map(({ name, count: of }) => ({
    value: name,
    label: `${name} (${of})`,
  }))
  return (
    <div className={classes['filters']}>
      <div className={classes['selects']}>
        <NativeSelect
          label="Help with"
          value={choice.need ?? ''}
          onChange={(event) => onChange('need', event.currentTarget.value)}
          data={[
            { value: '', label: 'Anything' },
            ...needs.toSorted((a, b) => a.label.localeCompare(b.label)),
          ]}
        />
        <NativeSelect
          label="Kind"
          value={choice.category ?? ''}
          onChange={(event) => onChange('category', event.currentTarget.value)}
          data={[{ value: '', label: 'Every kind' }, ...categories]}
        />
      </div>
      <Checkbox
        label="Only those that take referrals now"
        checked={choice.openToReferral ?? false}
        onChange={(event) => onChange('referral', event.currentTarget.checked ? 'open' : '')}
      />
    </div>
  )
}

/** The choice lives in the address, so that going back finds it again. */
function useChoice(): [Choice, FiltersProps['onChange']] {
  const [params, setParams] = useSearchParams()
  const [need, category] = [params.get('need'), params.get('category')]
  const choice: Choice = {
    ...(need ? { need } : {}),
    ...(category ? { category } : {}),
    ...(params.get('referral') === 'open' ? { openToReferral: true } : {}),
  }
  const change: FiltersProps['onChange'] = (name, value) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return [choice, change]
}
