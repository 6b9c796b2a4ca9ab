import type { ResponseItem } from '../form/response.ts'
import { jsonSchema, type Json } from '../json.ts'
import type { MeasureScore, ResponseBody } from '../response/response.ts'
import { fromPack } from './fromPack.ts'
import type { LoadedPack } from './inForce.ts'
import type { Instrument, ScoreRule } from './instrument.ts'
import { scoreBy } from './scoring.ts'
import { shippedInstrument } from './shipped.ts'

/** What was answered to each item, by what it counts; null where it was left out. */
export type ItemAnswers = readonly (number | null)[]

/** How a measure was taken, by `howTakenCodes`, and in whose words. */
export interface Taking {
  readonly how?: string | undefined
  /** Taken elsewhere and brought in: nobody here knows in which words. */
  readonly asked?: 'elsewhere'
  readonly loaded?: LoadedPack | undefined
}

/** The measure by its code, in the words of the pack where there is one. */
export function instrumentOf(code: string, loaded: LoadedPack | undefined): Instrument | undefined {
  return loaded ? fromPack(loaded.pack) : shippedInstrument(code)
}

/**
 * Every score of a measure, worked out once and kept. One that lacks an answer has no total, and says what was answered. A
 * score that takes its items from another's (the short scale from the full one) doesn't repeat them.
 */
export function measureScores(
  instrument: Instrument,
  answers: readonly (number | null | undefined)[],
  taking: Taking,
): MeasureScore[] {
  return instrument.scores.map((rule, i) => {
    const scored = scoreBy(instrument, rule, answers)
    const derived = instrument.scores.slice(0, i).some((before) => isWithin(rule, before))
    return {
      measure: rule.measure,
      total: scored.ok ? scored.value.raw : null,
      ...(rule.conversion ? { metric: scored.ok ? scored.value.score : null } : {}),
      ...(derived ? {} : { items: rule.items.map((item) => answers[item - 1] ?? null) }),
      ...(taking.how === undefined ? {} : { how: taking.how }),
      ...wordingOf(taking),
    }
  })
}

function isWithin({ items }: ScoreRule, other: ScoreRule): boolean {
  return items.every((item) => other.items.includes(item))
}

/** In whose words it was asked: cue words of our own, or which pack. */
function wordingOf({ loaded, asked }: Taking): Pick<MeasureScore, 'wording' | 'pack' | 'packVersion'> {
  if (asked) return { wording: asked }
  if (!loaded) return { wording: 'cues' }
  return { wording: 'licensed', pack: loaded.id, packVersion: loaded.pack.version }
}

/** A measure taken by itself, finished: the answers as the items of a FHIR R4 QuestionnaireResponse, with the scores. */
export function measureResponse(
  instrument: Instrument,
  answers: ItemAnswers,
  taking: Taking & { authored: string; author: string; purpose?: string | undefined },
): ResponseBody {
  const { loaded, authored, author, purpose } = taking
  return {
    questionnaire: `urn:doorstep:instrument:${instrument.code}|${taking.asked ?? loaded?.pack.version ?? 'cues'}`,
    ...(purpose === undefined ? {} : { purpose }),
    authored,
    author,
    item: responseItems(instrument, answers).map(asJson),
    scores: measureScores(instrument, answers, taking),
  }
}

/**
 * Of a measure that Doorstep knows, each answer stands beside our cue words, whatever the person read: a response goes
 * out with a person's file, and licensed wording may not. Which wording it was, the scores say.
 */
function responseItems(instrument: Instrument, answers: ItemAnswers): ResponseItem[] {
  const { code, items } = shippedInstrument(instrument.code) ?? instrument
  return items.flatMap((item, i) => {
    const answer = item.answers.find(({ score }) => score === answers[i])
    if (!answer) return []
    const valueCoding = {
      system: `urn:doorstep:instrument:${code}`,
      code: String(answer.score),
      display: answer.words,
    }
    return [{ linkId: `${code}.${item.number ?? i + 1}`, text: item.words, answer: [{ valueCoding }] }]
  })
}

function asJson(item: ResponseItem): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(item)))
}
