import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { needsFrom } from '#domain/assessment/assessment.ts'
import { givenValues } from '#domain/form/answers.ts'
import { labelOf } from '#domain/form/options.ts'
import { reviewedOn } from '#domain/plan/edits.ts'
import { newId } from '#store/ids.ts'
import { DayField } from '#ui/DayField.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import { areaInWords } from './areas.ts'
import { NeedCard } from './NeedCard.tsx'
import { OwnNeed } from './OwnNeed.tsx'
import classes from './Plan.module.css'
import { Strengths } from './Strengths.tsx'
import { usePlan } from './usePlan.ts'

/** The plan, built from what was said: need, goal, action. */
export function PlanSection() {
  const { draft } = useVisitWork()
  const { plan, write } = usePlan()
  const [most] = givenValues(draft.answers, 'matters.most')
  return (
    <div className={classes['stack']}>
      {most && (
        <section aria-labelledby="plan-matters">
          <h2 id="plan-matters" className={classes['heading']}>
            What matters most
          </h2>
          <p className={classes['quote']}>{labelOf(most)}</p>
        </section>
      )}
      <OfferedNeeds />
      {plan.needs.map((need) => (
        <NeedCard key={need.id} need={need} />
      ))}
      <OwnNeed />
      <Strengths />
      <DayField
        id="plan-review"
        label="Look at the plan again on"
        hint="Left empty: no day agreed yet"
        value={plan.reviewOn ?? ''}
        onChange={(day) => write((now) => reviewedOn(now, day), 'typing')}
      />
    </div>
  )
}

/** What the areas of life brought up and isn't in the plan yet. */
function OfferedNeeds() {
  const { draft, goTo } = useVisitWork()
  const { plan, write } = usePlan()
  const said = needsFrom(draft.answers)
  const offered = said.filter(
    ({ area, need }) => !plan.needs.some((known) => known.area === area && known.need === need.text),
  )
  const add = (needs: typeof offered) =>
    write((now) => ({
      ...now,
      needs: [
        ...now.needs,
        ...needs.map(({ area, need }) => ({
          id: newId(),
          area,
          need: need.text,
          ...(need.code === undefined ? {} : { code: need.code }),
        })),
      ],
    }))
  if (said.length === 0 && plan.needs.length === 0) {
    return (
      <section aria-labelledby="plan-offered">
        <h2 id="plan-offered" className={classes['heading']}>
          No needs named yet
        </h2>
        <p className={classes['quiet']}>
          What is ticked under “What would you like help with?” in the areas of life is offered here.
        </p>
        <Button variant="default" mt="sm" onClick={() => goTo('area.people')}>
          Go to areas of life
        </Button>
      </section>
    )
  }
  if (offered.length === 0) return null
  return (
    <section aria-labelledby="plan-offered">
      <h2 id="plan-offered" className={classes['heading']}>
        Named today: take into the plan
      </h2>
      <div className={classes['chips']}>
        {offered.map((each) => (
          <button
            type="button"
            key={`${each.area} ${each.need.text}`}
            className={classes['chip']}
            onClick={() => add([each])}
          >
            <IconPlus size={20} aria-hidden />
            <span>
              {each.need.text} <span className={classes['area']}>{areaInWords(each.area)}</span>
            </span>
          </button>
        ))}
        {offered.length > 1 && (
          <Button variant="subtle" onClick={() => add(offered)}>
            Take all {offered.length}
          </Button>
        )}
      </div>
    </section>
  )
}
