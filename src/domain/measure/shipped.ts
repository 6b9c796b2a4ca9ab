import type { Band, Choice, Instrument, ScoreRule } from './instrument.ts'
import { swemwbs, swemwbsScore } from './swemwbs.ts'
import { wemwbs, wemwbsItems, wemwbsScore } from './wemwbs.ts'

// The measures that Doorstep knows by itself: structure, scoring, how to speak of a score. The wording of each belongs to
// its publisher and comes as a pack; until then the cue words are our own.

const cues = { of: 'cues' } as const

const notATest =
  'A picture of the last two weeks, to talk about together. It is not a test and finds no illness.'

/** Warwick-Edinburgh Mental Wellbeing Scale. Whoever takes it has the short scale too. */
export const wemwbsInstrument: Instrument = {
  code: 'wemwbs',
  name: 'WEMWBS',
  title: 'Mental wellbeing (WEMWBS)',
  recall: 'the last two weeks',
  instructions: 'Think of the last two weeks. How often was each of these true for you?',
  items: wemwbsItems,
  scores: [wemwbsScore, swemwbsScore],
  wording: cues,
  notice: wemwbs.copyright,
  caution: notATest,
}

/** The short scale taken by itself; its items keep the numbers that they have in the full one. */
const swemwbsInstrument: Instrument = {
  ...wemwbsInstrument,
  code: 'swemwbs',
  name: 'SWEMWBS',
  title: 'Mental wellbeing, short (SWEMWBS)',
  items: swemwbs.items.flatMap((number) => wemwbsItems[number - 1] ?? []),
  scores: [{ ...swemwbsScore, items: swemwbs.items.map((_, i) => i + 1) }],
  notice: swemwbs.copyright,
}

const zeroToTen: readonly Choice[] = Array.from({ length: 11 }, (_, score) => ({
  score,
  words: score === 0 ? '0, not at all' : score === 10 ? '10, as much as can be' : String(score),
}))

const more: readonly Band[] = [
  { from: 0, words: 'low' },
  { from: 5, words: 'medium' },
  { from: 7, words: 'high' },
  { from: 9, words: 'very high' },
]
const anxious: readonly Band[] = [
  { from: 0, words: 'very low' },
  { from: 2, words: 'low' },
  { from: 4, words: 'medium' },
  { from: 6, words: 'high' },
]

/**
 * The four of the Office for National Statistics on personal wellbeing, each 0 to 10 and each a score of its own: they are
 * never added together, and anxiety runs the other way. Bands as the ONS publishes them.
 */
const ons4: Instrument = {
  code: 'ons4',
  name: 'ONS4',
  title: 'Personal wellbeing (ONS4)',
  recall: undefined,
  instructions: 'For each of these give a number from 0 to 10.',
  items: [
    { words: 'How content you are with your life these days', answers: zeroToTen },
    { words: 'How worthwhile what you do in your life feels', answers: zeroToTen },
    { words: 'How happy you were yesterday', answers: zeroToTen },
    { words: 'How anxious you were yesterday', answers: zeroToTen },
  ],
  scores: [
    single('ons4.satisfaction', 'Satisfied with life', 1, more),
    single('ons4.worthwhile', 'Worthwhile', 2, more),
    single('ons4.happiness', 'Happy yesterday', 3, more),
    { ...single('ons4.anxiety', 'Anxious yesterday', 4, anxious), direction: 'lower-is-better' },
  ],
  wording: cues,
  notice: 'Personal wellbeing questions: Office for National Statistics.',
  caution: 'Four answers, never added together. For anxiety a lower number is better.',
}

function single(measure: string, name: string, item: number, bands: readonly Band[]): ScoreRule {
  const bandNote = 'Bands as the Office for National Statistics publishes them.'
  return { measure, name, how: 'sum', items: [item], direction: 'higher-is-better', bands, bandNote }
}

const howOften: readonly Choice[] = [
  { score: 1, words: 'Hardly ever or never' },
  { score: 2, words: 'Some of the time' },
  { score: 3, words: 'Often' },
]

/** Three items on loneliness, 3 to 9, more is lonelier. Hughes et al. 2004, doi:10.1177/0164027504268574. */
const ucla3: Instrument = {
  code: 'ucla3',
  name: 'UCLA-3',
  title: 'Loneliness (UCLA, three items)',
  recall: undefined,
  instructions: 'How often is each of these so for you?',
  items: ['Missing company', 'Feeling left out', 'Feeling cut off from others'].map((words) => ({
    words,
    answers: howOften,
  })),
  scores: [
    {
      measure: 'ucla3',
      name: 'UCLA-3',
      how: 'sum',
      items: [1, 2, 3],
      direction: 'lower-is-better',
      bands: [
        { from: 3, words: 'not counted as lonely' },
        { from: 6, words: 'often counted as lonely' },
      ],
      bandNote: 'That 6 or more counts as lonely is a convention of some researchers, not an official line.',
    },
  ],
  wording: cues,
  notice: undefined,
  caution: 'From 3 to 9; a lower number is better.',
}

/** Measures that can be taken and scored as numbers, in the order in which they are offered. */
export const shippedInstruments: readonly Instrument[] = [wemwbsInstrument, ons4, ucla3, swemwbsInstrument]

export function shippedInstrument(code: string): Instrument | undefined {
  return shippedInstruments.find((instrument) => instrument.code === code)
}
