import type { Answer, Answered } from '#domain/eligibility/answer.ts'
import type { Evaluation } from '#domain/eligibility/evaluate.ts'
import { Pill, type PillProps } from '#ui/Pill.tsx'
import { againstWords, answerWords, becauseWords, criterionWords, needWords } from '#words/eligibility.ts'
import classes from './Referrals.module.css'

export interface CriteriaProps {
  evaluation: Evaluation
  practiceName: (id: string) => string
}

/** Every criterion with its answer and why: also those that decide nothing any more. */
export function Criteria({ evaluation: { groups, unless }, practiceName }: CriteriaProps) {
  return (
    <>
      {groups.map((group, i) => (
        // Groups have no names of their own, and never move.
        <div key={i} className={classes['group']}>
          <h3>
            {i > 0 && 'And: '}
            {i > 0 ? lowerFirst(needWords(group)) : needWords(group)}
          </h3>
          <List criteria={group.criteria} words={answerWords} tones={tones} practiceName={practiceName} />
        </div>
      ))}
      {unless.length > 0 && (
        <div className={classes['group']}>
          <h3>Not suited if one of these is so</h3>
          <List criteria={unless} words={againstWords} tones={against} practiceName={practiceName} />
        </div>
      )}
    </>
  )
}

type Tone = NonNullable<PillProps['tone']>
const tones: Record<Answer, Tone> = { met: 'accent', 'not-met': 'plain', 'not-known': 'amber' }
const against: Record<Answer, Tone> = { met: 'risk', 'not-met': 'plain', 'not-known': 'amber' }

interface ListProps {
  criteria: readonly Answered[]
  words: Record<Answer, string>
  tones: Record<Answer, Tone>
  practiceName: CriteriaProps['practiceName']
}

function List({ criteria, words, tones: toneOf, practiceName }: ListProps) {
  return (
    <ul className={classes['criteria']}>
      {criteria.map((one) => (
        <li key={JSON.stringify(one.criterion)} className={classes['criterion']}>
          <span>{criterionWords(one.criterion)}</span>
          <Pill tone={toneOf[one.answer]}>{words[one.answer]}</Pill>
          <span className={classes['because']}>{becauseWords(one, practiceName)}</span>
        </li>
      ))}
    </ul>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
