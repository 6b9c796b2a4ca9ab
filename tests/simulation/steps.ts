import { z } from 'zod'
import { personNames } from './cast.ts'

// A history is a plain list of steps, made up front: any part of the list can be played again by itself. `at` is in
// milliseconds since the beginning; `salt` decides whatever is left to chance inside a step, so that leaving out one
// step does not alter what another one does. A step that does not apply any more does nothing.

const step = { at: z.number().int().nonnegative(), salt: z.number().int() }
const onDevice = { ...step, device: z.number().int().nonnegative() }

/** What a person may save. */
export const acts = [
  'edit',
  'editMore',
  'writeTogether',
  'create',
  'handOver',
  'outOfBounds',
  'remove',
  'restore',
  'settle',
  'reopen',
  'removeAnyway',
  'keep',
  'mergeFiles',
  'takeApart',
] as const
export type Act = (typeof acts)[number]

/**
 * - `none`: no signal at all
 * - `calm`: every request is answered
 * - `poor`: requests and replies are lost, doubled, delayed, reordered and cut in half
 */
export const weathers = ['none', 'calm', 'poor'] as const
export type Weather = (typeof weathers)[number]

/**
 * - `full`: nothing can be written
 * - `lost`: writing and reading fail; what was being written may be there or not
 * - `unread`: what is written is kept, and cannot be read back
 */
export const diskFaults = ['full', 'lost', 'unread'] as const
export type DiskFault = (typeof diskFaults)[number]

/** A build that speaks an older protocol, this one, or a newer one that also writes fields nobody here knows. */
export const builds = ['older', 'current', 'newer'] as const
export type Build = (typeof builds)[number]

export const stepSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('save'), ...onDevice, act: z.enum(acts) }),
  z.object({ do: z.literal('writeDraft'), ...onDevice }),
  z.object({ do: z.literal('finishDraft'), ...onDevice }),
  z.object({ do: z.literal('discardDraft'), ...onDevice }),
  z.object({ do: z.literal('sync'), ...onDevice, weather: z.enum(weathers) }),
  /** A tab dies, wherever it is, and is opened again. */
  z.object({ do: z.literal('kill'), ...onDevice }),
  /** The person locks, and comes back. */
  z.object({ do: z.literal('lock'), ...onDevice }),
  z.object({ do: z.literal('secondTab'), ...onDevice }),
  z.object({ do: z.literal('disk'), ...onDevice, fault: z.enum(diskFaults).nullable() }),
  /** The device's clock is off by so many milliseconds from now on. */
  z.object({ do: z.literal('clock'), ...onDevice, skew: z.number().int() }),
  z.object({ do: z.literal('build'), ...onDevice, build: z.enum(builds) }),
  z.object({ do: z.literal('sendAgain'), ...onDevice }),
  z.object({ do: z.literal('discard'), ...onDevice }),
  /** The server dies at the so-manieth statement from now, and is started again after so many milliseconds. */
  z.object({ do: z.literal('killServer'), ...step, statements: z.number().int(), down: z.number().int() }),
  /** A manager alters what somebody may do, or ends their access. */
  z.object({ do: z.literal('alterMember'), ...step }),
  /** A manager decides about a change that is held. */
  z.object({ do: z.literal('review'), ...step }),
  z.object({ do: z.literal('backup'), ...step }),
  z.object({ do: z.literal('restoreBackup'), ...step }),
])
export type Step = z.infer<typeof stepSchema>
export type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>

export const historySchema = z.object({
  seed: z.number().int(),
  devices: z.array(z.enum(personNames)).min(2).max(8),
  steps: z.array(stepSchema),
})
export type History = z.infer<typeof historySchema>
