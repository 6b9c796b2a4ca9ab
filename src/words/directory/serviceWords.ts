import { needWords } from '#domain/assessment/codeWords.ts'
import { isRunning, takesReferrals } from '#domain/directory/choose.ts'
import { freshness } from '#domain/directory/freshness.ts'
import { nextSession } from '#domain/directory/nextSession.ts'
import type { Whereabouts } from '#domain/directory/place.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { formatDay, formatFullDay } from '#ui/dates.ts'
import type { Fact } from '#ui/Facts.tsx'
import * as codes from '../codes.ts'

/** A need is an area of life, a code of the assessment, or somebody's own words. */
export function needName(need: string): string {
  return codes.need[need] ?? needWords(need)
}

/** A feed says a language by its name, or by a code of BCP 47. */
export function languageName(language: string): string {
  if (!/^[a-z]{2,3}(-\w+)*$/.test(language)) return language
  return new Intl.DisplayNames('en-GB', { type: 'language' }).of(language) ?? language
}

/** "0.4 miles"; empty where it is not known how far it is. */
export function distanceWords(lies: Whereabouts | null, { access = [] }: ServiceBody): string {
  switch (lies?.is) {
    case 'miles':
      return lies.miles < 0.1 ? 'Less than 0.1 miles' : `${lies.miles.toFixed(1)} miles`
    case 'comes':
      return access.includes('at-home') ? 'Comes to the home' : 'Online or by phone'
    case 'area':
      return 'In this postcode district'
    default:
      return ''
  }
}

export function whereWords({ locations = [], service_areas = [] }: ServiceBody): string {
  const places = locations.map(
    (place) =>
      [place.name, place.address, place.postal_code].filter(Boolean).join(', ') ||
      (place.location_type === 'virtual' ? 'Online' : ''),
  )
  const known = places.filter((place) => place !== '')
  return (known.length > 0 ? known : service_areas.map((area) => area.name)).join('; ')
}

/** "Next: Tue 24 Nov, 10:00 to 12:00"; the schedule's own words where it has no days; empty where it says nothing. */
export function whenWords({ schedules = [] }: ServiceBody, now: string): string {
  const next = nextSession(schedules, now)
  if (!next) return scheduleWords({ schedules })
  const hours = [next.opensAt, next.closesAt].filter((time) => time !== undefined).join(' to ')
  return `Next: ${next.day === now.slice(0, 10) ? 'today' : formatDay(next.day)}${hours ? `, ${hours}` : ''}`
}

/** What the place promises, then what the entry says of it in words. */
export function accessWords({ access = [], accessibility = [] }: ServiceBody): string {
  const promised = access.map((feature) => codes.accessFeature[feature] ?? feature)
  const said = accessibility.map(({ description, details }) =>
    [description, details].filter(Boolean).join(': '),
  )
  return [...promised, ...said].filter(Boolean).join('\n')
}

/** The doors that one can go to, each as a map would look for it. */
export function addressesOf({
  locations = [],
}: ServiceBody): { id: string; name: string; address: string }[] {
  return locations
    .filter(({ location_type }) => location_type === 'physical')
    .map(({ id, name, address, city, postal_code }) => ({
      id,
      name: name ?? address ?? '',
      address: [name, address, city, postal_code].filter(Boolean).join(', '),
    }))
    .filter(({ address }) => address !== '')
}

/** Only what is said. */
export function facts(said: readonly (readonly [label: string, value: string | undefined])[]): Fact[] {
  return said.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

export function scheduleWords({ schedules = [] }: Pick<ServiceBody, 'schedules'>): string {
  return schedules
    .map(
      ({ description, opens_at, closes_at }) =>
        description ?? [opens_at, closes_at].filter(Boolean).join(' to '),
    )
    .filter((words) => words !== '')
    .join('; ')
}

export function costWords({ cost_options = [], fees_description }: ServiceBody): string {
  const options = cost_options.map(({ option, amount, amount_description }) => {
    const price = amount === 0 ? 'Free' : amount === undefined ? '' : `£${amount.toFixed(2)}`
    // An option that is called what it costs is said once.
    return [...new Set([option, price, amount_description])].filter(Boolean).join(' ')
  })
  return options.length > 0 ? options.join('; ') : (fees_description ?? '')
}

/** "Wait: 6 to 8 months"; empty where nobody said. */
export function waitWords({ waiting_time, waiting_weeks }: ServiceBody): string {
  if (waiting_weeks === 0) return 'No wait'
  const words = waiting_time ?? (waiting_weeks === undefined ? '' : count(waiting_weeks, 'week'))
  return words === '' ? '' : `Wait: ${words}`
}

export function joinWords(service: ServiceBody): string {
  if (service.application_process) return service.application_process
  if (!isRunning(service)) return 'Not running at the moment'
  if (takesReferrals(service)) return 'By referral'
  return 'Get in touch, or just go along'
}

export function agesWords({ minimum_age, maximum_age, eligibility_description }: ServiceBody): string {
  const ages =
    minimum_age !== undefined && maximum_age !== undefined
      ? `Ages ${minimum_age} to ${maximum_age}`
      : minimum_age !== undefined
        ? `From age ${minimum_age}`
        : maximum_age !== undefined
          ? `Up to age ${maximum_age}`
          : ''
  return [eligibility_description, ages].filter(Boolean).join('. ')
}

export function freshnessWords(service: ServiceBody, today: string): { words: string; old: boolean } {
  const state = freshness(service, today)
  switch (state.state) {
    case 'unknown':
      return {
        words: 'Nobody has said when this was last checked. Ring before somebody sets out.',
        old: true,
      }
    case 'check-first':
      return { words: `Last checked ${formatFullDay(state.day)}. Ring before somebody sets out.`, old: true }
    case 'fresh':
      return { words: `Checked ${formatFullDay(state.day)}`, old: false }
  }
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`
}

/** Made once: a list of cards writes many numbers at every letter that is typed. */
const numbers = new Intl.NumberFormat('en-GB')

export function formatNumber(number: number): string {
  return numbers.format(number)
}
