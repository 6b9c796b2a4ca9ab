import { addDays } from '#domain/calendar/day.ts'
import type { ageBands } from '#domain/dropIn/dropInContact.ts'
import { created, type Create } from './created.ts'
import { practiceId, serviceNamed } from './directory.ts'
import { idFor } from './random.ts'
import { staffId } from './staff.ts'
import { workdayBy } from './workday.ts'

interface Came {
  at: string
  needs: string[]
  given: string[]
  who?: { firstName: string; ageBand: (typeof ageBands)[number]; postcodeDistrict: string }
  note?: string
}

/** A morning at a surgery, six people; names and ages only of those who agreed. */
const atSurgery: Came[] = [
  {
    at: '09:41',
    needs: ['people'],
    given: ['age-uk-bexley/pop-in-parlours', 'irish-community-services/lunch-clubs'],
    who: { firstName: 'Ottoline', ageBand: '65-79', postcodeDistrict: 'DA16' },
  },
  { at: '09:58', needs: ['money', 'home'], given: ['citizens-advice-bexley/advice'] },
  {
    at: '10:12',
    needs: ['caring'],
    given: ['carers-support/care-navigation', 'mind-in-bexley/mind-carers-peer-support'],
    who: { firstName: 'Peregrine', ageBand: '45-64', postcodeDistrict: 'DA15' },
  },
  { at: '10:30', needs: ['interests'], given: [], note: 'Would love to garden with others. Nothing near.' },
  {
    at: '10:47',
    needs: ['getting-about'],
    given: ['bexley-accessible-transport-scheme/accessible-transport'],
  },
  {
    at: '11:05',
    needs: ['people', 'health'],
    given: ['bexleys-healthy-walks/healthy-walks'],
    who: { firstName: 'Zebedee', ageBand: '80-over', postcodeDistrict: 'DA16' },
  },
]

/** An afternoon of advice at a library. */
const atLibrary: Came[] = [
  { at: '13:35', needs: ['money'], given: ['citizens-advice-bexley/advice'] },
  {
    at: '13:50',
    needs: ['money', 'work'],
    given: ['a-housing-development-association/signposting-and-drop-ins'],
    who: { firstName: 'Clementine', ageBand: '25-44', postcodeDistrict: 'SE2' },
  },
  { at: '14:10', needs: ['work'], given: ['london-borough-of-bexley-libraries/it-buddies'] },
  {
    at: '14:28',
    needs: ['people'],
    given: [],
    who: { firstName: 'Barnaby', ageBand: '25-44', postcodeDistrict: 'SE2' },
    note: 'Found nothing for somebody of his age in the evening.',
  },
  { at: '14:45', needs: ['home', 'money'], given: ['citizens-advice-bexley/advice'] },
  {
    at: '15:02',
    needs: ['caring', 'money'],
    given: ['carers-support/financial-advice'],
    who: { firstName: 'Henrietta', ageBand: '45-64', postcodeDistrict: 'SE28' },
  },
]

/** Two sessions that Val has held: a week ago at a surgery, and on the last working day at a library. */
export function dropInRecords(today: string): Create[] {
  return [
    ...session('surgery', workdayBy(addDays(today, -7)), atSurgery, {
      place: 'Bellegrove Surgery',
      practice: practiceId('Bellegrove'),
      area: 'DA16',
      from: '09:30',
      until: '11:30',
    }),
    ...session('library', workdayBy(addDays(today, -1)), atLibrary, {
      place: 'A library in Thamesmead',
      area: 'SE28',
      topic: 'welfare-and-benefits',
      fundedBy: 'An invented housing association',
      from: '13:30',
      until: '15:30',
    }),
  ]
}

interface Held {
  place: string
  practice?: string
  area: string
  topic?: 'welfare-and-benefits'
  fundedBy?: string
  from: string
  until: string
}

function session(name: string, day: string, came: readonly Came[], { from, until, ...held }: Held): Create[] {
  const dropIn = idFor(`drop-in/${name}`)
  const val = staffId('val')
  const at = (clock: string) => `${day}T${clock}:00.000Z`
  return [
    created('dropIn', dropIn, null, {
      ...held,
      people: [val],
      day,
      openedAt: at(from),
      openedBy: val,
      closedAt: at(until),
    }),
    ...came.map(({ at: clock, given, who, ...asked }, i) =>
      created('dropInContact', idFor(`drop-in/${name}/${i}`), null, {
        ...asked,
        dropIn,
        people: [val],
        at: at(clock),
        by: val,
        given: given.map((key) => serviceNamed(key).id),
        ...(who ? { agreed: true, ...who } : {}),
      }),
    ),
  ]
}
