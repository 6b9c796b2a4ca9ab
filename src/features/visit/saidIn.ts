import { z } from 'zod'
import { readValue } from '#domain/form/fhirValue.ts'
import { labelOf } from '#domain/form/options.ts'
import type { Value } from '#domain/form/value.ts'
import type { Json } from '#domain/json.ts'
import type { Fact } from '#ui/Facts.tsx'

const itemSchema = z.looseObject({
  linkId: z.string(),
  text: z.string().optional(),
  answer: z.array(z.looseObject({})).optional(),
  get item() {
    return z.array(itemSchema).optional()
  },
})
type Item = z.infer<typeof itemSchema>

/**
 * A finished form to read, part by part, from the words that it carries itself: no form is needed for it. Groups
 * within a part become parts of their own.
 */
export function saidIn(items: readonly Json[]): { title: string; facts: Fact[] }[] {
  return items.flatMap((item) => {
    const parsed = itemSchema.safeParse(item)
    return parsed.success ? partsOf(parsed.data) : []
  })
}

function partsOf(part: Item): { title: string; facts: Fact[] }[] {
  const within = part.item ?? []
  const facts = within.flatMap((item) =>
    item.answer ? [{ label: item.text ?? item.linkId, value: said(item) }] : [],
  )
  const parts = within.filter((item) => !item.answer).flatMap(partsOf)
  return [...(facts.length > 0 ? [{ title: part.text ?? part.linkId, facts }] : []), ...parts]
}

function said({ answer = [] }: Item): string {
  return answer
    .flatMap((value) => {
      const read = readValue(value)
      return read.ok ? [inWords(read.value)] : []
    })
    .join('\n')
}

function inWords(value: Value): string {
  if (value.type === 'boolean') return value.value ? 'Yes' : 'No'
  return labelOf(value)
}
