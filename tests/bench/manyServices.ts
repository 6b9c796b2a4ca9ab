import { createRecord } from '#domain/change/write.ts'
import type { Edit } from '#domain/change/change.ts'
import { accessFeatures, type ServiceBody } from '#domain/service/service.ts'

const NEEDS = ['people', 'home', 'money', 'health', 'caring', 'work', 'getting-about', 'interests', 'safety']
const KINDS = [
  'Advice',
  'Befriending',
  'Carers',
  'Exercise',
  'Food',
  'Learning',
  'Music',
  'Transport',
  'Walking',
]
const WHAT =
  'Walking Lunch Coffee Singing Gardening Debt Memory Yoga Knitting Art Dance Swimming Carers Stroke Diabetes Parents Toddler Drawing Baking Bowls Chess Computer Fishing Football French Guitar History Housing Benefits Energy Hospital Transport Shopping Befriending Bereavement Hearing Sight Autism Veterans Refugee English Reading Sewing Tennis Theatre Woodwork Cycling Choir Bingo Cards Crafts Film Flowers Nature Photography Pottery Quiz Pilates Boxing Tai-chi'.split(
    ' ',
  )
const FORM =
  'club group café advice morning drop-in class circle workshop helpline support sessions café friends together team trust project centre afternoon'.split(
    ' ',
  )
const TOWNS =
  'Welling Sidcup Erith Crayford Bexleyheath Belvedere Thamesmead Slade Northumberland Blackfen Barnehurst Lamorbey Falconwood Blendon Upton Danson'.split(
    ' ',
  )
const DISTRICTS = ['DA1', 'DA5', 'DA6', 'DA7', 'DA8', 'DA14', 'DA15', 'DA16', 'DA17', 'DA18', 'SE2', 'SE28']
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU', 'MO,TH', '1TU', '-1FR']
const TONGUES = ['English', 'Polish', 'Punjabi', 'Nepali', 'Yoruba', 'Tamil']
/** Syllables, so that the directory knows as many different words as a real one. */
const SYLLABLES = [
  'ba',
  'ren',
  'to',
  'lic',
  'mar',
  'sen',
  'ver',
  'dun',
  'ka',
  'lo',
  'pi',
  'shaw',
  'wick',
  'ham',
  'ley',
]

/** A made-up directory, the same for the same numbers: what a borough has, five or fifty times over. */
export function manyServices(services: number, organisations = 400): Edit[] {
  const chance = chanceFrom(1)
  const of = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(chance() * all.length)]
    if (one === undefined) throw new Error('Nothing to choose from')
    return one
  }
  const word = () => of(SYLLABLES) + of(SYLLABLES) + of(SYLLABLES)
  const sentence = () =>
    Array.from({ length: 14 }, () => (chance() < 0.4 ? word() : of([...WHAT, ...FORM, ...TOWNS]))).join(' ')
  const number = (i: number) => String(i).padStart(12, '0')
  const organisationId = (i: number) => `0000000a-0000-4000-8000-${number(i)}`
  const service = (i: number): ServiceBody => ({
    organization_id: organisationId(Math.floor(chance() * organisations)),
    name: `${of(TOWNS)} ${of(WHAT)} ${of(FORM)} ${word()}`,
    status: chance() < 0.97 ? 'active' : 'temporarily closed',
    description: sentence(),
    assured_date: `2026-${of(['02', '06', '10'])}-${of(['03', '17', '28'])}`,
    phones: [{ id: 'phone', number: '020 7946 0000' }],
    ...(chance() < 0.8
      ? {
          schedules: [
            {
              id: 's',
              freq: 'WEEKLY',
              byday: of(DAYS),
              opens_at: of(['09:30', '14:00', '18:30']),
              closes_at: '20:00',
            },
          ],
        }
      : {}),
    locations: [
      {
        id: 'l',
        name: `${word()} Hall`,
        address: `${1 + (i % 200)} ${word()} Road`,
        postal_code: `${of(DISTRICTS)} 1AA`,
        location_type: 'physical',
        ...(chance() < 0.85 ? { latitude: 51.44 + chance() * 0.07, longitude: 0.05 + chance() * 0.15 } : {}),
      },
    ],
    ...(chance() < 0.7 ? { cost_options: [{ id: 'c', amount: of([0, 0, 2, 3.5, 5, 8]) }] } : {}),
    ...(chance() < 0.5 ? { waiting_weeks: of([0, 2, 6, 12, 30]) } : {}),
    access: accessFeatures.filter(() => chance() < 0.3),
    languages: ['English', of(TONGUES)].filter((each, at, all) => all.indexOf(each) === at),
    categories: [of(KINDS)],
    needs: NEEDS.filter(() => chance() < 0.2),
    accepts: of(['referral', 'signpost', 'both']),
  })
  return [
    ...Array.from({ length: organisations }, (_, i) =>
      createRecord('organisation', organisationId(i), null, {
        name: `${word()} ${of(['Trust', 'Centre', 'Aid'])}`,
        description: sentence(),
      }),
    ),
    ...Array.from({ length: services }, (_, i) =>
      createRecord('service', `0000000b-0000-4000-8000-${number(i)}`, null, service(i)),
    ),
  ]
}

/** The generator of Park and Miller: enough for made-up services, and the same everywhere. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
