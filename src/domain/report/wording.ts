import { dayWords } from './counting.ts'
import { type Cell, type Figure, HIDDEN, type Report, type Table, type Unit } from './report.ts'

const NOT_SHOWN = 'not shown'

/** What a sheet says of itself, so that it is known for what it is when it is found in a drawer. */
export function headOf({ about, made }: Report): Report['about'] {
  return [...about, { label: 'Made on', value: dayWords(made) }]
}

/** A cell as it is read: "1,234", "47%", "£5,633", "+3.86", "not shown"; a dash where there is nothing to say. */
export function cellWords(cell: Cell, unit: Unit): string {
  if (cell === HIDDEN) return NOT_SHOWN
  return cell === null ? '–' : numberWords(cell, unit)
}

function numberWords(number: number, unit: Unit): string {
  switch (unit) {
    case 'count':
      return grouped(number, 0)
    case 'share':
      return `${grouped(number * 100, 0)}%`
    case 'mean':
    case 'days':
      return grouped(number, Number.isInteger(number) ? 0 : 1)
    case 'points':
      return grouped(number, 2)
    case 'money':
      return pounds(Math.round(number * 100) / 100)
    case 'change':
      return `${number > 0 ? '+' : ''}${grouped(number, 2)}`
  }
}

/** Pence only where there are some. */
function pounds(number: number): string {
  return `${number < 0 ? '−' : ''}£${grouped(Math.abs(number), Number.isInteger(number) ? 0 : 2)}`
}

/** Rounded half away from zero, as people round, so that 2.45 is 2.5; with commas between thousands and a real minus. */
function grouped(number: number, decimals: number): string {
  const factor = 10 ** decimals
  const rounded = Math.round(Math.abs(number) * factor + 1e-9) / factor
  const [whole = '0', part] = rounded.toFixed(decimals).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`)
  return number < 0 && rounded !== 0 ? `−${text}` : text
}

function countWords({ count }: Figure): string {
  return cellWords(count, 'count')
}

/**
 * What a table rests on, in sentences: "Of 81 people referred: 49 people with a score before and after. Missing: 17 with one
 * score only." `leftOut` and `missing` are always said apart.
 */
export function restsOn({ of, n, leftOut, missing, withheld }: Table): string[] {
  if (withheld) return ['Too few to show anything without pointing at somebody.']
  const list = (figures: readonly Figure[]) =>
    figures.map((each) => `${countWords(each)} ${each.label}`).join('; ')
  const whole = `${countWords(of)} ${of.label}`
  return [
    n.key === of.key
      ? `Counted: ${countWords(n)} ${n.label}.`
      : `Of ${whole}, counted: ${countWords(n)} ${n.label}.`,
    ...(leftOut.length > 0 ? [`Left out: ${list(leftOut)}.`] : []),
    missing.length > 0 ? `Missing: ${list(missing)}.` : 'Nothing is missing.',
  ]
}
