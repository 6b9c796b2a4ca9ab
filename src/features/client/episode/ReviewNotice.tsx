import { Button } from '@mantine/core'
import { IconCalendarCheck, IconCalendarPlus, IconPlayerPlay } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { addDays } from '#domain/calendar/day.ts'
import { createRecord } from '#domain/change/write.ts'
import { reviewDueOn } from '#domain/review/due.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import { formatDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import type { ClientFile } from '../useClientFile.ts'

const DAYS_AHEAD = 30

/** A review that is due or comes up and is not planned: plan it, or hold it now, with the person at hand. */
export function ReviewNotice({ file, today }: { file: ClientFile; today: string }) {
  const { reviewMonths } = useSettings()
  const on = reviewDueOn(file, reviewMonths)
  const { begin, saving, fault } = useBeginning(file)
  const planned = file.visits.some(({ body }) => body.purpose === 'review' && body.status === 'planned')
  if (on === null || on > addDays(today, DAYS_AHEAD) || planned) return null
  return (
    <Notice
      tone={on < today ? 'amber' : 'accent'}
      icon={<IconCalendarCheck size={22} />}
      title={`Review ${on < today ? 'was due' : 'is due'} ${formatDay(on)}`}
      action={
        <>
          <Button
            component={Link}
            to={`/clients/${file.client.id}/visits/new?purpose=review`}
            variant="default"
            leftSection={<IconCalendarPlus size={20} aria-hidden />}
          >
            Plan the review
          </Button>
          <Button
            variant="default"
            loading={saving}
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            onClick={() => void begin()}
          >
            Review now
          </Button>
          {fault && <span role="alert">{keepFaultWords(fault)}</span>}
        </>
      }
    >
      Go through the steps, ask about wellbeing again, then close or go on.
    </Notice>
  )
}

/** By phone or face to face, at once: a visit that is planned for this minute, and opened. */
function useBeginning(file: ClientFile) {
  const { person } = useWorkspace()
  const { minute } = useLocalNow()
  const { save, saving, fault } = useSave()
  const navigate = useNavigate()
  const begin = async () => {
    const id = newId()
    const visit = createRecord('visit', id, file.client.id, {
      startsAt: minute,
      place: 'home',
      coordinator: person.id,
      purpose: 'review',
      status: 'planned',
    })
    if ((await save([visit])) === 'saved') void navigate(`/visits/${id}`)
  }
  return { begin, saving, fault }
}
