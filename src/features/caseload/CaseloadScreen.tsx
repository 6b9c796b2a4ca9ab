import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCalendarCheck, IconAddressBook, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link, useOutlet, useParams } from 'react-router'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { TwoPane } from '#ui/TwoPane.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import classes from './Caseload.module.css'
import { CaseRows } from './CaseRows.tsx'
import { Filters } from './Filters.tsx'
import { type Filter, narrow } from './narrow.ts'
import { ChosenBar } from './ChosenBar.tsx'
import { type CaseEntry, useCaseload } from './useCaseload.ts'
import { useChosen } from './useChosen.ts'
import { useFilter } from './useFilter.ts'
import { useFound } from './useFound.ts'
import { WaitingTimes } from './WaitingTimes.tsx'
import { count } from './words.ts'

/** Every case file with its next step. On a tablet the chosen file, the child of this route, stands beside the list. */
export function CaseloadScreen() {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const entries = useCaseload(today)
  return (
    <Page
      title="Caseload"
      place="/caseload"
      width="wide"
      actions={
        <>
          <Button
            component={Link}
            to="/reviews"
            variant="default"
            leftSection={<IconCalendarCheck size={20} aria-hidden />}
          >
            Reviews
          </Button>
          <Button
            component={Link}
            to="/duplicates"
            variant="default"
            leftSection={<IconUsers size={20} aria-hidden />}
          >
            Possible duplicates
          </Button>
          {person.team !== null && (
            <Button component={Link} to="/clients/new" leftSection={<IconUserPlus size={20} aria-hidden />}>
              New client
            </Button>
          )}
        </>
      }
    >
      {entries ? <Caseload entries={entries} today={today} /> : <Loading label="Opening the caseload…" />}
    </Page>
  )
}

function Caseload({ entries, today }: { entries: CaseEntry[]; today: string }) {
  const file = useOutlet()
  const { clientId } = useParams()
  return (
    <TwoPane
      listLabel="Case files"
      detailLabel="Chosen file"
      list={<CaseList entries={entries} today={today} current={clientId} />}
      detail={file}
      placeholder={
        <EmptyState title="Choose a file" icon={<IconAddressBook size={36} />}>
          It opens here, beside the list.
        </EmptyState>
      }
    />
  )
}

function CaseList({
  entries,
  today,
  current,
}: {
  entries: CaseEntry[]
  today: string
  current: string | undefined
}) {
  const { person } = useWorkspace()
  const [typed, setTyped] = useState('')
  const [filter, change, search] = useFilter()
  const beside = useMediaQuery('(min-width: 800px)', window.innerWidth >= 800)
  const found = useFound(entries, typed)
  const chosen = useChosen()
  const filtered = useMemo(
    () => narrow(entries, filter, { person: person.id, today }),
    [entries, filter, person.id, today],
  )
  const list = found ?? filtered
  return (
    <div className={classes['list']}>
      <SearchField
        label="Find a person"
        placeholder="Name, NHS number, phone or postcode"
        value={typed}
        onChange={setTyped}
        found={countWords(list.length, found !== null, filter)}
      />
      {found === null && <Filters filter={filter} onChange={change} />}
      {found === null && <WaitingTimes entries={list} />}
      <ChosenBar chosen={chosen} entries={list} />
      {list.length === 0 ? (
        <NobodyHere searched={found !== null} empty={entries.length === 0} />
      ) : (
        <CaseRows
          key={`${typed} ${search}`}
          entries={list}
          today={today}
          current={current}
          chosen={chosen}
          hrefOf={(client) => (beside ? `/caseload/${client}${search}` : `/clients/${client}`)}
        />
      )}
    </div>
  )
}

function countWords(number: number, searched: boolean, filter: Filter): string {
  if (searched) return `${count(number, 'file')} found, in all that this device holds`
  return `${count(number, 'file')}${filter.whose === 'mine' ? ' of mine' : ''}`
}

function NobodyHere({ searched, empty }: { searched: boolean; empty: boolean }) {
  if (searched) {
    return (
      <EmptyState title="Nobody found">
        Try a part of the name, or the NHS number, phone number or postcode.
      </EmptyState>
    )
  }
  if (empty) {
    return (
      <EmptyState title="No files on this device yet">
        They come with the first sync. You can add a new client at any time.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No file fits this choice">Choose “Everything” or “All files” to see more.</EmptyState>
  )
}
