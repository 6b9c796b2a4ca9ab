import { type PersonName, personNames } from './cast.ts'
import { type Random, randomOf, seedFrom } from './random.ts'
import { type Act, type Build, builds, diskFaults, type History, type Step, type Weather } from './steps.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR
const YEAR = 365 * DAY
const LONGEST = 30 * DAY

/** `wait`: exactly so many milliseconds after the step before; else as chance has it. */
type Made<Kind = Step> = Kind extends Step ? Omit<Kind, 'at' | 'salt'> & { wait?: number } : never

/** The history of a seed: who takes part, and everything that happens, in order. */
export function makeHistory(seed: number): History {
  const random = randomOf(seedFrom('history', seed))
  const devices = castOf(random)
  const length = 12 + random.below(50)
  const steps: Step[] = firstContact(random, devices.length)
  let at = 60 * SECOND
  while (steps.length < length && at < LONGEST) {
    at += gap(random)
    const atOnce = random.chance(0.3)
    for (const { wait, ...made } of somethingHappens(random, devices.length)) {
      at += wait ?? 0
      steps.push({ ...made, at, salt: random.below(2 ** 31) })
      if (!atOnce && wait === undefined)
        at += random.chance(0.7) ? random.below(40) : random.below(20 * SECOND)
    }
  }
  return { seed, devices, steps }
}

/** Two devices that share a team's files are in every history: else nothing would ever meet. */
function castOf(random: Random): PersonName[] {
  const count = 2 + Math.floor(random.next() ** 2 * 7)
  const others = Array.from({ length: count - 2 }, () => random.pick(personNames) ?? 'mo')
  const pair = random.pick([
    ['grace', 'sam'],
    ['grace', 'mo'],
    ['grace', 'grace'],
    ['tom', 'mo'],
    ['mo', 'mo'],
  ] as const) ?? ['grace', 'sam']
  return [...pair, ...others]
}

/** Most devices have been in use before anything happens, some in two tabs; others begin in the middle of it. */
function firstContact(random: Random, count: number): Step[] {
  const known = Array.from({ length: count }, (_, device) => device).filter(() => random.chance(0.85))
  return known.flatMap((device): Step[] => {
    const weather = random.chance(0.25) ? 'poor' : 'calm'
    const on = { device, salt: random.below(2 ** 31) }
    const sync: Step = { do: 'sync', weather, at: device * SECOND, ...on }
    return random.chance(0.3) ? [{ do: 'secondTab', at: device * SECOND, ...on }, sync] : [sync]
  })
}

/** Half of everything happens in quick succession, while requests are still on their way. */
function gap(random: Random): number {
  const kind = random.next()
  if (kind < 0.5) return random.below(60)
  if (kind < 0.75) return random.below(30 * SECOND)
  if (kind < 0.95) return random.below(6 * HOUR)
  return random.below(3 * DAY)
}

function somethingHappens(random: Random, count: number): Made[] {
  const device = random.below(count)
  const kind = random.next()
  if (kind < 0.38) return [save(random, device)]
  if (kind < 0.52) return [save(random, device), sync(random, device)]
  if (kind < 0.72) return [sync(random, device)]
  if (kind < 0.77) return everybodySyncs(random, count)
  if (kind < 0.8) return meeting(random, device, count)
  if (kind < 0.83) return cutShort(random, device)
  if (kind < 0.86) return rushHour(random, count)
  if (kind < 0.94) return [mishap(random, device)]
  return [elsewhere(random)]
}

const ACTS: [weight: number, act: Act][] = [
  [30, 'edit'],
  [12, 'editMore'],
  [8, 'writeTogether'],
  [8, 'create'],
  [8, 'handOver'],
  [5, 'outOfBounds'],
  [7, 'remove'],
  [6, 'restore'],
  [14, 'settle'],
  [5, 'reopen'],
  [3, 'removeAnyway'],
  [3, 'keep'],
  [4, 'mergeFiles'],
  [3, 'takeApart'],
]

function save(random: Random, device: number): Made {
  return { do: 'save', device, act: weighed(random, ACTS) }
}

const WEATHERS: [weight: number, weather: Weather][] = [
  [2, 'none'],
  [10, 'calm'],
  [8, 'poor'],
]

function sync(random: Random, device: number): Made {
  return { do: 'sync', device, weather: weighed(random, WEATHERS) }
}

function everybodySyncs(random: Random, count: number): Made[] {
  return Array.from({ length: count }, (_, device) => sync(random, device))
}

/** In the middle of a round the tab dies, or the disk fails for a while. */
function cutShort(random: Random, device: number): Made[] {
  const wait = 20 + random.below(220)
  const fault = random.pick([...diskFaults, null])
  const sync: Made = { do: 'sync', device, weather: 'calm', wait: 0 }
  if (!fault) return [sync, { do: 'kill', device, wait }]
  return [
    sync,
    { do: 'disk', device, fault, wait },
    { do: 'disk', device, fault: null, wait: random.below(SECOND) },
  ]
}

/** Somebody saves, and everybody comes to the server at the same moment. */
function rushHour(random: Random, count: number): Made[] {
  const saves = Array.from({ length: 2 }, () => save(random, random.below(count)))
  const syncs = Array.from({ length: count }, (_, device): Made => ({
    do: 'sync',
    device,
    weather: 'calm',
    wait: 0,
  }))
  return [...saves, ...syncs.slice(0, 1).map((first) => ({ ...first, wait: SECOND })), ...syncs.slice(1)]
}

/** Two write at the same time, both see what became of it, and one decides. */
function meeting(random: Random, device: number, count: number): Made[] {
  const other = random.below(count)
  const act = random.pick<Act>(['edit', 'editMore', 'remove']) ?? 'edit'
  const calm = (at: number): Made => ({ do: 'sync', device: at, weather: 'calm' })
  return [
    { do: 'save', device, act: 'edit' },
    { do: 'save', device: other, act },
    ...[device, other, device, other].map((at) => calm(at)),
    { do: 'save', device, act: random.pick<Act>(['settle', 'settle', 'removeAnyway', 'keep']) ?? 'settle' },
    calm(device),
    calm(other),
  ]
}

const MISHAPS: [weight: number, mishap: (random: Random, device: number) => Made][] = [
  [6, (_, device) => ({ do: 'writeDraft', device })],
  [5, (_, device) => ({ do: 'finishDraft', device })],
  [1, (_, device) => ({ do: 'discardDraft', device })],
  [6, (_, device) => ({ do: 'kill', device })],
  [3, (_, device) => ({ do: 'lock', device })],
  [4, (_, device) => ({ do: 'secondTab', device })],
  [5, (random, device) => ({ do: 'disk', device, fault: random.pick(diskFaults) ?? null })],
  [5, (_, device) => ({ do: 'disk', device, fault: null })],
  [3, (random, device) => ({ do: 'clock', device, skew: Math.round((random.next() - 0.5) * 4 * YEAR) })],
  [3, (random, device) => ({ do: 'build', device, build: random.pick<Build>(builds) ?? 'current' })],
  [3, (_, device) => ({ do: 'sendAgain', device })],
  [3, (_, device) => ({ do: 'discard', device })],
]

function mishap(random: Random, device: number): Made {
  return weighed(random, MISHAPS)(random, device)
}

/** What happens in the office, and where the server stands. */
function elsewhere(random: Random): Made {
  if (random.chance(0.4)) return random.chance(0.6) ? { do: 'alterMember' } : { do: 'review' }
  if (random.chance(0.4)) {
    return { do: 'killServer', statements: random.below(25), down: random.below(20 * SECOND) }
  }
  return random.chance(0.5) ? { do: 'backup' } : { do: 'restoreBackup' }
}

function weighed<T>(random: Random, choices: readonly (readonly [weight: number, choice: T])[]): T {
  let left = random.next() * choices.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, choice] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  throw new Error('There is nothing to choose from')
}
