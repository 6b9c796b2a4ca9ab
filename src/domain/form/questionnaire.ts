import { z } from 'zod'
import { codingSchema, extensionSchema } from './value.ts'

/**
 * A form, as FHIR R4 `Questionnaire` (http://hl7.org/fhir/R4/questionnaire.html), in the subset that the engine
 * understands. Keys that it doesn't know are kept, so that a form travels back as it came; what would change the
 * meaning of the form and isn't understood is refused by `checkQuestionnaire`.
 */
const itemTypes = [
  'group',
  'display',
  'boolean',
  'integer',
  'decimal',
  'date',
  'dateTime',
  'string',
  'text',
  'choice',
  'open-choice',
  'quantity',
] as const
const itemTypeSchema = z.enum(itemTypes)
export type ItemType = z.infer<typeof itemTypeSchema>

const enableOperatorSchema = z.enum(['exists', '=', '!=', '>', '<', '>=', '<='])
export type EnableOperator = z.infer<typeof enableOperatorSchema>

const extensions = z.array(extensionSchema).optional()

/** One condition. Its answer is in `answerBoolean`, `answerCoding` …, read with `readValue(condition, 'answer')`. */
const enableWhenSchema = z.looseObject({
  question: z.string(),
  operator: enableOperatorSchema,
})
export type EnableWhen = z.infer<typeof enableWhenSchema>

/** One permitted answer, in `valueCoding`, `valueString`, `valueInteger` or `valueDate`. */
const answerOptionSchema = z.looseObject({
  valueCoding: codingSchema.optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueDate: z.string().optional(),
  initialSelected: z.boolean().optional(),
  extension: extensions,
})
export type AnswerOption = z.infer<typeof answerOptionSchema>

const itemSchema = z.looseObject({
  linkId: z.string().min(1),
  type: itemTypeSchema,
  text: z.string().optional(),
  prefix: z.string().optional(),
  code: z.array(codingSchema).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.int().positive().optional(),
  answerOption: z.array(answerOptionSchema).optional(),
  initial: z.array(z.looseObject({})).optional(),
  enableWhen: z.array(enableWhenSchema).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  extension: extensions,
  get item() {
    return z.array(itemSchema).optional()
  },
})
export type Item = z.infer<typeof itemSchema>

export const questionnaireSchema = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  url: z.string().optional(),
  version: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  status: z.enum(['draft', 'active', 'retired', 'unknown']),
  copyright: z.string().optional(),
  extension: extensions,
  item: z.array(itemSchema).min(1),
})
export type Questionnaire = z.infer<typeof questionnaireSchema>

/** The canonical reference of a form, with its version: `urn:…|1.0.0`; `undefined` for a form without address. */
export function canonicalOf(form: Questionnaire): string | undefined {
  if (form.url === undefined) return undefined
  return form.version === undefined ? form.url : `${form.url}|${form.version}`
}

/** Whether the item asks for an answer: groups and displays don't. */
export function isQuestion(item: { type: ItemType }): boolean {
  return item.type !== 'group' && item.type !== 'display'
}
