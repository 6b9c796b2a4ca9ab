import { Button } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { confirmationOf } from '#domain/visit/confirmed.ts'
import { iCalendar } from '#domain/visit/iCalendar.ts'
import { visitEvent } from '#domain/visit/visitEvent.ts'
import type { View } from '#store/view.ts'
import { Section } from '#ui/Section.tsx'
import { handOver } from '#ui/handOver.ts'
import * as codes from '#words/codes.ts'
import classes from './ClientFile.module.css'
import type { ClientFile } from './useClientFile.ts'

/** The visit for a calendar, and what of the person goes into it. */
export function CalendarFile({ file, visit }: { file: ClientFile; visit: View<'visit'> }) {
  const make = () => {
    const confirmed = confirmationOf(visit, file.contacts) !== null
    const place = codes.wordFor(codes.visitPlace, visit.body.place) ?? ''
    const event = visitEvent({ visit, client: file.client.body, confirmed }, place)
    const text = iCalendar([event], new Date().toISOString())
    handOver(text, { name: 'visit.ics', type: 'text/calendar' })
  }
  return (
    <Section title="In your calendar">
      <div className={classes['stack']}>
        <p className={classes['quiet']}>
          A calendar is often read by others. Only initials, the time and the place go into the file; of a
          home only the first half of its postcode.
        </p>
        <div className={classes['actions']}>
          <Button variant="default" leftSection={<IconCalendarDown size={20} aria-hidden />} onClick={make}>
            Make a calendar file
          </Button>
        </div>
      </div>
    </Section>
  )
}
