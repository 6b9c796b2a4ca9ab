import type { ServiceBody } from '#domain/service/service.ts'
import * as codes from '#words/codes.ts'

/** How one thing is asked for. `more`: seldom needed, shown on demand. */
export type Asked = { more?: true; hint?: string } & (
  | { as: 'text' | 'long' | 'email' | 'tel' | 'time' | 'day' | 'weekdays' }
  /** `least` and `most` are what makes sense; `whole` where there are no halves. */
  | { as: 'number'; least: number; most: number; whole?: true }
  | { as: 'yesNo' }
  | { as: 'code'; words: codes.Words; none?: string }
  /** Several texts, each on a line of its own. */
  | { as: 'lines' }
)

export type FieldAsked =
  | Asked
  | { as: 'ticks'; words: codes.Words }
  /** Elements of their own, each with these fields; `begin`: how a new one begins. */
  | { as: 'list'; fields: Readonly<Record<string, Asked>>; begin?: Readonly<Record<string, string>> }

type Field = keyof ServiceBody

export interface FieldGroup {
  title: string
  fields: Readonly<Record<Field, FieldAsked>>
}

const age: Asked = { as: 'number', least: 0, most: 130, whole: true }

/** Every field of an entry that people write by hand, in the order in which they are asked for. */
export const entryGroups: readonly FieldGroup[] = [
  {
    title: 'What it is',
    fields: {
      name: { as: 'text' },
      alternate_name: { as: 'text' },
      description: { as: 'long' },
      status: { as: 'code', words: codes.serviceStatus },
      alert: { as: 'long', hint: 'Good to know for everybody, for example: closed over Christmas' },
      categories: { as: 'lines', hint: 'One on each line' },
      needs: { as: 'ticks', words: codes.need },
    },
  },
  {
    title: 'The people',
    fields: {
      eligibility_description: { as: 'long' },
      minimum_age: age,
      maximum_age: age,
      languages: { as: 'lines', hint: 'One on each line' },
    },
  },
  {
    title: 'How to join',
    fields: {
      accepts: { as: 'code', words: codes.serviceAccepts, none: 'Not said' },
      open_to_referrals: { as: 'yesNo' },
      waiting_time: { as: 'text', hint: 'In words, for example: 6 weeks' },
      waiting_weeks: { as: 'number', least: 0, most: 520 },
      application_process: { as: 'long' },
    },
  },
  {
    title: 'Getting in touch',
    fields: {
      phones: { as: 'list', fields: { number: { as: 'tel' }, type: { as: 'text', more: true } } },
      email: { as: 'email' },
      url: { as: 'text', hint: 'With https:// in front' },
      contacts: {
        as: 'list',
        fields: {
          name: { as: 'text' },
          title: { as: 'text' },
          phone: { as: 'tel' },
          email: { as: 'email' },
        },
      },
    },
  },
  {
    title: 'When',
    fields: {
      schedules: {
        as: 'list',
        begin: { freq: 'WEEKLY' },
        fields: {
          freq: { as: 'code', words: codes.frequency, none: 'Not regularly' },
          byday: { as: 'weekdays' },
          opens_at: { as: 'time' },
          closes_at: { as: 'time' },
          description: { as: 'text', hint: 'In words, for example: every Tuesday in term time' },
          valid_from: { as: 'day', more: true },
          valid_to: { as: 'day', more: true },
          interval: { as: 'number', least: 1, most: 52, whole: true, more: true, hint: 'Weeks or months' },
          dtstart: { as: 'day', more: true },
          bymonthday: { as: 'text', more: true },
          attending_type: { as: 'text', more: true },
        },
      },
    },
  },
  {
    title: 'Where',
    fields: {
      locations: {
        as: 'list',
        begin: { location_type: 'physical' },
        fields: {
          name: { as: 'text' },
          location_type: { as: 'code', words: codes.locationType },
          address: { as: 'text' },
          city: { as: 'text' },
          postal_code: { as: 'text' },
          state_province: { as: 'text', more: true },
          country: { as: 'text', more: true },
          latitude: {
            as: 'number',
            least: -90,
            most: 90,
            more: true,
            hint: 'In degrees, for example: 51.4416',
          },
          longitude: {
            as: 'number',
            least: -180,
            most: 180,
            more: true,
            hint: 'In degrees, for example: 0.1486',
          },
        },
      },
      service_areas: { as: 'list', fields: { name: { as: 'text' } } },
      access: { as: 'ticks', words: codes.accessFeature },
      accessibility: { as: 'list', fields: { description: { as: 'text' }, details: { as: 'text' } } },
    },
  },
  {
    title: 'Cost',
    fields: {
      fees_description: { as: 'long' },
      cost_options: {
        as: 'list',
        fields: {
          option: { as: 'text' },
          amount: { as: 'number', least: 0, most: 100_000 },
          amount_description: { as: 'text' },
          currency: { as: 'text', more: true },
        },
      },
    },
  },
]

/** What is not written by hand: chosen or said elsewhere, or kept by the feed. */
export const notByHand = [
  'organization_id',
  'assured_date',
  'assured_by',
  'last_modified',
  'waiting_reported_on',
  'invented_contact',
  'feed',
] as const satisfies Field[]

/** The groups with only those fields that `mayWrite` lets through. */
export function groupsFor(mayWrite: (field: string) => boolean): FieldGroup[] {
  return entryGroups
    .map(({ title, fields }) => ({
      title,
      fields: Object.fromEntries(Object.entries(fields).filter(([field]) => mayWrite(field))),
    }))
    .filter(({ fields }) => Object.keys(fields).length > 0)
}
