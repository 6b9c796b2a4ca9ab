import { Button, Radio, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { takenBack } from '#domain/change/takeBack.ts'
import { editRecord } from '#domain/change/write.ts'
import { waitInWords, withWait } from '#domain/directory/wait.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import classes from '../Upkeep.module.css'
import { waitLine } from './entryWords.ts'

const saySchema = z.object({ open: z.string(), weeks: z.string() })
type Said = z.infer<typeof saySchema>

/** Open or closed to referrals, and the wait in weeks: it holds for everybody as soon as it is sent. */
export function SayAtOnce({ service }: { service: View<'service'> }) {
  const { today } = useLocalNow()
  const undoing = useSave()
  const [wrong, setWrong] = useState(false)
  const [begin] = useState(() => saidBy(service.body))
  const draft = useFormDraft<Said>({
    id: `entry-now:${service.id}`,
    about: service.id,
    schema: saySchema,
    begin,
  })
  const form = draft.state
  if (!form) return null
  const save = async () => {
    const isWrong = form.weeks.trim() !== '' && !/^\d{1,3}$/.test(form.weeks.trim())
    setWrong(isWrong)
    if (isWrong) return
    const edit = editRecord(service, saidOf(service.body, form, today))
    const saved = await draft.finish([edit])
    if (saved === null) return
    draft.restart(form)
    if (saved === 'saved' && edit)
      offerUndo('Said. Everybody who refers people sees it.', async () => {
        if ((await undoing.save(takenBack([edit], 'Undone'))) === 'saved') draft.restart(begin)
      })
  }
  const { waiting_reported_on: on } = service.body
  return (
    <Section title="Referrals and wait">
      <Radio.Group
        label="Do you take referrals?"
        value={form.open}
        onChange={(open) => draft.change({ ...form, open })}
      >
        <Radio mt="sm" value="yes" label="Yes, we are open to referrals" />
        <Radio mt="sm" value="no" label="No, not at the moment" />
      </Radio.Group>
      <TextInput
        mt="md"
        maw="18rem"
        label="How long is the wait, in weeks?"
        description={[waitLine(service.body), on && `said ${formatFullDay(on)}`].filter(Boolean).join(', ')}
        inputMode="numeric"
        autoComplete="off"
        value={form.weeks}
        error={wrong ? 'Type a whole number of weeks, 0 for no wait.' : undefined}
        onChange={(event) => draft.change({ ...form, weeks: event.currentTarget.value })}
      />
      <div className={classes['actions']}>
        <Button
          loading={draft.saving}
          leftSection={<IconCheck size={20} aria-hidden />}
          onClick={() => void save()}
        >
          Say so
        </Button>
        <KeptWords kept={draft.kept} resumed={draft.resumed} />
      </div>
      {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
    </Section>
  )
}

function saidBy({ open_to_referrals, waiting_weeks }: ServiceBody): Said {
  return { open: open_to_referrals === false ? 'no' : 'yes', weeks: waiting_weeks?.toString() ?? '' }
}

/** What is not said otherwise stays, in its own words; that it still holds is of today. */
function saidOf(body: ServiceBody, { open, weeks }: Said, today: string): ServiceBody {
  const before = saidBy(body)
  const opened = open === before.open ? body : { ...body, open_to_referrals: open === 'yes' }
  if (weeks.trim() !== before.weeks) return otherWait(opened, weeks.trim(), today)
  return weeks.trim() === '' ? opened : { ...opened, waiting_reported_on: today }
}

function otherWait(body: ServiceBody, weeks: string, today: string): ServiceBody {
  if (weeks !== '') return withWait(body, waitInWords(Number(weeks)), today)
  const { waiting_weeks: _weeks, waiting_time: _words, waiting_reported_on: _on, ...rest } = body
  return rest
}
