import { daysWaited, isLate, type NextStep } from '#domain/caseload/nextStep.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import type { Filter } from './narrow.ts'

/** The next step of a file, as one line. */
export function stepWords(step: NextStep, today: string): string {
  switch (step.step) {
    case 'visit':
      return `Visit ${formatMoment(step.at)}`
    case 'write-up':
      return `Visit of ${formatMoment(step.at)}: did it happen?`
    case 'first-contact':
      return step.day === null
        ? 'Waiting for a first visit'
        : `Waiting for a first visit since ${formatDay(step.day)}`
    case 'review':
      return isLate(step, today) ? `Review was due ${formatDay(step.day)}` : `Review ${formatDay(step.day)}`
    case 'action':
      return `${isLate(step, today) ? 'Was due' : 'By'} ${formatDay(step.day)}: ${step.what}`
    case 'answer':
      return `No word from a service since ${formatDay(step.day)}`
    case 'call':
      return isLate(step, today) ? `To be rung since ${formatDay(step.day)}` : `Call ${formatDay(step.day)}`
    case 'call-back':
      return `Declined; ask again ${isLate(step, today) ? 'since ' : ''}${formatDay(step.day)}`
    case 'plan-visit':
      return step.day === null ? 'Nothing planned' : `Nothing planned; last seen ${formatDay(step.day)}`
  }
}

/** For how long it has waited: "3 weeks"; nothing for what lies ahead. */
export function waitedWords(step: NextStep, today: string): string {
  const days = daysWaited(step, today)
  if (days === null || days === 0 || step.step === 'visit') return ''
  if (days < 14) return count(days, 'day')
  return days < 61 ? count(Math.floor(days / 7), 'week') : count(Math.floor(days / 30.4), 'month')
}

export const statusWords: Record<Filter['status'], string> = {
  active: 'Open and waiting',
  waiting: 'Waiting',
  open: 'Open',
  closed: 'Closed',
  declined: 'Declined',
  all: 'All files',
}

export const showWords: Record<Filter['show'], string> = {
  everything: 'Everything',
  late: 'Late or waiting',
  review: 'Review due',
  steps: 'Steps that were due',
  questions: 'Two answers to choose from',
}

export const sortWords: Record<Filter['sort'], string> = {
  next: 'Most pressing',
  name: 'By name',
  waiting: 'Longest waiting',
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
