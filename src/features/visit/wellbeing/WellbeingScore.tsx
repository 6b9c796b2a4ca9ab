import { howTakenFrom, wemwbsAnswers } from '#domain/assessment/assessment.ts'
import { changeIn, type Change } from '#domain/measure/change.ts'
import { scoreSwemwbs } from '#domain/measure/swemwbs.ts'
import { scoreWemwbs, wemwbsScore } from '#domain/measure/wemwbs.ts'
import { useRecords } from '#store/react.ts'
import { dayOf, formatDay } from '#ui/dates.ts'
import { useVisitWork } from '../VisitWork.tsx'
import { missingInWords } from './missingInWords.ts'
import classes from './WellbeingScore.module.css'

/** The total, once every answer is there, beside the one before; until then how many are missing. */
export function WellbeingScore() {
  const { draft, name } = useVisitWork()
  const before = useEarlierTotal(draft.seen.client.id)
  const given = wemwbsAnswers(draft.answers)
  if (howTakenFrom(draft.answers) === 'not-today') return null
  const [full, short] = [scoreWemwbs(given), scoreSwemwbs(given)]
  const missing = given.filter((item) => item === undefined).length
  return (
    <section className={classes['score']} aria-label="Score" aria-live="polite">
      {full.ok ? (
        <dl className={classes['figures']}>
          <Figure label="WEMWBS total" value={String(full.value.total)} of="of 70" />
          {short.ok && (
            <Figure label="Short scale (SWEMWBS)" value={short.value.metric.toFixed(2)} of="of 35" />
          )}
        </dl>
      ) : (
        <p className={classes['words']}>{missingInWords(missing, given.length)}</p>
      )}
      {full.ok && before && (
        <p className={classes['words']}>
          On {formatDay(dayOf(before.on))} it was {before.total}.{' '}
          {inWords(changeIn(wemwbsScore, before.total, full.value.total), name)}
        </p>
      )}
      <p className={classes['quiet']}>
        A picture of the last two weeks, to talk about together. It is not a test and finds no illness.
      </p>
    </section>
  )
}

function Figure({ label, value, of }: { label: string; value: string; of: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value} <span className={classes['of']}>{of}</span>
      </dd>
    </div>
  )
}

/** With the caution for one person: scores move by chance (see `changeIn`). */
function inWords({ difference, direction, forOnePerson }: Change, name: string): string {
  if (direction === 'same') return 'The same today.'
  const size = `${Math.abs(difference)} ${direction === 'better' ? 'higher' : 'lower'} today.`
  switch (forOnePerson) {
    case 'within-error':
      return `${size} For one person a difference this size can be chance: ask ${name} how it feels.`
    case 'borderline':
      return `${size} That may be more than chance: ask ${name} what has changed.`
    case 'beyond-error':
    case undefined:
      return `${size} That is more than chance usually brings: ask ${name} what has changed.`
  }
}

/** The last total of an earlier form in this file; null where there is none. */
function useEarlierTotal(file: string): { total: number; on: string } | null {
  const totals = (useRecords('response', { file }) ?? []).flatMap(({ body }) => {
    const total = body.scores?.find(({ measure }) => measure === 'wemwbs')?.total
    return typeof total === 'number' ? [{ total, on: body.authored }] : []
  })
  return totals.toSorted((a, b) => b.on.localeCompare(a.on))[0] ?? null
}
