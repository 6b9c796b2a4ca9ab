import type { Answers } from './answers.ts'
import { checkQuestionnaire } from './checkQuestionnaire.ts'
import type { Item, ItemType, Questionnaire } from './questionnaire.ts'
import type { Value } from './value.ts'

/** A form of these items that passed the door; a test that writes an unsound one fails here. */
export function formOf(...item: Item[]): Questionnaire {
  const checked = checkQuestionnaire({ ...shell, item })
  if (!checked.ok) throw new Error(`The form of this test is not sound: ${JSON.stringify(checked.error)}`)
  return checked.value
}

export const shell = {
  resourceType: 'Questionnaire',
  url: 'urn:test:form',
  version: '1',
  status: 'active',
} as const

export function item(linkId: string, type: ItemType, more: Partial<Item> = {}): Item {
  return { linkId, type, text: `About ${linkId}`, ...more }
}

export function choice(linkId: string, codes: readonly string[], more: Partial<Item> = {}): Item {
  return item(linkId, 'choice', {
    answerOption: codes.map((code) => ({
      valueCoding: { system: 'urn:test', code, display: `Word ${code}` },
    })),
    ...more,
  })
}

export const yes: Value = { type: 'boolean', value: true }
export const no: Value = { type: 'boolean', value: false }
export const integer = (value: number): Value => ({ type: 'integer', value })
export const text = (value: string): Value => ({ type: 'string', value })
export const date = (value: string): Value => ({ type: 'date', value })
export const coded = (code: string): Value => ({ type: 'coding', value: { system: 'urn:test', code } })

export function answers(given: Record<string, Value | readonly Value[]>): Answers {
  return Object.fromEntries(
    Object.entries(given).map(([linkId, value]) => [linkId, 'type' in value ? [value] : value]),
  )
}
