import type { lifeAreas } from '#domain/assessment/assessment.ts'
import { addDays } from '#domain/calendar/day.ts'
import type { CorrectionBody } from '#domain/correction/correction.ts'
import type { GapBody, gapReasons } from '#domain/gap/gap.ts'
import { created, type Create } from './created.ts'
import { organisationId, serviceNamed } from './directory.ts'
import { idFor } from './random.ts'
import { staffId, staffName } from './staff.ts'
import { workdayBy } from './workday.ts'

interface Gap {
  need: (typeof lifeAreas)[number]
  wanted: string
  why: (typeof gapReasons)[number]
  area: string
  metAt: 'visit' | 'drop-in' | 'office'
  daysAgo: number
  by: string
  service?: string
}

/**
 * Needs that nothing fitted. The pilot names gardening, months of waiting for a befriender, and that options for people
 * of 18 to 64 had to be extended.
 */
const gaps: Gap[] = [
  {
    need: 'interests',
    wanted: 'gardening',
    why: 'nothing-found',
    area: 'DA16',
    metAt: 'visit',
    daysAgo: 64,
    by: 'grace',
  },
  {
    need: 'interests',
    wanted: 'gardening with others',
    why: 'nothing-found',
    area: 'DA16',
    metAt: 'drop-in',
    daysAgo: 7,
    by: 'val',
  },
  {
    need: 'home',
    wanted: 'somebody for the garden',
    why: 'costs-too-much',
    area: 'DA7',
    metAt: 'visit',
    daysAgo: 31,
    by: 'sam',
  },
  {
    need: 'people',
    wanted: 'a befriender before the winter',
    why: 'full',
    service: 'age-uk-bexley/befriending',
    area: 'DA15',
    metAt: 'visit',
    daysAgo: 40,
    by: 'grace',
  },
  {
    need: 'people',
    wanted: 'a befriender',
    why: 'full',
    service: 'evergreen-care-bexley/befriending',
    area: 'DA8',
    metAt: 'visit',
    daysAgo: 22,
    by: 'sam',
  },
  {
    need: 'people',
    wanted: 'company for somebody of 34',
    why: 'nothing-found',
    area: 'SE2',
    metAt: 'drop-in',
    daysAgo: 1,
    by: 'val',
  },
  {
    need: 'interests',
    wanted: 'a group in the evening, for people who work',
    why: 'wrong-time',
    service: 'mind-in-bexley/recovery-college',
    area: 'DA6',
    metAt: 'visit',
    daysAgo: 15,
    by: 'sam',
  },
  {
    need: 'people',
    wanted: 'a lunch club that a bus goes to',
    why: 'too-far',
    service: 'irish-community-services/lunch-clubs',
    area: 'DA14',
    metAt: 'office',
    daysAgo: 12,
    by: 'mo',
  },
]

/** What was met with in the directory: needs that nothing fitted, and entries that are not right. */
export function metWithRecords(today: string): Create[] {
  return [
    ...gaps.map((gap, i) => created('gap', idFor(`gap/${i}`), null, gapOf(gap, today))),
    ...correctionsOn(today).map((body, i) => created('correction', idFor(`correction/${i}`), null, body)),
  ]
}

function gapOf({ daysAgo, by, service, ...gap }: Gap, today: string): GapBody {
  return {
    ...gap,
    on: workdayBy(addDays(today, -daysAgo)),
    by: staffId(by),
    ...(service === undefined ? {} : { service: serviceNamed(service).id }),
  }
}

function correctionsOn(today: string): CorrectionBody[] {
  return [
    {
      ...from('val', 'london-borough-of-bexley-libraries/games-club', workdayBy(addDays(today, -7))),
      side: 'staff',
      what: 'wrong-time',
      note: 'The poster says that they now begin at half past two.',
    },
    {
      ...from('grace', 'greenwich/home-support', workdayBy(addDays(today, -4))),
      side: 'staff',
      what: 'wrong-phone',
      note: 'Rang three times; it is a fax.',
    },
    proposal(workdayBy(addDays(today, -2))),
  ]
}

/** Age UK’s own: a second morning, and what it costs now. */
function proposal(day: string): CorrectionBody {
  const key = 'age-uk-bexley/men-in-sheds'
  const { description, minimumAge } = serviceNamed(key)
  return {
    ...from('pat', key, day),
    organisation: organisationId('Age UK Bexley'),
    side: 'provider',
    byName: staffName('pat'),
    note: 'We have let women in since the spring, and there is a lift now.',
    proposed: {
      description:
        'Woodwork and company in a shared workshop, for men and women. A carer said of it that it gives respite.',
      minimum_age: 50,
    },
    was: {
      ...(description === undefined ? {} : { description }),
      ...(minimumAge === undefined ? {} : { minimum_age: minimumAge }),
    },
  }
}

function from(who: string, key: string, day: string) {
  return {
    service: serviceNamed(key).id,
    by: staffId(who),
    at: `${day}T10:20:00.000Z`,
    status: 'open' as const,
  }
}
