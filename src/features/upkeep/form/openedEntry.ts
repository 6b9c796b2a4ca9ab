import { z } from 'zod'
import { organisation } from '#domain/organisation/organisation.ts'
import { contestedSchema } from '#domain/record/record.ts'
import { serviceBody } from '#domain/service/service.ts'
import type { View } from '#store/view.ts'

/**
 * The record as it was when its form was opened, kept beside what is typed. What is saved says what was seen: taken up
 * again a day later, a form does not undo what somebody else has written meanwhile.
 */
const opened = <Body extends z.ZodType<object>>(body: Body) =>
  z.object({ id: z.string(), version: z.number(), contested: contestedSchema, body })

export const openedEntrySchema = opened(serviceBody).extend({ kind: z.literal('service') })

export const openedOrganisationSchema = opened(organisation.body).extend({ kind: z.literal('organisation') })

export function openedNow<Name extends 'service' | 'organisation'>({
  id,
  kind,
  version,
  contested,
  body,
}: View<Name>) {
  return { id, kind, version, contested, body }
}
