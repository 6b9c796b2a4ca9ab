import { z } from 'zod'
import { defineKind } from '../kind/kind.ts'
import { feedOrigin } from '../service/service.ts'

/** An organization of HSDS-UK 3.0 (Open Referral UK), by its field names. */
const organisationBody = z.looseObject({
  name: z.string(),
  description: z.string(),
  alternate_name: z.string().optional(),
  email: z.string().optional(),
  website: z.string().optional(),
  /** True where contact details are made up for demonstration. */
  invented_contact: z.boolean().optional(),
  /** Where it came from a feed. */
  feed: feedOrigin.optional(),
})

export const organisation = defineKind({
  kind: 'organisation',
  version: 1,
  body: organisationBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
