import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { takenBack } from '#domain/change/takeBack.ts'
import { editRecord } from '#domain/change/write.ts'
import { checked, checkedOn } from '#domain/directory/check.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'

/** Who checked an entry last, and when: one of the service, or whom the feed names. */
export function LastChecked({ service: { body } }: { service: View<'service'> }) {
  const staff = useRecord('staff', body.assured_by ?? '')
  const by = staff?.body.name ?? body.assured_by
  const on = checkedOn(body)
  if (on === null) return 'Nobody has checked this entry yet.'
  return `Last checked${by ? ` by ${by}` : ''} on ${formatFullDay(on)}.`
}

/** For whoever rang, and found it right. */
export function CheckedToday({ service }: { service: View<'service'> }) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const { save, saving, fault } = useSave()
  const isDone = service.body.assured_date === today && service.body.assured_by === person.id
  const check = async () => {
    const edit = editRecord(service, checked(service.body, { by: person.id, on: today }))
    if (!edit || (await save([edit])) !== 'saved') return
    offerUndo('Marked as checked today.', async () => void (await save(takenBack([edit], 'Undone'))))
  }
  if (isDone) return null
  return (
    <div>
      <Button loading={saving} leftSection={<IconCheck size={20} aria-hidden />} onClick={() => void check()}>
        I checked this today
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </div>
  )
}
