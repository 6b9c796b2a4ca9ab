import type { Instrument, InstrumentItem, ScoreRule } from './instrument.ts'
import type { Pack, PackScore } from './pack.ts'
import { shippedInstrument } from './shipped.ts'

/** The measure as this pack words it. Of a pack without faults (`packFaults`). */
export function fromPack(pack: Pack): Instrument {
  const shipped = shippedInstrument(pack.measure)
  const { holder, reference, notice } = pack.licence
  return {
    code: pack.measure,
    name: pack.name,
    title: pack.title,
    recall: pack.recall ?? shipped?.recall,
    instructions: pack.instructions,
    items: pack.items.map((item, i) => itemOf(pack, item, shipped?.items[i]?.number)),
    scores: shipped?.scores ?? scoresOf(pack),
    wording: { of: 'licensed', holder, reference, version: pack.version },
    notice,
    caution: pack.caution ?? shipped?.caution,
  }
}

function itemOf(pack: Pack, item: Pack['items'][number], number: number | undefined): InstrumentItem {
  return {
    words: item.words,
    ...(number === undefined ? {} : { number }),
    answers: item.answers ?? pack.answers ?? [],
    ...(item.reverse ? { reverse: true } : {}),
  }
}

function scoresOf(pack: Pack): ScoreRule[] {
  const scores = pack.scores ?? []
  return scores.map((score) => ruleOf(pack, score, scores.length === 1))
}

/** One score is called as its measure; several have their own code behind it. */
function ruleOf({ measure, items }: Pack, score: PackScore, only: boolean): ScoreRule {
  const { code, conversion, items: named, ...rest } = score
  return {
    ...withoutUndefined(rest),
    measure: only ? measure : `${measure}.${code ?? ''}`,
    items: named ?? items.map((_, i) => i + 1),
    ...(conversion
      ? { conversion: new Map(Object.entries(conversion).map(([raw, value]) => [Number(raw), value])) }
      : {}),
  }
}

type Rest = Omit<PackScore, 'code' | 'conversion' | 'items'>

function withoutUndefined({ name, how, direction, mayMiss, bands, bandNote, change }: Rest) {
  return {
    name,
    how,
    direction,
    ...(mayMiss === undefined ? {} : { mayMiss }),
    ...(bands === undefined ? {} : { bands }),
    ...(bandNote === undefined ? {} : { bandNote }),
    ...(change === undefined ? {} : { change: changeOf(change) }),
  }
}

function changeOf({ group, individual, source }: NonNullable<PackScore['change']>) {
  return {
    source,
    ...(group === undefined ? {} : { group }),
    ...(individual === undefined ? {} : { individual }),
  }
}
