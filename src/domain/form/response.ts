import { z } from 'zod'
import { codingSchema, quantitySchema } from './value.ts'

/**
 * A filled-in form, as FHIR R4 `QuestionnaireResponse` (http://hl7.org/fhir/R4/questionnaireresponse.html).
 * Unknown keys are kept. Of the answer types, those outside the subset stay readable here as unknown keys, and are
 * refused by `fromResponse`.
 */
const responseAnswerSchema = z.looseObject({
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  valueString: z.string().optional(),
  valueDate: z.string().optional(),
  valueDateTime: z.string().optional(),
  valueCoding: codingSchema.optional(),
  valueQuantity: quantitySchema.optional(),
  get item() {
    return z.array(responseItemSchema).optional()
  },
})
export type ResponseAnswer = z.infer<typeof responseAnswerSchema>

const responseItemSchema = z.looseObject({
  linkId: z.string().min(1),
  text: z.string().optional(),
  get answer() {
    return z.array(responseAnswerSchema).optional()
  },
  get item() {
    return z.array(responseItemSchema).optional()
  },
})
export type ResponseItem = z.infer<typeof responseItemSchema>

/** Who: `{ reference: 'Practitioner/…', display: 'Grace Okoro' }`. */
const referenceSchema = z.looseObject({
  reference: z.string().optional(),
  display: z.string().optional(),
})
export type Reference = z.infer<typeof referenceSchema>

export const questionnaireResponseSchema = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  questionnaire: z.string().optional(),
  status: z.enum(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']),
  authored: z.string().optional(),
  author: referenceSchema.optional(),
  subject: referenceSchema.optional(),
  item: z.array(responseItemSchema).optional(),
})
export type QuestionnaireResponse = z.infer<typeof questionnaireResponseSchema>
