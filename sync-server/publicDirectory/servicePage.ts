import { isRunning } from '#domain/directory/choose.ts'
import { freshness } from '#domain/directory/freshness.ts'
import { areaWords } from '#domain/assessment/codeWords.ts'
import type { PublicEntry } from '#domain/feed/writeService.ts'
import type { accessFeatures, ServiceBody } from '#domain/service/service.ts'
import { type Html, markup } from '../refer/markup.ts'
import { dayWords, scheduleLines } from './scheduleWords.ts'

/**
 * All about one service for whoever was told about it: no script, no account, fit to be printed. `opensGeo`: whether the
 * device opens `geo:` addresses in maps of its own.
 */
export function serviceContent(entry: PublicEntry, today: string, opensGeo: boolean): Html {
  const { body, organisation } = entry
  const by = organisation?.body.name
  return markup`<h1>${body.name}</h1>
    ${by !== undefined && by !== body.name ? markup`<p class="quiet">Run by ${by}</p>` : null}
    ${closedNotice(body)}
    ${body.alert ? markup`<p class="note"><strong>Good to know:</strong> ${body.alert}</p>` : null}
    ${body.description ? markup`<p class="lines">${body.description}</p>` : null}
    <dl class="facts">${goingFacts(body, today, opensGeo).map(factOut)}</dl>
    ${touch(entry)}
    <p class="quiet">${ageWords(body, today)}</p>`
}

/** The address leads to nothing, or to something that was taken out. */
export function noServiceContent(removed: boolean): Html {
  return markup`<h1>${removed ? 'No longer in the directory' : 'No such page'}</h1>
    <p>
      ${
        removed
          ? 'This service was in our directory and has been taken out: it may have ended or moved.'
          : 'There is nothing at this address. Please look whether it was typed in full.'
      }
      Whoever told you about it can find out what there is instead.
    </p>
    <p><a class="back" href="/refer">Ask us for help</a></p>`
}

type Fact = [label: string, lines: readonly (string | Html)[]]

function factOut([label, lines]: Fact): Html {
  return markup`<dt>${label}</dt>
    <dd>${lines.map((line) => markup`<span class="line">${line}</span>`)}</dd>`
}

function goingFacts(body: ServiceBody, today: string, opensGeo: boolean): Fact[] {
  const facts: Fact[] = [
    ['Where', (body.locations ?? []).flatMap((place) => placeLines(place, opensGeo))],
    ['Area', body.locations?.length ? [] : (body.service_areas ?? []).map(({ name }) => name)],
    ['When', isRunning(body) ? timesOf(body, today) : []],
    ['Cost', costLines(body)],
    ['Access', accessLines(body)],
    ['Languages', body.languages?.length ? [body.languages.join(', ')] : []],
    ['For whom', whom(body)],
    ['Helps with', body.needs?.length ? [body.needs.map(areaWords).join(', ')] : []],
    ['Waiting', isRunning(body) ? waitLines(body) : []],
    ['How to join', isRunning(body) ? [joinWords(body)] : []],
  ]
  return facts
    .map(([label, lines]): Fact => [label, lines.filter((line) => line !== '')])
    .filter(([, lines]) => lines.length > 0)
}

const CLOSED: Readonly<Record<string, string>> = {
  'temporarily closed': 'Closed for the time being',
  inactive: 'Not running at the moment',
  defunct: 'This service has ended',
}

function closedNotice({ status }: ServiceBody): Html | null {
  const words = CLOSED[status]
  return words === undefined ? null : markup`<p class="closed"><strong>${words}</strong></p>`
}

function placeLines(
  place: NonNullable<ServiceBody['locations']>[number],
  opensGeo: boolean,
): (string | Html)[] {
  const { name, address, city, postal_code, latitude, longitude, location_type } = place
  const street = [address, city, postal_code].filter(
    (part) => part !== undefined && part !== '' && part !== name,
  )
  const isPlace = opensGeo && latitude !== undefined && longitude !== undefined && location_type !== 'virtual'
  return [
    name ?? '',
    street.join(', '),
    isPlace ? markup`<a class="on-screen" href="geo:${`${latitude},${longitude}`}">Show on a map</a>` : '',
  ]
}

/** Times that are over are not shown; those that are to come are. */
function timesOf({ schedules = [] }: ServiceBody, today: string): string[] {
  return schedules
    .filter(({ valid_to }) => valid_to === undefined || valid_to >= today)
    .flatMap(scheduleLines)
}

function costLines({ cost_options = [], fees_description }: ServiceBody): string[] {
  const options = cost_options.map(({ option, amount, amount_description, currency }) => {
    const price = amount === undefined ? '' : amount === 0 ? 'Free' : money(amount, currency)
    return [option === price ? '' : (option ?? ''), price, amount_description ?? ''].filter(Boolean).join(' ')
  })
  return [...options, fees_description ?? '']
}

function money(amount: number, currency = 'GBP'): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount)
}

const ACCESS: ReadonlyMap<string, string> = new Map<(typeof accessFeatures)[number], string>([
  ['step-free', 'Step-free'],
  ['accessible-toilet', 'Accessible toilet'],
  ['hearing-loop', 'Hearing loop'],
  ['sign-language', 'Sign language'],
  ['parking', 'Parking close by'],
  ['transport', 'Transport there'],
  ['at-home', 'They come to your home'],
  ['online', 'Online or by phone'],
])

function accessLines({ access = [], accessibility = [] }: ServiceBody): string[] {
  const known = access.map((code) => ACCESS.get(code) ?? code)
  const described = accessibility.map(({ description, details }) =>
    [description, details].filter(Boolean).join(': '),
  )
  return [known.join(', '), ...described]
}

function whom({ minimum_age, maximum_age, eligibility_description }: ServiceBody): string[] {
  const ages =
    minimum_age === undefined
      ? maximum_age === undefined
        ? ''
        : `Up to age ${maximum_age}`
      : maximum_age === undefined
        ? `From age ${minimum_age}`
        : `Ages ${minimum_age} to ${maximum_age}`
  return [eligibility_description ?? '', ages]
}

function waitLines({ waiting_time, waiting_reported_on }: ServiceBody): string[] {
  if (!waiting_time) return []
  return [waiting_time, waiting_reported_on ? `As of ${dayWords(waiting_reported_on)}` : '']
}

function joinWords({ application_process, accepts, open_to_referrals }: ServiceBody): string {
  if (application_process) return application_process
  if (accepts === 'referral' && open_to_referrals === false) return 'It takes nobody new at the moment.'
  if (accepts === 'referral') return 'Somebody refers you. Ask whoever gave you this page, or your surgery.'
  return 'Get in touch, or just go along.'
}

/** Made-up numbers are shown and cannot be rung. */
function touch({ body, organisation }: PublicEntry): Html | null {
  const invented = body.invented_contact === true || organisation?.body.invented_contact === true
  const email = body.email ?? organisation?.body.email
  const url = body.url ?? organisation?.body.website
  const link = (href: string, words: string) =>
    invented ? markup`<li>${words}</li>` : markup`<li><a href="${href}">${words}</a></li>`
  const ways = [
    ...(body.phones ?? []).map(({ number }) => link(`tel:${number.replaceAll(/[^+\d]/g, '')}`, number)),
    ...(email ? [link(`mailto:${email}`, email)] : []),
    ...(url && /^https?:\/\//i.test(url) ? [link(url, url)] : []),
  ]
  if (ways.length === 0) return null
  return markup`<h2>Getting in touch</h2>
    ${
      invented
        ? markup`<p class="note">These details are made up for a demonstration. Please do not use them.</p>`
        : null
    }
    <ul class="ways">${ways}</ul>`
}

function ageWords(body: ServiceBody, today: string): string {
  const age = freshness(body, today)
  switch (age.state) {
    case 'fresh':
      return `Checked on ${dayWords(age.day)}.`
    case 'check-first':
      return `Last checked on ${dayWords(age.day)}. Please ring before you set out.`
    case 'unknown':
      return 'Nobody has said when this was last checked. Please ring before you set out.'
  }
}
