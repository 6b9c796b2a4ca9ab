import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { isPostcode } from '#domain/client/postcode.ts'
import { isRunning, takesReferrals } from '#domain/directory/choose.ts'
import { freshness } from '#domain/directory/freshness.ts'
import { kinds, type BodyOf, type KindName } from '#domain/kind/kinds.ts'
import { buildDemoService } from './buildDemoService.ts'
import { entries } from './directory.ts'

const today = '2026-11-23'
const { creates, people } = buildDemoService(today)

function all<Name extends KindName>(kind: Name): { id: string; body: BodyOf<Name> }[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- which schema belongs to which name, `kinds` knows and the compiler does not
  const schema = kinds[kind].body as unknown as z.ZodType<BodyOf<Name>>
  return creates
    .filter((edit) => edit.kind === kind)
    .map(({ id, body }) => ({ id, body: schema.parse(body) }))
}

const services = all('service')

describe('a directory that is worth looking at', () => {
  test('most entries say where, when, what it costs and what of access there is', () => {
    const having = (field: keyof BodyOf<'service'>) =>
      services.filter(({ body }) => body[field] !== undefined)
    expect(having('locations').length).toBeGreaterThan(70)
    expect(having('schedules').length).toBeGreaterThan(55)
    expect(having('cost_options').length).toBeGreaterThan(80)
    expect(having('access').length).toBeGreaterThan(80)
    expect(having('languages').length).toBeGreaterThan(10)
    expect(having('waiting_weeks').length).toBeGreaterThan(20)
  })

  test('places lie in the borough, and one place has one id', () => {
    const places = services.flatMap(({ body }) => body.locations ?? [])
    const outside = places.filter(
      ({ latitude = 51.45, longitude = 0.14 }) =>
        latitude < 51.408 || latitude > 51.515 || longitude < 0.075 || longitude > 0.22,
    )
    expect(outside).toEqual([])
    expect(places.filter(({ postal_code }) => postal_code && !isPostcode(postal_code))).toEqual([])
    const byId = Map.groupBy(places, ({ id }) => id)
    expect(
      [...byId.values()].filter((same) => new Set(same.map((one) => JSON.stringify(one))).size > 1),
    ).toEqual([])
  })

  test('entries are of every age, and a wait says when it was said', () => {
    const states = services.map(({ body }) => freshness(body, today).state)
    expect(new Set(states)).toEqual(new Set(['fresh', 'check-first']))
    const dated = services.flatMap(({ body }) => [body.assured_date, body.waiting_reported_on])
    expect(dated.filter((day) => day !== undefined && day > today)).toEqual([])
    expect(
      services.filter(({ body }) => body.waiting_weeks !== undefined && !body.waiting_reported_on),
    ).toEqual([])
  })

  test('some are closed or full, and nobody of the pilot was referred to one that does not run', () => {
    const closed = services.filter(({ body }) => !isRunning(body))
    expect(closed.length).toBeGreaterThan(3)
    const full = entries.filter(({ full: isFull }) => isFull)
    expect(full).toHaveLength(1)
    const referredTo = new Set(all('onwardReferral').map(({ body }) => body.service))
    expect(closed.filter(({ id }) => referredTo.has(id))).toEqual([])
    expect(services.filter(({ body }) => !isRunning(body) && takesReferrals(body))).toEqual([])
  })
})

describe('what was met with', () => {
  test('two drop-ins of Val with a dozen people, whose names are there only where they agreed', () => {
    const sessions = all('dropIn')
    const came = all('dropInContact')
    expect(sessions).toHaveLength(2)
    expect(came).toHaveLength(12)
    expect(came.filter(({ body }) => body.firstName !== undefined && body.agreed !== true)).toEqual([])
    for (const { id, body } of sessions) {
      const times = came.filter((one) => one.body.dropIn === id).map((one) => one.body.at)
      expect(times).toHaveLength(6)
      expect(times.filter((at) => at < body.openedAt || at > (body.closedAt ?? ''))).toEqual([])
    }
  })

  test('everything that is named is there', () => {
    const ids = new Set([...creates, ...people].map(({ id }) => id))
    const named = [
      ...all('dropIn').flatMap(({ body }) => [body.openedBy, ...body.people]),
      ...all('dropInContact').flatMap(({ body }) => [body.by, body.dropIn, ...body.given, ...body.people]),
      ...all('gap').flatMap(({ body }) => [body.by, body.service]),
      ...all('correction').flatMap(({ body }) => [body.by, body.service, body.organisation]),
      ...services.map(({ body }) => body.assured_by),
    ]
    expect(named.filter((id) => id !== undefined && !ids.has(id))).toEqual([])
  })

  test('gaps are those that the pilot names, each in the past', () => {
    const gaps = all('gap').map(({ body }) => body)
    expect(gaps).toHaveLength(8)
    expect(gaps.filter(({ on }) => on > today)).toEqual([])
    expect(gaps.filter(({ wanted }) => wanted?.includes('garden'))).toHaveLength(3)
  })

  test('a provider proposes for an entry of its own, and says truly what stands there', () => {
    const corrections = all('correction').map(({ body }) => body)
    expect(corrections.map(({ side }) => side)).toEqual(['staff', 'staff', 'provider'])
    const [proposal] = corrections.filter(({ side }) => side === 'provider')
    const entry = services.find(({ id }) => id === proposal?.service)?.body
    expect(entry?.organization_id).toBe(proposal?.organisation)
    for (const field of Object.keys(proposal?.proposed ?? {})) {
      expect(proposal?.was?.[field]).toEqual(entry?.[field])
      expect(proposal?.proposed?.[field]).not.toEqual(entry?.[field])
    }
  })
})
