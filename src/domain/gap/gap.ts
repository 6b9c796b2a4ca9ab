import { z } from 'zod'
import { codes, day, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

export const gapReasons = [
  'nothing-found',
  'full',
  'closed',
  'too-far',
  'costs-too-much',
  'wrong-time',
  'not-accessible',
] as const

/**
 * A need that nothing fitted, written down where it was met. It says nothing about whose need it was: everybody of the
 * service holds all of them, and they are counted for partners.
 */
export const gapBody = z.looseObject({
  /** An area of life, as in the directory. */
  need: z.string(),
  /** In other words: “gardening”. Nothing that names anybody. */
  wanted: z.string().optional(),
  why: codes(gapReasons),
  /** The service that would have fitted, had it not been full or too far. */
  service: ref.optional(),
  /** A postcode district, or what the service calls the area. */
  area: z.string().optional(),
  metAt: codes(['visit', 'drop-in', 'office']),
  on: day,
  by: ref,
})
export type GapBody = z.infer<typeof gapBody>

export const gap = defineKind({
  kind: 'gap',
  version: 1,
  body: gapBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
