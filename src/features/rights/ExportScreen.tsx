import { Button } from '@mantine/core'
import { IconCode, IconFileText, IconInfoCircle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { type Mark, markKey, marksOf } from '#domain/export/marks.ts'
import { personalFile } from '#domain/export/personalFile.ts'
import { useWorkspace } from '#store/react.ts'
import { readFileHistory } from '#sync/rights.ts'
import { handOver } from '#ui/handOver.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { noteLook } from '#ui/useLook.ts'
import { fileHtml } from './fileHtml.ts'
import { ManagersFile } from './Managers.tsx'
import { MarkRow } from './MarkRow.tsx'
import classes from './Rights.module.css'
import { useReading } from './useReading.ts'
import { recordsOf, type WholeFile } from './useWholeFile.ts'

const choicesSchema = z.object({ choices: z.record(z.string(), z.enum(['keep', 'withhold'])) })
type Choices = z.infer<typeof choicesSchema>['choices']

/** A copy of everything that is kept about one person, after a manager has looked at what speaks of others. */
export function ExportScreen() {
  return (
    <ManagersFile
      title="A copy of the file"
      back={(client) => ({ to: `/clients/${client}/rights`, label: 'Rights and keeping' })}
    >
      {(file, name) => <Export key={file.client.id} file={file} name={name} />}
    </ManagersFile>
  )
}

function Export({ file, name }: { file: WholeFile; name: string }) {
  const records = useMemo(() => recordsOf(file), [file])
  const marks = useMemo(() => marksOf(records), [records])
  const draft = useFormDraft({
    id: `export:${file.client.id}`,
    about: file.client.id,
    schema: choicesSchema,
    begin: { choices: {} },
  })
  if (!draft.state) return <Loading />
  const { choices } = draft.state
  const open = marks.filter((mark) => !choices[markKey(mark)])
  const choose = (chosen: readonly Mark[], choice: Choices[string]) =>
    draft.change({
      choices: { ...choices, ...Object.fromEntries(chosen.map((mark) => [markKey(mark), choice])) },
    })
  return (
    <>
      <Section title="What may speak of others">
        <p className={classes['words']}>
          {marks.length === 0
            ? 'Nothing was found that speaks of other people. Still, look through the copy before you hand it over.'
            : `${places(marks.length)} may be about, or from, somebody else. For each, choose whether it goes into the copy. Only the copy is changed, never the file.`}
        </p>
        <ul className={classes['marks']}>
          {marks.map((mark) => (
            <MarkRow
              key={markKey(mark)}
              mark={mark}
              record={records.find(({ id }) => id === mark.record)}
              choice={choices[markKey(mark)]}
              onChoice={(choice) => choose([mark], choice)}
            />
          ))}
        </ul>
        <div className={classes['links']}>
          {open.length > 1 && (
            <Button variant="default" onClick={() => choose(open, 'withhold')}>
              Leave out the {open.length} that are not decided
            </Button>
          )}
          <KeptWords kept={draft.kept} resumed={draft.resumed} />
        </div>
      </Section>
      <Take
        file={file}
        name={name}
        open={open.length}
        withheld={marks.filter((mark) => choices[markKey(mark)] === 'withhold')}
      />
    </>
  )
}

function places(count: number): string {
  return count === 1 ? 'One place' : `${count} places`
}

interface TakeProps {
  file: WholeFile
  name: string
  open: number
  withheld: Mark[]
}

function Take({ file, name, open, withheld }: TakeProps) {
  const workspace = useWorkspace()
  const reading = useReading(name)
  const [busy, setBusy] = useState(false)
  const [alone, setAlone] = useState(false)
  const take = async (as: 'html' | 'json') => {
    setBusy(true)
    const history = await readFileHistory(file.client.id)
    setBusy(false)
    setAlone(!history.ok)
    const made = personalFile({
      records: recordsOf(file),
      history: history.ok ? history.value.changes : null,
      withheld,
      made: new Date().toISOString(),
      by: workspace.person.name,
    })
    const on = made.made.slice(0, 10)
    if (as === 'html')
      handOver(fileHtml(made, reading), { name: `personal-file-${on}.html`, type: 'text/html' })
    else
      handOver(JSON.stringify(made, null, 2), { name: `personal-file-${on}.json`, type: 'application/json' })
    const { id } = file.client
    noteLook(workspace, { act: 'exported', client: id, record: id, kind: 'client' })
    tell('The copy is made. That you made it is in the log.')
  }
  return (
    <Section title="Make the copy">
      {open > 0 && (
        <Notice
          tone="amber"
          icon={<IconInfoCircle size={22} />}
          title={`${places(open)} still to decide`}
          live
        />
      )}
      {alone && (
        <Notice icon={<IconInfoCircle size={22} />} title="Made without the history of changes" live>
          The service could not be reached. The copy holds all that is on this device. Make it again with a
          signal for the history.
        </Notice>
      )}
      <p className={classes['after']}>
        <strong>Anybody who has the copy can read it.</strong> Hand it over safely, and delete it here
        afterwards.
      </p>
      <div className={classes['links']}>
        <Button
          disabled={open > 0}
          loading={busy}
          leftSection={<IconFileText size={20} aria-hidden />}
          onClick={() => void take('html')}
        >
          Save as a page to read or print
        </Button>
        <Button
          variant="default"
          disabled={open > 0}
          loading={busy}
          leftSection={<IconCode size={20} aria-hidden />}
          onClick={() => void take('json')}
        >
          Save as data (JSON)
        </Button>
      </div>
    </Section>
  )
}
