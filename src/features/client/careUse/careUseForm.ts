import { z } from 'zod'
import type { CareUseBody } from '#domain/careUse/careUse.ts'
import { isDay } from '#domain/calendar/day.ts'

/** As it is typed. `count`, `cost` and `days` are numbers once they can be read as such. */
export const careUseFormSchema = z.object({
  id: z.string(),
  what: z.string(),
  on: z.string(),
  count: z.string(),
  cost: z.string(),
  days: z.string(),
  note: z.string(),
})
export type CareUseForm = z.infer<typeof careUseFormSchema>

export const blankCareUse = (id: string): CareUseForm => ({
  id,
  what: '',
  on: '',
  count: '',
  cost: '',
  days: '',
  note: '',
})

/** What stands in the way of saving, by field; in the words that are read out beside it. */
export type CareUseFaults = Partial<Record<'what' | 'on' | 'count' | 'cost' | 'days', string>>

export function faultsIn({ what, on, count, cost, days }: CareUseForm): CareUseFaults {
  const times = numberIn(count)
  return {
    ...(what === '' ? { what: 'Choose what it was' } : {}),
    ...(isDay(on) ? {} : { on: 'Give the day: day, month and year' }),
    ...(times === null || (times !== undefined && (times < 1 || !Number.isInteger(times)))
      ? { count: 'A whole number, one or more, or nothing' }
      : {}),
    ...(numberIn(cost) === null ? { cost: 'A sum in pounds, such as 1978.80, or nothing' } : {}),
    ...(what === 'admission' && numberIn(days) === null ? { days: 'A number of days, or nothing' } : {}),
  }
}

/** Undefined where nothing was typed, null where it is no number of nothing or more. */
function numberIn(typed: string): number | null | undefined {
  const plain = typed.replaceAll(/[£,\s]/g, '')
  if (plain === '') return undefined
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** Of a form without faults. Only an admission has days. */
export function careUseBody({ what, on, count, cost, days, note }: CareUseForm): CareUseBody {
  const numbers = {
    count: numberIn(count),
    cost: numberIn(cost),
    days: what === 'admission' ? numberIn(days) : null,
  }
  return {
    what,
    on,
    ...Object.fromEntries(
      Object.entries(numbers).flatMap(([field, value]) =>
        typeof value === 'number' ? [[field, value]] : [],
      ),
    ),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
}
