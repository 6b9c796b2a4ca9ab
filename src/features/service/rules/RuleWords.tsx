import type { Rules } from '#domain/eligibility/criterion.ts'
import { criterionWords, needWords } from '#words/eligibility.ts'
import classes from '../Service.module.css'

/** Rules to read. */
export function RuleWords({ rules: { groups, unless = [] } }: { rules: Rules }) {
  return (
    <>
      {groups.map(({ need, of }, i) => (
        <Part key={i} lead={needWords({ need, criteria: of })} lines={of.map(criterionWords)} />
      ))}
      {unless.length > 0 && (
        <Part lead="Not suited if one of these is so" lines={unless.map(criterionWords)} />
      )}
    </>
  )
}

function Part({ lead, lines }: { lead: string; lines: readonly string[] }) {
  return (
    <>
      <p className={classes['lead']}>{lead}</p>
      <ul className={classes['rules']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
