import { Button } from '@mantine/core'
import { IconArchive, IconCheck, IconTrash } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { createRecord, editRecord, removeRecord, restoreRecord } from '#domain/change/write.ts'
import { type Edition, type FormBody, retiredBy } from '#domain/form/editions.ts'
import { newId } from '#store/ids.ts'
import { useRecords } from '#store/react.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './Forms.module.css'

export interface PublishingProps {
  edition: Edition
  editions: readonly Edition[]
  /** Whether visits could go on with it. */
  sound: boolean
  /** Whether visits fall back on it, so that there is no retiring it. */
  lasting: boolean
}

/** What becomes of an edition. Each of these can be undone, and none of them touches an answer. */
export function Publishing({ edition, editions, sound, lasting }: PublishingProps) {
  const { publish, retire, takeAway, saving, fault } = usePublishing(edition, editions)
  const { status } = edition.body
  return (
    <div className={classes['actions']}>
      {status !== 'active' && (
        <Button
          loading={saving}
          disabled={!sound}
          leftSection={<IconCheck size={20} aria-hidden />}
          onClick={() => void publish()}
        >
          {status === 'retired' ? 'Use it again' : 'Publish for everybody'}
        </Button>
      )}
      {status === 'active' && !lasting && (
        <Button
          variant="default"
          loading={saving}
          leftSection={<IconArchive size={20} aria-hidden />}
          onClick={() => void retire()}
        >
          Retire it
        </Button>
      )}
      {status === 'draft' && (
        <Button
          variant="default"
          loading={saving}
          leftSection={<IconTrash size={20} aria-hidden />}
          onClick={() => void takeAway()}
        >
          Take it away
        </Button>
      )}
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </div>
  )
}

function usePublishing(edition: Edition, editions: readonly Edition[]) {
  const { save, saving, fault } = useSave()
  const navigate = useNavigate()
  const records = useRecords('form') ?? []
  const recordOf = ({ record }: Edition) => records.find(({ id }) => id === record)
  /** The edit that brings an edition to a status, and the one that takes it back. */
  const move = (one: Edition, status: FormBody['status']) => {
    const seen = recordOf(one)
    const [before, after] = [one.body, { ...one.body, status }]
    const target = seen ?? { id: newId(), kind: 'form' as const, version: 1, contested: {} }
    const edit = seen ? editRecord(seen, after) : createRecord('form', target.id, null, after)
    return { edit, back: () => editRecord({ ...target, body: after }, before) }
  }
  const moveAll = async (
    moves: { edit: ReturnType<typeof editRecord>; back: () => ReturnType<typeof editRecord> }[],
    said: string,
  ) => {
    if ((await save(moves.map(({ edit }) => edit))) === null) return
    offerUndo(said, async () => void (await save(moves.map(({ back }) => back()))))
  }
  const name = `${edition.body.title}, version ${edition.body.formVersion}`
  return {
    saving,
    fault,
    publish: () =>
      moveAll(
        [move(edition, 'active'), ...retiredBy(edition, editions).map((one) => move(one, 'retired'))],
        `${name} is published. It reaches your colleagues once it is sent.`,
      ),
    retire: () =>
      moveAll(
        [move(edition, 'retired')],
        `${name} is retired. What was begun with it can still be finished.`,
      ),
    takeAway: async () => {
      const seen = recordOf(edition)
      if (!seen || (await save([removeRecord(seen, 'Imported and not published')])) === null) return
      void navigate('/service/forms')
      offerUndo(`${name} was taken away.`, async () => void (await save([restoreRecord(seen)])))
    },
  }
}
