import { Button, FileButton } from '@mantine/core'
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { createRecord } from '#domain/change/write.ts'
import { type Edition, type ImportFault, MOST_FORM_BYTES, readForm } from '#domain/form/editions.ts'
import { err } from '#domain/result.ts'
import { newId } from '#store/ids.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './Forms.module.css'
import { importFaultLines } from './faultWords.ts'

interface Refused {
  file: string
  lines: string[]
}

/** Takes a file in. It is not in use before somebody has looked at it and published it. */
export function ImportSection({ editions }: { editions: readonly Edition[] }) {
  const { save, saving, fault } = useSave()
  const navigate = useNavigate()
  const [refused, setRefused] = useState<Refused | null>(null)
  const again = useRef<() => void>(null)
  const take = async (file: File | null) => {
    again.current?.()
    if (!file) return
    // What is far too large is not even opened.
    const read =
      file.size > MOST_FORM_BYTES
        ? err<ImportFault>({ code: 'too-large', most: MOST_FORM_BYTES })
        : readForm(await file.text(), editions)
    if (!read.ok) return setRefused({ file: file.name, lines: importFaultLines(read.error) })
    setRefused(null)
    const { url, formVersion } = read.value
    const isHere = editions.some(({ body }) => body.url === url && body.formVersion === formVersion)
    const edits = isHere ? [] : [createRecord('form', newId(), null, read.value)]
    if ((await save(edits)) === null) return
    void navigate(`/service/forms/edition?form=${encodeURIComponent(`${url}|${formVersion}`)}`)
  }
  return (
    <Section title="Import a form" icon={<IconFileImport size={22} />}>
      <p className={classes['lead']}>
        A FHIR R4 Questionnaire as a JSON file, from a form builder or another service. You see it as it will
        be asked before anybody else does.
      </p>
      <FileButton
        resetRef={again}
        accept="application/json,application/fhir+json,.json"
        onChange={(file) => void take(file)}
      >
        {(button) => (
          <Button
            {...button}
            variant="default"
            loading={saving}
            leftSection={<IconFileImport size={20} aria-hidden />}
          >
            Choose a file
          </Button>
        )}
      </FileButton>
      {refused && <RefusedFile refused={refused} />}
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </Section>
  )
}

function RefusedFile({ refused: { file, lines } }: { refused: Refused }) {
  return (
    <div className={classes['refused']}>
      <Notice tone="amber" live icon={<IconAlertTriangle size={24} />} title={`“${file}” was not taken in`}>
        {lines.length === 1
          ? 'One thing has to be mended in the file:'
          : `${lines.length} things have to be mended in the file:`}
        <ul className={classes['faults']}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
