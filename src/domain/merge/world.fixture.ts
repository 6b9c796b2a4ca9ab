import fc from 'fast-check'
import {
  editRecord,
  removeRecord,
  reopenContested,
  restoreRecord,
  settleByKeeping,
  settleByRemoving,
  settleContested,
} from '../change/write.ts'
import type { Edit } from '../change/change.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { openQuestions, type Stamp, type StoredRecord } from '../record/record.ts'
import { valueAt } from './field.ts'
import { merge, recordOf, RULES, stampOf } from './nasty.fixture.ts'

/**
 * Devices that edit one record, each on what it sees: the record as it last pulled it, with its own changes laid
 * over it. They push and pull when they like, replies get lost, and nobody sees what the others have not sent.
 *
 * Every change writes a value of its own (its token), so that whoever edits from a token has really seen it, and
 * a token that is nowhere has really been lost. `knows` are the changes that the author had seen the outcome of.
 */
export interface World {
  record: StoredRecord
  log: Entry[]
  devices: Device[]
  made: number
}

interface Device {
  id: string
  base: StoredRecord
  baseKnows: string[]
  outbox: { entry: Entry; acknowledged: boolean }[]
}

export interface Entry {
  act: Act
  edit: Edit
  stamp: Stamp
  knows: ReadonlySet<string>
}

type Act = 'write' | 'choose' | 'undo' | 'remove' | 'removeAnyway' | 'keep' | 'restore'

export type Move = { device: number; pick: number } & (
  | { do: Act }
  | { do: 'write'; touches: Touch[] }
  | { do: 'push'; lost: boolean }
  | { do: 'pull' }
)

const touches = [
  'phone',
  'name',
  'clear',
  'addTag',
  'dropTag',
  'status',
  'what',
  'addStep',
  'dropStep',
  'reorder',
  'unkey',
  'rekey',
] as const
type Touch = (typeof touches)[number]

const device = fc.nat(2)
const pick = fc.nat(6)
const anyTouch = fc.constantFrom(...touches.filter((touch) => touch !== 'unkey'))

export const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      device,
      pick,
      do: fc.constant('write' as const),
      touches: fc.array(
        fc.oneof({ weight: 40, arbitrary: anyTouch }, { weight: 1, arbitrary: fc.constant<Touch>('unkey') }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ device, pick, do: fc.constant('choose' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      device,
      pick,
      do: fc.constantFrom<Exclude<Act, 'write'>>('undo', 'remove', 'removeAnyway', 'keep', 'restore'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ device, pick, do: fc.constant('push' as const), lost: fc.boolean() }),
  },
  { weight: 5, arbitrary: fc.record({ device, pick, do: fc.constant('pull' as const) }) },
)

export function startWorld(): World {
  const step = (id: string) => ({ id, status: `status of ${id}`, what: `what of ${id}` })
  const record = recordOf({
    phone: 'first phone',
    name: 'first name',
    tags: ['tag'],
    steps: [step('x'), step('y')],
  })
  const devices = ['d0', 'd1', 'd2'].map((id) => ({ id, base: record, baseKnows: [], outbox: [] }))
  return { record, log: [], devices, made: 0 }
}

/** One move; what cannot be done now (restoring what is there) is left out. */
export function step(world: World, made: Move): World {
  switch (made.do) {
    case 'push':
      return push(world, made.device, made.lost)
    case 'pull':
      return pull(world, made.device)
    default:
      return save(world, made)
  }
}

/** Everything is sent and everything is pulled. */
export function settled(world: World): World {
  const ids = world.devices.map((_, i) => i)
  const sent = ids.reduce((before, i) => push(before, i, false), world)
  return ids.reduce(pull, sent)
}

export function viewOf({ base, outbox }: Device): StoredRecord {
  return outbox.reduce((record, { entry }) => merge(record, entry.edit, entry.stamp), base)
}

function save(world: World, made: Exclude<Move, { do: 'push' | 'pull' }>): World {
  const author = world.devices[made.device]
  if (!author) throw new Error('no such device')
  const id = `c${world.made}.`
  const edit = editFor(viewOf(author), made, id)
  if (!edit) return world
  const knows = new Set([...author.baseKnows, ...author.outbox.map(({ entry }) => entry.stamp.change)])
  const entry: Entry = { act: made.do, edit, stamp: stampOf(id, author.id), knows }
  const outbox = [...author.outbox, { entry, acknowledged: false }]
  return { ...withDevice(world, made.device, { ...author, outbox }), made: world.made + 1 }
}

function push(world: World, at: number, lost: boolean): World {
  const sender = world.devices[at]
  if (!sender) throw new Error('no such device')
  const known = new Set(world.log.map(({ stamp }) => stamp.change))
  const fresh = sender.outbox.map(({ entry }) => entry).filter(({ stamp }) => !known.has(stamp.change))
  const record = fresh.reduce((before, { edit, stamp }) => merge(before, edit, stamp), world.record)
  const outbox = sender.outbox.map(({ entry, acknowledged }) => ({
    entry,
    acknowledged: acknowledged || !lost,
  }))
  return withDevice({ ...world, record, log: [...world.log, ...fresh] }, at, { ...sender, outbox })
}

function pull(world: World, at: number): World {
  const puller = world.devices[at]
  if (!puller) throw new Error('no such device')
  return withDevice(world, at, {
    ...puller,
    base: world.record,
    baseKnows: world.log.map(({ stamp }) => stamp.change),
    outbox: puller.outbox.filter(({ acknowledged }) => !acknowledged),
  })
}

function withDevice(world: World, at: number, device_: Device): World {
  return { ...world, devices: world.devices.with(at, device_) }
}

function editFor(seen: StoredRecord, made: Exclude<Move, { do: 'push' | 'pull' }>, id: string): Edit | null {
  const { pick: nth } = made
  switch (made.do) {
    case 'write':
      return seen.deleted || !('touches' in made)
        ? null
        : editRecord(
            seen,
            made.touches.reduce((body, touch, i) => touched(body, touch, `${id}${i}.`, nth), seen.body),
          )
    case 'choose':
      return choice(seen, nth, id)
    case 'undo':
      return undo(seen, nth)
    case 'remove':
      return seen.deleted ? null : removeRecord(seen, `why ${id}`)
    case 'removeAnyway':
      return openQuestions(seen).length > 0 ? settleByRemoving(seen, `why ${id}`) : null
    case 'keep':
      return !seen.deleted && openQuestions(seen).includes('') ? settleByKeeping(seen) : null
    case 'restore':
      return seen.deleted ? restoreRecord(seen) : null
  }
}

/** What a person does at a question: keep what stands, take one of the others, or write a third. */
function choice(seen: StoredRecord, nth: number, id: string): Edit | null {
  const path = openQuestions(seen)
    .filter((at) => at !== '')
    .at(nth % 3)
  if (path === undefined || seen.deleted) return null
  const now = valueAt(seen, path, RULES)
  const others = (seen.contested[path] ?? []).filter((value) => !value.settled).map(({ to }) => to)
  const third: Json[] = path.includes('/') || path === 'tags' || path === 'steps' ? [] : [`${id}0.`]
  return settleContested(seen, path, now, [now, ...others, ...third].at(nth % (others.length + 2)) ?? null)
}

function undo(seen: StoredRecord, nth: number): Edit | null {
  const all = Object.entries(seen.contested).flatMap(([path, values]) =>
    values.map((value) => ({ path, settled: value.settled })),
  )
  const choices = all.filter(({ path, settled: by }) => path !== '' && by?.was !== undefined)
  const last = choices.at(nth % 3)
  if (!last || seen.deleted) return null
  const now = valueAt(seen, last.path, RULES)
  const by = last.settled?.change
  const reopens = (seen.contested[last.path] ?? [])
    .filter((value) => value.settled?.change === by)
    .map(({ change }) => change)
  return reopenContested(seen, last.path, now, last.settled?.was ?? null, reopens)
}

function touched(body: JsonObject, touch: Touch, id: string, nth: number): JsonObject {
  const tags = Array.isArray(body['tags']) ? body['tags'] : []
  const steps = Array.isArray(body['steps']) ? body['steps'] : []
  const at = nth % Math.max(1, steps.length)
  const others = (list: Json[], gone: number) => list.filter((_, i) => i !== gone)
  const inner = (name: string) =>
    steps.map((it, i) => (i === at && isObject(it) ? { ...it, [name]: `${name} ${id}` } : it))
  switch (touch) {
    case 'phone':
    case 'name':
      return { ...body, [touch]: `${touch} ${id}` }
    case 'clear':
      return { ...body, phone: null }
    case 'addTag':
      return { ...body, tags: [...tags, `tag ${id}`] }
    case 'dropTag':
      return { ...body, tags: others(tags, nth % Math.max(1, tags.length)) }
    case 'status':
    case 'what':
      return { ...body, steps: inner(touch) }
    case 'addStep':
      return { ...body, steps: [...steps.filter((it) => it !== null), { id: `s${id}`, what: `step ${id}` }] }
    case 'dropStep':
      return { ...body, steps: others(steps, at) }
    case 'reorder':
      return { ...body, steps: steps.toReversed() }
    case 'unkey':
      return { ...body, steps: [...steps, { what: `unkeyed ${id}` }] }
    case 'rekey':
      return {
        ...body,
        steps: steps.map((it, i) => (isObject(it) && !('id' in it) ? { id: `r${i}${id}`, ...it } : it)),
      }
  }
}
