import { z } from 'zod'
import { defineKind } from '../kind/kind.ts'

/** A GP practice. `odsCode` is looked up by the service and never made up. */
const practiceBody = z.looseObject({
  name: z.string(),
  shortName: z.string().optional(),
  odsCode: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  /** WGS 84, in degrees: how far a service is from the surgery. */
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  invented_contact: z.boolean().optional(),
})

export const practice = defineKind({
  kind: 'practice',
  version: 1,
  body: practiceBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
