import { Button } from '@mantine/core'
import { IconFolderOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { allocate, type Allocation } from '#domain/allocation/allocate.ts'
import { takenBack } from '#domain/change/takeBack.ts'
import { clientName } from '#domain/client/name.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import { ClientsGiven } from './ClientsGiven.tsx'
import { OtherTeams } from './OtherTeams.tsx'
import { Suggestions } from './Suggestions.tsx'
import { type Allocating, useAllocating } from './useAllocating.ts'
import { allocatedWords, count } from './words.ts'

/**
 * Gives one client, or several, to a co-ordinator or a team: `/allocate?client=…&client=…`. Whoever came from a list
 * goes back to it.
 */
export function AllocateScreen() {
  const [params] = useSearchParams()
  const ids = useMemo(() => params.getAll('client'), [params])
  const { today } = useLocalNow()
  const work = useAllocating(ids, today)
  const [only] = work?.clients ?? []
  const one = ids.length === 1
  return (
    <Page
      title={one ? 'Who takes this person?' : `Who takes these ${count(ids.length, 'person', 'people')}?`}
      tabName="Allocate"
      back={
        one && only
          ? { to: `/clients/${only.id}`, label: clientName(only.body) }
          : { to: '/caseload', label: 'Caseload' }
      }
    >
      {!work && <Loading />}
      {work && work.clients.length === 0 && (
        <EmptyState
          title="Nobody to give away"
          icon={<IconFolderOff size={36} />}
          action={
            <Button component={Link} to="/caseload?choose=several" variant="default">
              Choose people in the caseload
            </Button>
          }
        >
          The files may belong to another team.
        </EmptyState>
      )}
      {work && work.clients.length > 0 && <Choosing work={work} today={today} />}
    </Page>
  )
}

function Choosing({ work, today }: { work: Allocating; today: string }) {
  const { save, saving, fault } = useSave()
  const navigate = useNavigate()
  const give = async (to: Omit<Allocation, 'on'>, name: string) => {
    const edits = allocate(work.clients, { ...to, on: today }, work.all)
    if ((await save(edits)) !== 'saved') return
    offerUndo(allocatedWords(named(work.clients), name), async () => {
      await save(takenBack(edits, 'Given away by mistake'))
    })
    await navigate(-1)
  }
  return (
    <>
      <ClientsGiven clients={work.clients} />
      <Suggestions
        work={work}
        saving={saving}
        onGive={({ id, team, name }) => void give({ team, coordinator: id }, name)}
      />
      <OtherTeams work={work} saving={saving} onGive={(to, name) => void give(to, name)} />
      {fault && <p role="alert">{keepFaultWords(fault)}</p>}
    </>
  )
}

function named(clients: readonly View<'client'>[]): string {
  const [first] = clients
  return clients.length === 1 && first ? clientName(first.body) : count(clients.length, 'person', 'people')
}
