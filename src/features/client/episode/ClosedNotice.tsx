import { Button } from '@mantine/core'
import { IconArrowBackUp, IconFolderCheck, IconFolderPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { takeBackClosing } from '#domain/episode/closing.ts'
import { formatFullDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'
import * as codes from '#words/codes.ts'
import type { ClientFile } from '../useClientFile.ts'

/** On a closed file: since when and why, and the two ways on: it was a mistake, or the person has come back. */
export function ClosedNotice({ file, today }: { file: ClientFile; today: string }) {
  const { save, saving, fault } = useSave()
  const { status, closedOn, closingReason, closingNote } = file.client.body
  if (status !== 'closed') return null
  const takeBack = async () => {
    if ((await save(takeBackClosing(file, file.visits, today))) === 'saved') tell('The file is open again.')
  }
  return (
    <Notice
      icon={<IconFolderCheck size={22} />}
      title={closedOn ? `Closed ${formatFullDay(closedOn)}` : 'Closed'}
      action={
        <>
          <Button
            component={Link}
            to={`/clients/${file.client.id}/reopen`}
            leftSection={<IconFolderPlus size={20} aria-hidden />}
          >
            They have come back
          </Button>
          <Button
            variant="default"
            loading={saving}
            leftSection={<IconArrowBackUp size={20} aria-hidden />}
            onClick={() => void takeBack()}
          >
            Take the closing back
          </Button>
          {fault && <span role="alert">{keepFaultWords(fault)}</span>}
        </>
      }
    >
      {[codes.wordFor(codes.closingReason, closingReason), closingNote].filter(Boolean).join('. ')}
    </Notice>
  )
}
