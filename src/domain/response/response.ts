import { z } from 'zod'
import { jsonSchema } from '../json.ts'
import { moment, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** One score of a measure, worked out when the form was finished and never again. */
export const measureScore = z.looseObject({
  measure: z.string(),
  total: z.number().nullable(),
  metric: z.number().nullable().optional(),
  items: z.array(z.number().nullable()).optional(),
  how: z.string().optional(),
  /** `cues`, our own words; `licensed`, those of a pack: which, and which version of it; `elsewhere`, unknown here. */
  wording: z.string().optional(),
  pack: ref.optional(),
  packVersion: z.string().optional(),
})
export type MeasureScore = z.infer<typeof measureScore>

/** One filled-in form, as a FHIR R4 QuestionnaireResponse. Never edited: an amendment points back with `amends`. */
export const responseBody = z.looseObject({
  questionnaire: z.string(),
  /** As the form was called: a response is read without its form, too. */
  title: z.string().optional(),
  visit: ref.optional(),
  purpose: z.string().optional(),
  authored: moment,
  author: ref,
  item: z.array(jsonSchema),
  scores: z.array(measureScore).optional(),
  amends: ref.optional(),
  /** What it is called where it was imported from. */
  externalReference: z.string().optional(),
})
export type ResponseBody = z.infer<typeof responseBody>

export const response = defineKind({
  kind: 'response',
  version: 1,
  body: responseBody,
  place: 'file',
  appendOnly: true,
  rules: {},
  upcasts: [],
})
