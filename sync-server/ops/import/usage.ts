import { z } from 'zod'
import { appointmentUses, hospitalUses, leftOutWhy, noUses } from '#domain/careUse/careUse.ts'
import { createRecord } from '#domain/change/write.ts'
import { nhsNumberDigits } from '#domain/client/nhsNumber.ts'
import { present } from './clients.ts'
import { codeOf, day, needed, text } from './column.ts'
import type { Importing } from './importing.ts'
import type { Known } from './known.ts'

const kinds = [...hospitalUses, ...appointmentUses, ...noUses, ...leftOutWhy] as const

/** A sum as a spreadsheet has it: `1978.80`, `£1,978.80`. */
const amount = z
  .string()
  .transform((typed, context) => {
    const plain = typed.replaceAll(/[£,\s]/g, '')
    if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain)
    context.addIssue({ code: 'custom', message: `“${typed}” is not a number of nothing or more` })
    return z.NEVER
  })
  .optional()

/** One line of a file of health-care use, by its headings. */
function schemaOf() {
  return z.object({
    reference: needed,
    client: needed,
    kind: codeOf(kinds),
    date: day,
    count: amount,
    cost: amount,
    days: amount,
    note: text,
  })
}
type Row = z.infer<ReturnType<typeof schemaOf>>

export const usage: Importing<Row> = {
  kind: 'careUse',
  schemaOf,
  about: {
    reference: 'Needed. What the line is called where it comes from; it is never imported twice',
    client: 'Needed. The reference by which the client was imported, or their NHS number',
    kind: `Needed: ${[...hospitalUses, ...appointmentUses].join(', ')}; ${noUses.join(' or ')} where somebody has looked and there was none; ${leftOutWhy.join(', ')} for who cannot be compared`,
    date: 'Needed: 1/3/2026 or 2026-03-01',
    count: 'How many times, where a line stands for several; one if it is empty',
    cost: 'Of all of it, in pounds: 1978.80',
    days: 'How many days an admission lasted',
  },
  faultsOf: (row, known) => [
    ...(clientOf(row, known) === undefined
      ? [`client: nobody here has the reference or NHS number “${row.client}”; import the clients first`]
      : []),
    ...(row.kind === undefined ? ['kind: is empty and is needed'] : []),
    ...(row.date === undefined ? ['date: is empty and is needed'] : []),
    ...(row.count !== undefined && (row.count < 1 || !Number.isInteger(row.count))
      ? [`count: ${row.count} is not a whole number of one or more`]
      : []),
    ...(row.days !== undefined && row.kind !== 'admission' ? ['days: only an admission has days'] : []),
  ],
  doubtsOf: ({ date = '' }, today) => (date > today ? [`date: ${date} is still to come`] : []),
  edit: (row, { known, newId }) => {
    const client = clientOf(row, known)
    if (client === undefined || row.kind === undefined || row.date === undefined)
      throw new Error('A use of health care of nobody, or of no day, was to be written')
    const { kind, date, count, cost, days, note, reference } = row
    const body = {
      what: kind,
      on: date,
      externalReference: reference,
      ...present({ count, cost, days, note }),
    }
    return createRecord('careUse', newId(), client, body)
  },
}

function clientOf({ client }: Row, { clients }: Known): string | undefined {
  return clients.get(client.toLowerCase()) ?? clients.get(nhsNumberDigits(client))
}
