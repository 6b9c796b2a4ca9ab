import { z } from 'zod'
import { jsonObjectSchema } from '../json.ts'
import { codes } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** A form that the service uses: a FHIR R4 Questionnaire with its canonical url and version. */
export const formBody = z.looseObject({
  url: z.string(),
  formVersion: z.string(),
  title: z.string(),
  status: codes(['draft', 'active', 'retired']),
  questionnaire: jsonObjectSchema,
})

export const form = defineKind({
  kind: 'form',
  version: 1,
  body: formBody,
  place: 'directory',
  rules: {},
  upcasts: [],
})
