import { ActionIcon } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { strengthsFrom } from '#domain/assessment/assessment.ts'
import { OwnWords } from '#questions/OwnWords.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import classes from './Plan.module.css'
import { usePlan } from './usePlan.ts'

/** What is going well and who helps: a plan stands on it. */
export function Strengths() {
  const { draft } = useVisitWork()
  const { plan, write } = usePlan()
  const kept = plan.strengths ?? []
  const said = [...new Set(strengthsFrom(draft.answers).map(({ strength }) => strength.text))]
  const offered = said.filter((strength) => !kept.includes(strength))
  const set = (strengths: string[]) => write((now) => ({ ...now, strengths }))
  return (
    <section aria-labelledby="plan-strengths">
      <h2 id="plan-strengths" className={classes['heading']}>
        Strengths
      </h2>
      <div className={classes['chips']}>
        {kept.map((strength) => (
          <span key={strength} className={classes['kept']}>
            {strength}
            <ActionIcon
              aria-label={`Take off: ${strength}`}
              onClick={() => set(kept.filter((other) => other !== strength))}
            >
              <IconX size={20} aria-hidden />
            </ActionIcon>
          </span>
        ))}
        {offered.map((strength) => (
          <button
            type="button"
            key={strength}
            className={classes['chip']}
            onClick={() => set([...kept, strength])}
          >
            <IconPlus size={20} aria-hidden /> {strength}
          </button>
        ))}
      </div>
      <OwnWords label="Another strength" add={(words) => kept.includes(words) || set([...kept, words])} />
    </section>
  )
}
