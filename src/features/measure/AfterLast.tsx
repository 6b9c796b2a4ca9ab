import { Button } from '@mantine/core'
import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { bandOf, type Instrument, rangeOf, type ScoreRule } from '#domain/measure/instrument.ts'
import type { ItemAnswers } from '#domain/measure/taken.ts'
import { scoreBy } from '#domain/measure/scoring.ts'
import { useWorkspace } from '#store/react.ts'
import turn from '#ui/Turn.module.css'
import classes from './Measure.module.css'

export interface AfterLastProps {
  instrument: Instrument
  answers: ItemAnswers
  withClient: boolean
  saving: boolean
  back: () => void
  give: () => void
  finish: () => void
}

/** A thank-you for the client; the scores only when the tablet is back. */
export function AfterLast(props: AfterLastProps) {
  return props.withClient ? <Thanks {...props} /> : <Scores {...props} />
}

function Thanks({ back, give }: AfterLastProps) {
  const { person } = useWorkspace()
  return (
    <>
      <h1 className={turn['title']}>Thank you</h1>
      <p className={turn['words']}>Please hand the tablet back to {person.name}.</p>
      <div className={turn['steps']}>
        <LookAgain back={back} />
        <Button size="lg" onClick={give}>
          Give it back
        </Button>
      </div>
    </>
  )
}

function LookAgain({ back }: { back: () => void }) {
  return (
    <Button size="lg" variant="default" leftSection={<IconArrowLeft size={24} aria-hidden />} onClick={back}>
      Look again
    </Button>
  )
}

function Scores({ instrument, answers, saving, back, finish }: AfterLastProps) {
  const missing = answers.filter((answer) => answer === null).length
  return (
    <>
      <h1 className={turn['title']}>{instrument.title}</h1>
      <dl className={classes['scores']}>
        {instrument.scores.map((rule) => (
          <Score key={rule.measure} instrument={instrument} rule={rule} answers={answers} />
        ))}
      </dl>
      {missing > 0 && <p className={turn['words']}>{missingWords(missing, answers.length)}</p>}
      {instrument.caution && <p className={classes['quiet']}>{instrument.caution}</p>}
      <div className={turn['steps']}>
        <LookAgain back={back} />
        <Button
          size="lg"
          loading={saving}
          disabled={missing === answers.length}
          leftSection={<IconCheck size={24} aria-hidden />}
          onClick={finish}
        >
          Finish
        </Button>
      </div>
    </>
  )
}

function Score({
  instrument,
  rule,
  answers,
}: {
  instrument: Instrument
  rule: ScoreRule
  answers: ItemAnswers
}) {
  const scored = scoreBy(instrument, rule, answers)
  const band = scored.ok ? bandOf(rule, scored.value.score) : undefined
  return (
    <div>
      <dt>{rule.name}</dt>
      <dd>
        {scored.ok ? scored.value.score : '–'}{' '}
        <span className={classes['of']}>
          {scored.ok ? `of ${rangeOf(instrument, rule).high}` : 'no score'}
          {band === undefined ? '' : `, ${band}`}
        </span>
      </dd>
    </div>
  )
}

function missingWords(missing: number, all: number): string {
  if (missing === all) return 'No answers yet. There is nothing to finish.'
  const what = missing === 1 ? '1 answer is missing.' : `${missing} answers are missing.`
  return `${what} A score that needs them is left open; nothing is guessed.`
}
