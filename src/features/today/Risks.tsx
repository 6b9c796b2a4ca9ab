import { IconAlertTriangle, IconUsers } from '@tabler/icons-react'
import { riskWords } from '#domain/assessment/codeWords.ts'
import { knownRisks } from '#domain/client/risks.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { Notice } from '#ui/Notice.tsx'
import classes from './VisitCard.module.css'

/** The risks of a visit, before anything else. Red only where there is one; that there is none is said quietly. */
export function Risks({ client, visitNote }: { client: ClientBody; visitNote: string | undefined }) {
  const known = knownRisks(client)
  const risks = known.state === 'known' ? known.risks : []
  if (risks.length === 0 && !visitNote && !client.doNotVisitAlone) {
    return (
      <p className={classes['quiet']}>
        {known.state === 'none' ? 'No known risks' : 'Risks have not been asked about yet'}
      </p>
    )
  }
  return (
    <Notice
      tone="risk"
      icon={client.doNotVisitAlone ? <IconUsers size={22} /> : <IconAlertTriangle size={22} />}
      title={client.doNotVisitAlone ? 'Do not visit alone' : risks.length === 1 ? 'Risk' : 'Risks'}
    >
      <ul className={classes['risks']}>
        {risks.map(({ id, risk, note }) => (
          <li key={id}>
            {riskWords(risk)}
            {note && ` – ${note}`}
          </li>
        ))}
        {visitNote && <li>{visitNote}</li>}
      </ul>
    </Notice>
  )
}
