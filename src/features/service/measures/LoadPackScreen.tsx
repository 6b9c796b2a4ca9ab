import { Button, FileButton } from '@mantine/core'
import { IconAlertTriangle, IconDownload, IconFileImport } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { examplePack } from '#domain/measure/examplePack.ts'
import { publishedBefore, publishPack } from '#domain/measure/inForce.ts'
import type { Pack } from '#domain/measure/pack.ts'
import { readPackFile } from '#domain/measure/packFile.ts'
import { newId } from '#store/ids.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { handOver } from '#ui/handOver.ts'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { type FormDraft, useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import classes from '../Service.module.css'
import { PackFaults } from './PackFaults.tsx'
import packClasses from './Packs.module.css'
import { PackPreview } from './PackPreview.tsx'

const chosenSchema = z.object({ name: z.string(), text: z.string() })
type Chosen = z.infer<typeof chosenSchema>
const nothing: Chosen = { name: '', text: '' }

/** Far beyond any questionnaire. */
const MOST_BYTES = 500_000

/** A file with the wording of a measure: chosen, looked through, seen as it will look, and published. */
export function LoadPackScreen() {
  const packs = useRecords('instrument')
  const draft = useFormDraft({
    id: 'instrument:new',
    about: 'instrument',
    schema: chosenSchema,
    begin: nothing,
  })
  return (
    <Page
      title="Load wording"
      lead="The file comes from whoever prepares your licensed wording. It has to name the holder and the reference of the licence, and the copyright notice that goes with every copy."
      back={{ to: '/service/measures', label: 'Measures' }}
    >
      {packs && draft.state ? <LoadPack packs={packs} draft={draft} chosen={draft.state} /> : <Loading />}
    </Page>
  )
}

interface LoadPackProps {
  packs: View<'instrument'>[]
  draft: FormDraft<Chosen>
  chosen: Chosen
}

function LoadPack({ packs, draft, chosen }: LoadPackProps) {
  const read = useMemo(() => readPackFile(chosen.text), [chosen.text])
  const empty = chosen.text === ''
  return (
    <>
      <ChooseFile draft={draft} another={!empty} />
      {!empty && !read.ok && <PackFaults name={chosen.name} text={chosen.text} faults={read.error} />}
      {!empty && read.ok && <Publish key={chosen.text} pack={read.value} packs={packs} draft={draft} />}
    </>
  )
}

function ChooseFile({ draft, another }: { draft: FormDraft<Chosen>; another: boolean }) {
  const [tooLarge, setTooLarge] = useState(false)
  const choose = async (file: File | null) => {
    if (!file) return
    setTooLarge(file.size > MOST_BYTES)
    if (file.size <= MOST_BYTES) draft.change({ name: file.name, text: await file.text() })
  }
  return (
    <>
      {tooLarge && (
        <Notice tone="amber" live icon={<IconAlertTriangle size={24} />} title="The file is too large">
          A measure takes a few kilobytes. Is it another file?
        </Notice>
      )}
      <div className={`${classes['actions']} ${packClasses['choose']}`}>
        <FileButton accept="application/json,.json" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button
              {...props}
              variant={another ? 'default' : 'filled'}
              leftSection={<IconFileImport size={20} aria-hidden />}
            >
              {another ? 'Choose another file' : 'Choose the file'}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
          onClick={() =>
            handOver(`${JSON.stringify(examplePack, null, 2)}\n`, {
              name: 'example-measure.json',
              type: 'application/json',
            })
          }
        >
          Download an example
        </Button>
      </div>
    </>
  )
}

function Publish({
  pack,
  packs,
  draft,
}: {
  pack: Pack
  packs: View<'instrument'>[]
  draft: FormDraft<Chosen>
}) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [checked, setChecked] = useState(false)
  const [id] = useState(newId)
  const taken = publishedBefore(packs, pack)
  const publish = async () => {
    setChecked(true)
    if (taken) return
    const edits = publishPack(packs, pack, { id, by: person.id, today })
    if ((await draft.finish(edits)) === null) return
    tell(`${pack.title}, version ${pack.version} is published. It reaches your colleagues once it is sent.`)
    await navigate('/service/measures')
  }
  return (
    <>
      {checked && taken && (
        <ErrorSummary
          problems={[
            {
              text: `Version ${pack.version} of “${pack.measure}” was published before, and filled-in forms name it. Give this one another “version”.`,
            },
          ]}
        />
      )}
      <PackPreview
        pack={pack}
        replaces={packs.find(({ body }) => isReplaced(body, pack))?.body.packVersion}
      />
      <FormFoot
        draft={draft}
        label="Publish"
        onSave={() => void publish()}
        onLeave={() => void draft.discard().then(() => navigate('/service/measures'))}
      />
    </>
  )
}

function isReplaced({ status, measure }: View<'instrument'>['body'], pack: Pack): boolean {
  return status === 'published' && measure === pack.measure
}
