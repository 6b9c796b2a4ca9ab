import { IconArrowsSplit2 } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { useParams } from 'react-router'
import { takenBack } from '#domain/change/takeBack.ts'
import { clientName } from '#domain/client/name.ts'
import { followHead, lateValues, takeApart } from '#domain/duplicates/mergeFiles.ts'
import { useFile, useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo, tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'
import { NotHere } from '../NotHere.tsx'
import { type Names, useNames } from '../useClientFile.ts'
import { labelOf, readField } from './fieldWords.ts'
import { LateSection } from './LateSection.tsx'
import { liesInWords } from './liesIn.ts'

/** What was merged into a file: what lies in each, what was written late, and the way to take them apart. */
export function MergedScreen() {
  const { clientId = '' } = useParams()
  const head = useRecord('client', clientId)
  const merged = useRecords('client', { file: clientId, merged: true })?.filter(({ id }) => id !== clientId)
  const name = head ? clientName(head.body) : undefined
  return (
    <Page
      title={name ? `Merged into the file of ${name}` : 'Merged files'}
      tabName="Merged files"
      back={{ to: `/clients/${clientId}`, label: name ?? 'Case file' }}
    >
      {(head === undefined || merged === undefined) && <Loading label="Opening the file…" />}
      {head === null && <NotHere />}
      {head && merged?.length === 0 && (
        <EmptyState title="Nothing is merged into this file">It stands by itself.</EmptyState>
      )}
      {head && merged?.map((file) => <MergedFile key={file.id} head={head} file={file} among={merged} />)}
    </Page>
  )
}

interface MergedFileProps {
  head: View<'client'>
  file: View<'client'>
}

function MergedFile({ head, file, among }: MergedFileProps & { among: readonly View<'client'>[] }) {
  const names = useNames()
  const views = useFile(head.id) ?? []
  const { merged } = file.body
  const late = lateValues(head, file)
  const isDirect = merged?.into === head.id || head.body.merged?.into === file.id
  const between = among.find(({ id }) => id === merged?.into)
  return (
    <Section title={clientName(file.body)}>
      {merged && (
        <Facts
          facts={[
            { label: 'Merged', value: `${formatDay(merged.on)}, by ${names.staff(merged.by)}` },
            { label: 'What is in it', value: liesInWords(views, file.id) },
            { label: 'What is in the other', value: liesInWords(views, head.id) },
          ]}
        />
      )}
      {late.length > 0 && <LateSection head={head} file={file} late={late} names={names} />}
      <Elsewhere head={head} file={file} />
      {isDirect ? (
        <TakeApart head={head} file={file} names={names} />
      ) : (
        between && (
          <p>
            It was merged into the file of {clientName(between.body)} first. Take that one apart before this
            one.
          </p>
        )
      )}
    </Section>
  )
}

/** Two who moved and merged it at the same time can leave a merged file behind. */
function Elsewhere({ head, file }: MergedFileProps) {
  const { save, saving, fault } = useSave()
  const edits = followHead([file], head.body)
  if (edits.length === 0) return null
  const bring = async () => {
    if ((await save(edits)) === 'saved') tell('Both lie in one place now.')
  }
  return (
    <Notice
      tone="amber"
      title="It lies with another team, or is seen by others"
      action={
        <Button loading={saving} onClick={() => void bring()}>
          Bring it along
        </Button>
      }
    >
      A colleague moved one of the two while they were merged. Whoever sees the one should see the other.
      {fault && <span role="alert"> {keepFaultWords(fault)}</span>}
    </Notice>
  )
}

function TakeApart({ head, file, names }: MergedFileProps & { names: Names }) {
  const { save, saving, fault } = useSave()
  const { edits, left } = takeApart(head, file)
  const team = file.body.merged?.said?.['team']
  const goesBack = typeof team === 'string' && team !== head.body.team
  const apart = async () => {
    if ((await save(edits)) !== 'saved') return
    offerUndo('Two files again.', async () => void (await save(takenBack(edits, 'Undone'))))
  }
  return (
    <>
      <p>
        Taking them apart gives each file back what it said before. What was written into{' '}
        {clientName(head.body)}’s file since then stays there, notes and visits too.
        {goesBack && ' The other file goes back to its own team.'}
      </p>
      {left.length > 0 && (
        <Notice title="Stays as it is now, because it was changed since">
          <ul>
            {left.map(({ field, now, was }) => (
              <li key={field}>
                {labelOf(field)}: {readField(field, now, names) || 'nothing'} (before merging:{' '}
                {readField(field, was, names) || 'nothing'})
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Button
        variant="default"
        loading={saving}
        leftSection={<IconArrowsSplit2 size={20} aria-hidden />}
        onClick={() => void apart()}
      >
        Take apart
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </>
  )
}
