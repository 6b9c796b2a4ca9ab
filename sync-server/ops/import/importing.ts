import type { z } from 'zod'
import type { Edit } from '#domain/change/change.ts'
import type { Known } from './known.ts'

/** What the edits of an import are made with. `by`: the staff id on whose behalf; `today`: a day. */
export interface Making {
  known: Known
  newId: () => string
  by: string
  today: string
}

/**
 * How one kind of file is imported.
 *
 * - `schemaOf`: a line by its headings; `about` says what goes into a column, for the template
 * - `faultsOf`: what is wrong with a line besides single cells; it is rejected
 * - `doubtsOf`: what is odd and kept all the same, as in every form
 */
export interface Importing<Row extends { reference: string }> {
  kind: 'client' | 'referral' | 'response' | 'careUse'
  schemaOf: (known: Known) => z.ZodType<Row> & { shape: Record<string, z.ZodType> }
  about: Readonly<Record<string, string>>
  faultsOf: (row: Row, known: Known) => string[]
  doubtsOf: (row: Row, today: string) => string[]
  edit: (row: Row, making: Making) => Edit
}
