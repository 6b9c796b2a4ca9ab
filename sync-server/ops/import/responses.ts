import { z } from 'zod'
import { nhsNumberDigits } from '#domain/client/nhsNumber.ts'
import { createRecord } from '#domain/change/write.ts'
import type { Instrument, InstrumentItem } from '#domain/measure/instrument.ts'
import { type ItemAnswers, measureResponse } from '#domain/measure/taken.ts'
import { howTakenCodes } from '#domain/measure/wemwbs.ts'
import { itemNumbers } from '../score/itemColumns.ts'
import { codeOf, day, needed } from './column.ts'
import type { Importing } from './importing.ts'
import type { Known } from './known.ts'

const purposes = ['baseline', 'review'] as const

/** One line of a file of answers, by its headings: `item1` to as many as the measure has. */
function schemaOf(instrument: Instrument) {
  const items = itemNumbers(instrument).map(
    (number, i) => [`item${number}`, answerTo(instrument.items[i])] as const,
  )
  return z.object({
    reference: needed,
    client: needed,
    date: day,
    how: codeOf(howTakenCodes),
    purpose: codeOf(purposes),
    ...Object.fromEntries(items),
  })
}

function answerTo(item: InstrumentItem | undefined) {
  const scores = (item?.answers ?? []).map(({ score }) => String(score))
  return z
    .string()
    .refine((cell) => scores.includes(cell), {
      error: ({ input }) =>
        `“${String(input)}” is not one of ${scores.join(', ')}; leave it empty where there was no answer`,
    })
    .transform(Number)
    .optional()
}

interface Row {
  reference: string
  client: string
  date?: string | undefined
  how?: string | undefined
  purpose?: string | undefined
}

/**
 * Answers to a measure that were taken elsewhere, scored as they come in. A line may lack answers: then it has no total,
 * as on a visit. In whose words they were asked is not known, and so it is recorded.
 */
export function responsesTo(instrument: Instrument): Importing<Row> {
  return {
    kind: 'response',
    schemaOf: () => schemaOf(instrument),
    about: {
      reference: 'Needed. What the line is called where it comes from; it is never imported twice',
      client: 'Needed. The reference by which the client was imported, or their NHS number',
      date: 'Needed: 1/3/2026 or 2026-03-01',
      how: howTakenCodes.join(', '),
      purpose: `${purposes.join(' or ')}, where it was one`,
      [`item${itemNumbers(instrument)[0]}`]: `The answers to ${instrument.name} as numbers, an item a column; empty where there was none`,
    },
    faultsOf: (row, known) => [
      ...(clientOf(row, known) === undefined
        ? [`client: nobody here has the reference or NHS number “${row.client}”; import the clients first`]
        : []),
      ...(row.date === undefined ? ['date: is empty and is needed'] : []),
      ...(answersIn(row, instrument).every((answer) => answer === null)
        ? ['has no answer: take the line out']
        : []),
    ],
    doubtsOf: (row, today) => [
      ...((row.date ?? '') > today ? [`date: ${row.date} is still to come`] : []),
      ...missingWords(row, instrument),
    ],
    edit: (row, { known, newId, by }) => {
      const client = clientOf(row, known)
      if (client === undefined) throw new Error('Answers of nobody were to be written')
      const authored = `${row.date ?? ''}T12:00:00.000Z`
      const taking = { how: row.how, asked: 'elsewhere', authored, author: by, purpose: row.purpose } as const
      const body = measureResponse(instrument, answersIn(row, instrument), taking)
      return createRecord('response', newId(), client, { ...body, externalReference: row.reference })
    },
  }
}

function answersIn(row: Row, instrument: Instrument): ItemAnswers {
  const cells = new Map<string, unknown>(Object.entries(row))
  return itemNumbers(instrument).map((number) => {
    const answer = cells.get(`item${number}`)
    return typeof answer === 'number' ? answer : null
  })
}

function missingWords(row: Row, instrument: Instrument): string[] {
  const answers = answersIn(row, instrument)
  const missing = itemNumbers(instrument).filter((_, i) => answers[i] === null)
  if (missing.length === 0) return []
  return [`item ${missing.join(', ')}: no answer, so a score that needs it is left open`]
}

function clientOf({ client }: Row, { clients }: Known): string | undefined {
  return clients.get(client.toLowerCase()) ?? clients.get(nhsNumberDigits(client))
}
