import type { KindName } from '#domain/kind/kinds.ts'

/** How a field's value is read out to a person. */
export type Shape =
  | { as: 'text' }
  | { as: 'day' }
  | { as: 'moment' }
  | { as: 'yesNo' }
  | { as: 'address' }
  | { as: 'contact' }
  /** The id of another record, read out as its name. */
  | { as: 'name'; of: KindName }
  | { as: 'code'; words: Readonly<Record<string, string>> }
  | { as: 'set'; each: Shape }
  /** Elements with fields of their own; `title` names the field that tells one from another. */
  | { as: 'list'; one: string; title: string; fields: FieldWords }
  /** Too long to be read out whole. */
  | { as: 'document' }

export interface FieldWord {
  label: string
  shape: Shape
}

export type FieldWords = Readonly<Record<string, FieldWord>>

export const text = (label: string): FieldWord => ({ label, shape: { as: 'text' } })
export const day = (label: string): FieldWord => ({ label, shape: { as: 'day' } })
export const moment = (label: string): FieldWord => ({ label, shape: { as: 'moment' } })
export const yesNo = (label: string): FieldWord => ({ label, shape: { as: 'yesNo' } })
export const name = (label: string, of: KindName): FieldWord => ({ label, shape: { as: 'name', of } })
export const texts = (label: string): FieldWord => ({ label, shape: { as: 'set', each: { as: 'text' } } })
export const code = (label: string, words: Readonly<Record<string, string>>): FieldWord => ({
  label,
  shape: { as: 'code', words },
})
export const list = (label: string, one: string, title: string, fields: FieldWords): FieldWord => ({
  label,
  shape: { as: 'list', one, title, fields },
})
export const whole = (label: string): FieldWord => ({ label, shape: { as: 'document' } })
