import { ok, type Result } from '../result.ts'
import { meaningfulChange } from './change.ts'
import type { InstrumentItem, ScoreRule } from './instrument.ts'
import type { ScaleProblem } from './scale.ts'
import { scoreBy } from './scoring.ts'

/**
 * Warwick-Edinburgh Mental Wellbeing Scale: 14 items, each 1 to 5, all worded positively, about the last two weeks.
 * Total 14 to 70. Tennant et al. 2007, Health and Quality of Life Outcomes 5:63, doi:10.1186/1477-7525-5-63.
 *
 * The wording of the scale is licensed to each organisation and isn't shipped. These are cue words of our own; a
 * service with a licence loads the wording.
 */
export const wemwbs = {
  low: 1,
  high: 5,
  totalLow: 14,
  totalHigh: 70,
  recallWeeks: 2,
  /** SNOMED CT observable for the total. */
  snomed: '718426000',
  copyright:
    'Warwick-Edinburgh Mental Wellbeing Scale (WEMWBS) © NHS Health Scotland, The University of Warwick and University of Edinburgh, 2006, all rights reserved.',
  answers: [
    { score: 1, label: 'None of the time' },
    { score: 2, label: 'Rarely' },
    { score: 3, label: 'Some of the time' },
    { score: 4, label: 'Often' },
    { score: 5, label: 'All of the time' },
  ],
  cues: [
    'Optimistic about the future',
    'Useful',
    'Relaxed',
    'Interested in other people',
    'Energy to spare',
    'Dealing with problems well',
    'Thinking clearly',
    'Good about myself',
    'Close to other people',
    'Confident',
    'Able to make up my own mind',
    'Loved',
    'Interested in new things',
    'Cheerful',
  ],
} as const

export const wemwbsItemCount = wemwbs.cues.length

/** How the scale was taken, which bears on the answers: by the person, read aloud to them, or by telephone. */
export const howTakenCodes = ['self', 'read-aloud', 'phone'] as const
export type HowTaken = (typeof howTakenCodes)[number]

export const wemwbsItems: readonly InstrumentItem[] = wemwbs.cues.map((words, i) => ({
  words,
  number: i + 1,
  answers: wemwbs.answers.map(({ score, label }) => ({ score, words: label })),
}))

export const wemwbsScore: ScoreRule = {
  measure: 'wemwbs',
  name: 'WEMWBS',
  how: 'sum',
  items: wemwbsItems.map((_, i) => i + 1),
  direction: 'higher-is-better',
  change: {
    group: meaningfulChange.group.from,
    individual: meaningfulChange.individual,
    source:
      'Warwick Medical School; Maheswaran et al. 2012, doi:10.1186/1477-7525-10-156; NHS Mental Health Services Data Set',
  },
  norm: 'adults in England 52.5 (men) and 52.2 (women) on average; Health Survey for England 2012',
  snomed: wemwbs.snomed,
}

/**
 * The total, 14 to 70. `items`: one entry per item, in the order of the scale, each a whole number 1 to 5.
 * No total while one is missing, and none is guessed: every item that stands in the way is named.
 */
export function scoreWemwbs(items: readonly unknown[]): Result<{ total: number }, ScaleProblem[]> {
  const scored = scoreBy({ items: wemwbsItems }, wemwbsScore, items)
  return scored.ok ? ok({ total: scored.value.score }) : scored
}
