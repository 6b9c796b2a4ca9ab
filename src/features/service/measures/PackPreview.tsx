import { useState } from 'react'
import { fromPack } from '#domain/measure/fromPack.ts'
import { type Instrument, rangeOf, type ScoreRule } from '#domain/measure/instrument.ts'
import type { Pack } from '#domain/measure/pack.ts'
import { MeasureQuestion } from '#questions/MeasureQuestion.tsx'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import turn from '#ui/Turn.module.css'
import classes from './Packs.module.css'

/** What the file says, and the form as people will see it: it can be tried out, and keeps nothing. */
export function PackPreview({ pack, replaces }: { pack: Pack; replaces: string | undefined }) {
  const instrument = fromPack(pack)
  return (
    <>
      <Section title={pack.title}>
        <Facts facts={factsOf(pack, instrument, replaces)} />
      </Section>
      <Section title="As it will look">
        <p>{instrument.instructions}</p>
        <TryOut instrument={instrument} />
        <p className={classes['notice']}>{instrument.notice}</p>
      </Section>
    </>
  )
}

function factsOf({ licence, version }: Pack, instrument: Instrument, replaces: string | undefined): Fact[] {
  return [
    {
      label: 'Version',
      value: replaces === undefined ? version : `${version}, in place of version ${replaces}`,
    },
    { label: 'Licensed to', value: licence.holder },
    { label: 'Licence', value: licence.reference },
    { label: 'Notice', value: licence.notice },
    { label: 'Questions', value: String(instrument.items.length) },
    { label: 'Scores', value: instrument.scores.map((rule) => scoreWords(instrument, rule)).join('\n') },
  ]
}

function scoreWords(instrument: Instrument, rule: ScoreRule): string {
  const { low, high } = rangeOf(instrument, rule)
  const way = rule.direction === 'higher-is-better' ? 'higher is better' : 'lower is better'
  const missing = (rule.mayMiss ?? 0) > 0 ? `${rule.mayMiss} may be missing` : 'none may be missing'
  return `${rule.name}: ${low} to ${high}, ${way}, ${missing}`
}

function TryOut({ instrument }: { instrument: Instrument }) {
  const { items, recall } = instrument
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState<readonly (number | null)[]>(items.map(() => null))
  const item = items[at]
  if (!item) return null
  return (
    <div className={`${turn['turn']} ${classes['tryOut']}`}>
      <div className={turn['main']}>
        <MeasureQuestion
          key={at}
          item={item}
          at={at}
          count={items.length}
          recall={recall}
          answer={answers[at] ?? null}
          say={(answer) => setAnswers(answers.map((one, i) => (i === at ? answer : one)))}
          go={(next) => setAt(Math.min(Math.max(next, 0), items.length - 1))}
          heading="h3"
        />
      </div>
    </div>
  )
}
