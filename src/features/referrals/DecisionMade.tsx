import { Button } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { type Decision, standing } from '#domain/eligibility/decision.ts'
import type { RuleSet } from '#domain/eligibility/inForce.ts'
import { formatDay } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import * as codes from '#words/codes.ts'
import classes from './Referrals.module.css'
import { glanceWords } from './words.ts'

export interface DecisionMadeProps {
  decision: Decision
  newest: readonly RuleSet[]
  staffName: (id: string) => string
  onAgain?: () => void
}

/** What was decided, by whom and by which version: that version for good, whatever was published since. */
export function DecisionMade({ decision, newest, staffName, onAgain }: DecisionMadeProps) {
  const { ruleSet, version, outcome, override, on, by } = decision
  return (
    <Notice
      tone="accent"
      icon={<IconGavel size={22} />}
      title={glanceWords({ outcome: standing(decision), decided: true })}
      action={
        onAgain && (
          <Button variant="default" onClick={onAgain}>
            Decide anew
          </Button>
        )
      }
    >
      <p className={classes['words']}>
        {formatDay(on)}, {staffName(by)}. By {ruleSet}, version {version}:{' '}
        {codes.wordFor(codes.eligibility, outcome)?.toLowerCase()}.
      </p>
      {override && <p className={classes['words']}>Decided otherwise because: {override.reason}</p>}
      {isOvertaken(decision, newest) && (
        <p className={classes['quiet']}>Newer rules are in force by now. They are below.</p>
      )}
    </Notice>
  )
}

function isOvertaken({ ruleSet, version, record }: Decision, inForce: readonly RuleSet[]): boolean {
  return !inForce.some(
    (one) =>
      one.body.name === ruleSet && one.body.version === version && (one.record ?? undefined) === record,
  )
}
