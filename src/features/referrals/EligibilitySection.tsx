import { NativeSelect } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { evaluate } from '#domain/eligibility/evaluate.ts'
import type { RuleSet } from '#domain/eligibility/inForce.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Section.tsx'
import * as codes from '#words/codes.ts'
import { Criteria } from './Criteria.tsx'
import { DecideForm } from './DecideForm.tsx'
import { DecisionMade } from './DecisionMade.tsx'
import type { ReferralDetailProps } from './ReferralDetail.tsx'
import classes from './Referrals.module.css'

/** What the rules say of this person, criterion by criterion; what was decided; and deciding it. */
export function EligibilitySection({ entry, queue, today }: ReferralDetailProps) {
  const { ruleSets, names, practices } = queue
  const [chosen, choose] = useState<string | null>(null)
  const [again, setAgain] = useState(false)
  const ruleSet = ruleSets.find((one) => keyOf(one) === chosen) ?? ruleSets[0]
  const { referral, client } = entry
  const decision = referral.body.eligibility
  return (
    <Section title="Eligibility" icon={<IconListCheck size={22} />}>
      {decision && (
        <DecisionMade
          decision={decision}
          newest={ruleSets}
          staffName={names.staff}
          {...(again ? {} : { onAgain: () => setAgain(true) })}
        />
      )}
      {ruleSet ? (
        <>
          <NativeSelect
            label="By which rules"
            mt={decision ? 'md' : 0}
            value={keyOf(ruleSet)}
            onChange={(event) => choose(event.currentTarget.value)}
            data={ruleSets.map((one) => ({ value: keyOf(one), label: ruleSetWords(one) }))}
          />
          <Evaluated
            {...{ ruleSet, names }}
            referred={{ client: client.body, referral: referral.body, practices, today }}
          >
            {(outcome) =>
              (!decision || again) && (
                <DecideForm {...{ referral, ruleSet, outcome, today }} onDone={() => setAgain(false)} />
              )
            }
          </Evaluated>
        </>
      ) : (
        <NoRules />
      )}
    </Section>
  )
}

interface EvaluatedProps {
  ruleSet: RuleSet
  referred: Parameters<typeof evaluate>[1]
  names: ReferralDetailProps['queue']['names']
  children: (outcome: ReturnType<typeof evaluate>['outcome']) => React.ReactNode
}

function Evaluated({ ruleSet, referred, names, children }: EvaluatedProps) {
  const evaluation = evaluate(ruleSet.body.rules, referred)
  return (
    <>
      <p className={classes['outcome']}>{codes.wordFor(codes.eligibility, evaluation.outcome)}</p>
      <p className={classes['quiet']}>The rules inform; you decide.</p>
      <Criteria
        evaluation={evaluation}
        practiceName={(id) => names.practice(id) ?? 'A practice of the borough'}
      />
      {children(evaluation.outcome)}
    </>
  )
}

function NoRules() {
  const { person } = useWorkspace()
  return (
    <EmptyState title="No rules are in force">
      {person.role === 'manager' ? (
        <Link to="/service/rules">Publish a version under “Service”.</Link>
      ) : (
        'Ask your manager to publish a version.'
      )}
    </EmptyState>
  )
}

/** A set is known by its name: of each there is one version in force. */
function keyOf({ body }: RuleSet): string {
  return body.name
}

function ruleSetWords({ body }: RuleSet): string {
  return `${body.name}, version ${body.version}`
}
