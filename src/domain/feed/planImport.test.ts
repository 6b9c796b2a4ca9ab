import { describe, expect, test } from 'vitest'
import type { Edit, FieldEdit } from '../change/change.ts'
import type { Json, JsonObject } from '../json.ts'
import { applyEdit } from '../kind/applyEdit.ts'
import type { StoredRecord } from '../record/record.ts'
import { full, id, plainGiven, summary } from './feed.fixture.ts'
import { correctedHere } from './correctedHere.ts'
import { emptyHarvest, take } from './harvest.ts'
import { planImport } from './planImport.ts'

const source = 'https://feed.example.org'

/** A directory as it stands, and what imports and people do to it. */
function directory() {
  const records = new Map<string, StoredRecord>()
  const write = (edits: Edit[]) => {
    for (const edit of edits) {
      const stamp = { change: `c${records.size}`, device: 'd', by: 'somebody', at: '2026-11-01T10:00:00Z' }
      const merged = applyEdit(records.get(edit.id) ?? null, edit, stamp)
      if (!merged.ok) throw new Error(merged.error)
      expect(merged.value.outcome).toBe('applied')
      records.set(edit.id, merged.value.record)
    }
  }
  const plan = (services: Json[], today: string, whole = true) => {
    const harvest = emptyHarvest()
    services.forEach((raw, i) => take(harvest, raw, `service ${i + 1}`, plainGiven))
    const { recordId } = plainGiven
    return planImport({ source, harvest, present: [...records.values()], whole, today, recordId })
  }
  const body = (n: number): JsonObject => records.get(`service:${id('service', n)}`)?.body ?? {}
  const organisation = (n: number): JsonObject =>
    records.get(`organisation:${id('organization', n)}`)?.body ?? {}
  return {
    body,
    organisation,
    plan,
    take: (services: Json[], today: string, whole = true) => {
      const planned = plan(services, today, whole)
      write(planned.edits)
      return planned
    },
    edit: (n: number, fields: Record<string, Json>) => {
      const edits = Object.entries(fields).map(([path, to]): [string, FieldEdit] => [
        path,
        { from: body(n)[path] ?? null, to },
      ])
      write([
        {
          op: 'edit',
          kind: 'service',
          id: `service:${id('service', n)}`,
          version: 1,
          fields: Object.fromEntries(edits),
        },
      ])
    },
    remove: (n: number) =>
      write([
        {
          op: 'remove',
          kind: 'service',
          id: `service:${id('service', n)}`,
          version: 1,
          reason: 'Twice',
          seen: body(n),
        },
      ]),
  }
}

const outlooks = ({ services }: ReturnType<typeof planImport>) =>
  services.map(({ what, fields, kept }) => [what, fields, kept])

describe('an import', () => {
  test('makes entries that keep what the feed said beside what holds', () => {
    const here = directory()
    const planned = here.take([full(1), full(2)], '2026-11-01')
    expect(planned.organisations).toEqual({ new: 1, changed: 0 })
    expect(outlooks(planned)).toEqual([
      ['new', [], []],
      ['new', [], []],
    ])
    const { feed, ...said } = here.body(1)
    expect(feed).toEqual({ source, id: id('service', 1), seen_on: '2026-11-01', values: said })
  })

  test('a second one, on another day, changes nothing at all', () => {
    const here = directory()
    here.take([full(1), full(2)], '2026-11-01')
    expect(here.plan([full(2), full(1)], '2026-11-09').edits).toEqual([])
  })

  test('only what changed is changed', () => {
    const here = directory()
    here.take([full(1), full(2)], '2026-11-01')
    const planned = here.take([full(1, { alert: 'Moved' }), full(2)], '2026-11-09')
    expect(planned.edits.length).toBe(1)
    expect(outlooks(planned)).toEqual([
      ['changed', ['alert'], []],
      ['same', [], []],
    ])
    expect(here.body(1)).toMatchObject({ alert: 'Moved', feed: { seen_on: '2026-11-09' } })
  })

  test('a correction survives, the feed’s new value is kept beside it, all else follows', () => {
    const here = directory()
    here.take([full(1)], '2026-11-01')
    here.edit(1, {
      name: 'Dinner club',
      phones: [{ id: id('phone', 1), number: '020 7946 0999', type: 'voice' }],
      access: ['step-free'],
    })
    const phones = [
      { id: id('phone', 1), number: '020 7946 0123', type: 'fax' },
      { id: 'second', number: '020 7946 0777' },
    ]
    const planned = here.take([full(1, { name: 'Luncheon', email: 'new@example.org', phones })], '2026-11-09')
    expect(here.body(1)).toMatchObject({
      name: 'Dinner club',
      email: 'new@example.org',
      access: ['step-free'],
      phones: [
        { id: id('phone', 1), number: '020 7946 0999', type: 'fax' },
        { id: 'second', number: '020 7946 0777' },
      ],
    })
    expect(outlooks(planned)).toEqual([['changed', ['email', 'phones'], ['name', 'phones']]])
    expect(correctedHere('service', here.body(1))[0]).toEqual({
      field: 'name',
      here: 'Dinner club',
      feed: 'Luncheon',
    })
    expect(
      here.plan([full(1, { name: 'Luncheon', email: 'new@example.org', phones })], '2026-11-10').edits,
    ).toEqual([])
  })

  test('a correction that the feed makes too is one no longer', () => {
    const here = directory()
    here.take([full(1)], '2026-11-01')
    here.edit(1, { name: 'Dinner club' })
    here.take([full(1, { name: 'Dinner club' })], '2026-11-09')
    expect(correctedHere('service', here.body(1))).toEqual([])
  })

  test('needs that somebody gave a service without any stay; before, it is to classify', () => {
    const here = directory()
    const unfiled = (more: JsonObject = {}) => full(1, { attributes: [], ...more })
    expect(here.take([unfiled(), full(2)], '2026-11-01').toClassify).toBe(1)
    here.edit(1, { needs: ['people'] })
    expect(here.take([unfiled({ alert: 'Moved' }), full(2)], '2026-11-02').toClassify).toBe(0)
    expect(here.body(1)['needs']).toEqual(['people'])
  })
})

describe('a service that is gone from the feed', () => {
  test('is closed and not removed, and opens again when it comes back', () => {
    const here = directory()
    here.take([full(1), full(2)], '2026-11-01')
    expect(outlooks(here.take([full(1)], '2026-11-09'))).toEqual([
      ['same', [], []],
      ['closed', ['status'], []],
    ])
    expect(here.body(2)).toMatchObject({
      status: 'inactive',
      name: 'Lunch club 2',
      feed: { gone_on: '2026-11-09' },
    })
    expect(here.plan([full(1)], '2026-11-10').edits).toEqual([])
    expect(outlooks(here.take([full(1), full(2)], '2026-11-16'))[1]).toEqual(['back', ['status'], []])
    expect(here.body(2)['status']).toBe('active')
    expect(here.body(2)['feed']).not.toHaveProperty('gone_on')
  })

  test('comes back with what was corrected here meanwhile', () => {
    const here = directory()
    here.take([full(1), full(2)], '2026-11-01')
    here.edit(2, { alert: 'Ring first' })
    here.take([full(1)], '2026-11-09')
    here.take([full(1), full(2)], '2026-11-16')
    expect(here.body(2)).toMatchObject({ status: 'active', alert: 'Ring first' })
  })

  test('is only closed where the feed was read to its end, and all of its services had ids', () => {
    const here = directory()
    here.take([full(1), full(2)], '2026-11-01')
    expect(here.plan([full(1)], '2026-11-09', false).edits).toEqual([])
    expect(here.plan([full(1), full(3, { id: null })], '2026-11-09').edits).toEqual([])
  })

  test('is not gone because it cannot be read', () => {
    const here = directory()
    here.take([full(1), full(2)], '2026-11-01')
    const nameless = full(2, { name: null, alternate_name: null })
    expect(here.plan([full(1), nameless], '2026-11-09').edits).toEqual([])
  })
})

test('a summary takes nothing away of what it does not say', () => {
  const here = directory()
  here.take([full(1)], '2026-11-01')
  const planned = here.take([summary(1, { email: 'new@example.org' })], '2026-11-09')
  expect(outlooks(planned)).toEqual([['changed', ['email'], []]])
  expect(here.body(1)).toHaveProperty('phones')
})

test('a service by itself takes nothing away of what it does not say of its organisation; a whole feed does', () => {
  const here = directory()
  here.take([full(1)], '2026-11-01')
  const bare = full(1, { organization: { id: id('organization', 1), name: 'Neighbours of Bexley' } })
  here.take([bare], '2026-11-09', false)
  const organisation = () => here.organisation(1)
  expect(organisation()).toMatchObject({
    name: 'Neighbours of Bexley',
    description: 'Neighbours who cook for neighbours.',
    email: 'hello1@example.org',
  })
  here.take([bare], '2026-11-10')
  expect(organisation()).not.toHaveProperty('email')
  expect(organisation()['description']).toBe('')
})

test('what was removed here stays removed', () => {
  const here = directory()
  here.take([full(1)], '2026-11-01')
  here.remove(1)
  const planned = here.plan([full(1, { name: 'Luncheon' })], '2026-11-09')
  expect([planned.edits, outlooks(planned)[0]?.[0]]).toEqual([[], 'removed here'])
})
