import { addDays } from '#domain/calendar/day.ts'
import type { ContactBody } from '#domain/contact/contact.ts'
import type { Person } from './people.ts'
import { staffId } from './staff.ts'
import { momentOf } from './visits.ts'
import { workdayBy } from './workday.ts'

/** Whom somebody tried a few days ago and means to try again today, by number of the person. */
const promised: Readonly<Record<number, Pick<ContactBody, 'outcome' | 'note'>>> = {
  69: { outcome: 'left-message', note: 'Is better reached in the mornings.' },
  73: { outcome: 'no-answer' },
  70: { outcome: 'reached', note: 'Wants to think about it over the weekend.' },
}

/** The calls that are due today. */
export function promisedCallOf({ n, coordinator }: Person, today: string): ContactBody | null {
  const call = promised[n]
  if (!call) return null
  return {
    ...call,
    at: momentOf(workdayBy(addDays(today, -3)), '11:20'),
    by: staffId(coordinator),
    how: 'phone',
    about: 'follow-up',
    nextOn: today,
  }
}
