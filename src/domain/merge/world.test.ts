import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldsEdit } from '../change/change.ts'
import { sameJson } from '../json.ts'
import { openQuestions, type StoredRecord } from '../record/record.ts'
import { valueAt } from './field.ts'
import { RULES } from './nasty.fixture.ts'
import { fieldOf } from './path.ts'
import {
  type Entry,
  type Move,
  move,
  settled,
  startWorld,
  step,
  viewOf,
  type World,
} from './world.fixture.ts'

const moves = fc.array(move, { minLength: 4, maxLength: 40, size: 'max' })

describe('devices that edit one record, each on what it has seen', () => {
  it('lose nothing: a value is in the record, beside it, or was replaced by somebody who saw it', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const { log, record } = settled(made.reduce(step, startWorld()))
        const lost = log.flatMap((entry, i) => lostTokens(entry, log.slice(i + 1), record))
        expect(lost).toEqual([])
      }),
      { numRuns: 800 },
    )
  })

  it('lose no decision: a choice holds, is a question, or was overtaken by somebody who knew of it', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const { log, record } = settled(made.map(keepingKeys).reduce(step, startWorld()))
        const lost = log.filter((entry, i) => isLostDecision(entry, log.slice(i + 1), record, log))
        expect(lost).toEqual([])
      }),
      { numRuns: 800 },
    )
  })

  it('remove only what the one who removed has seen, and revive only by restoring', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const worlds = made.reduce<World[]>(
          (past, next) => [...past, step(past.at(-1) ?? startWorld(), next)],
          [],
        )
        const swallowed = worlds.flatMap((world, i) => swallowedBy(worlds[i - 1] ?? startWorld(), world))
        expect(swallowed).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('see the same once all is sent and pulled, and as the server holds it', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const world = settled(made.reduce(step, startWorld()))
        for (const device of world.devices) expect(viewOf(device)).toEqual(world.record)
      }),
      { numRuns: 300 },
    )
  })

  it('see their own work as the server will decide it, while nobody else writes', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const alone = made.map((it) => ({ ...it, device: 0 }))
        const world = alone.reduce(step, startWorld())
        const [only] = world.devices
        const before =
          only && viewOf({ ...only, outbox: only.outbox.filter(({ entry }) => !isIn(world.log, entry)) })
        const fresh = only && only.base === startWorld().record
        expect(fresh ? before : settled(world).record).toEqual(settled(world).record)
      }),
      { numRuns: 300 },
    )
  })

  it('answer every question once: when all are answered with all in sight, none is left', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const world = settled(made.reduce(step, startWorld()))
        const calm = Array.from({ length: 40 }).reduce<World>((before) => {
          const answered = step(before, {
            device: 0,
            pick: 0,
            do: before.record.deleted ? 'restore' : 'choose',
          })
          return settled(step(answered, { device: 0, pick: 0, do: 'keep' }))
        }, world)
        expect(openQuestions(calm.record)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

/** Where a list loses its keys, a choice at an element means nothing any more; values are still never lost. */
function keepingKeys(made: Move): Move {
  return 'touches' in made ? { ...made, touches: made.touches.filter((touch) => touch !== 'unkey') } : made
}

/** The change's own values that are neither in the record nor beside it, nor replaced by one who had seen them. */
function lostTokens({ edit, stamp }: Entry, later: Entry[], record: StoredRecord): string[] {
  if (edit.op !== 'edit') return []
  const knowing = later.filter(({ knows }) => knows.has(stamp.change))
  return tokensIn(edit, stamp.change).filter(
    (token) =>
      !says([record.body, besides(record)], token) && !knowing.some((other) => replaces(other, token)),
  )
}

function tokensIn(edit: FieldsEdit, change: string): string[] {
  const written = JSON.stringify(Object.values(edit.fields).map(({ to }) => to))
  return [...new Set(written.match(/c\d+\.\d+\./g))].filter((token) => token.startsWith(change))
}

function replaces({ edit }: Entry, token: string): boolean {
  if (edit.op !== 'edit') return false
  return Object.values(edit.fields).some(({ from, to }) => says(from, token) && !says(to, token))
}

function isLostDecision(entry: Entry, later: Entry[], record: StoredRecord, all: Entry[]): boolean {
  const { act, edit, stamp } = entry
  const isBeside = Object.values(record.contested)
    .flat()
    .some(({ change }) => change === stamp.change)
  const knowing = later.filter(({ knows }) => knows.has(stamp.change))
  switch (act) {
    case 'remove':
    case 'removeAnyway':
      return !record.deleted && !isBeside
    case 'keep':
      return (
        record.deleted !== null && !isBeside && !knowing.some(({ act: next }) => next.startsWith('remove'))
      )
    case 'choose':
      return (
        !isBeside &&
        edit.op === 'edit' &&
        Object.entries(edit.fields).some(([path, { to }]) => {
          // A whole list merges element by element: to keep it as it was says nothing about what others add.
          if (path === 'tags' || path === 'steps') return false
          const holds = sameJson(valueAt(record, path, RULES), to)
          // Ordinary edits, and answers to another question, stand on the value; only another answer to this one
          // could undo the choice behind its author's back.
          const over = later.some(
            (other) =>
              touches(other, path) &&
              (other.knows.has(stamp.change) || !(other.act === 'choose' && at(other, path))),
          )
          return !holds && !over
        })
      )
    case 'restore':
      return record.deleted !== null && !isRestoredAsKnown(later, all)
    case 'write':
    case 'undo':
      return false
  }
}

/** Whether it was removed again by somebody who knew that it had been restored; by whom is all one. */
function isRestoredAsKnown(later: Entry[], all: Entry[]): boolean {
  const restored = all.filter(({ act }) => act === 'restore').map(({ stamp }) => stamp.change)
  return later.some(
    ({ act, knows }) => act.startsWith('remove') && restored.some((change) => knows.has(change)),
  )
}

function touches({ edit }: Entry, path: string): boolean {
  return edit.op === 'edit' && Object.keys(edit.fields).some((other) => fieldOf(other) === fieldOf(path))
}

/** Of a step that took the record away: what stood in it, or waited beside it, unseen by who took it away. */
function swallowedBy(before: World, after: World): string[] {
  const { deleted } = after.record
  if (before.record.deleted && !deleted) {
    const restored = after.log.slice(before.log.length).some(({ act }) => act === 'restore')
    return restored ? [] : ['revived']
  }
  const by = after.log.find(({ stamp }) => stamp.change === deleted?.change)
  if (!deleted || before.record.deleted || !by) return []
  const earlier = after.log.slice(0, after.log.indexOf(by)).map(({ stamp }) => stamp.change)
  return earlier.filter((change) => says(after.record.body, change) && !by.knows.has(change))
}

function at({ edit }: Entry, path: string): boolean {
  return edit.op === 'edit' && Object.hasOwn(edit.fields, path)
}

function isIn(log: Entry[], entry: Entry): boolean {
  return log.some(({ stamp }) => stamp.change === entry.stamp.change)
}

function besides(record: StoredRecord): unknown {
  return Object.values(record.contested).flatMap((values) => values.map(({ to }) => to))
}

function says(value: unknown, token: string): boolean {
  return JSON.stringify(value).includes(token)
}
