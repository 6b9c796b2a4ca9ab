import { IconAlertTriangle, IconEar } from '@tabler/icons-react'
import { riskWords } from '#domain/assessment/codeWords.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { calledName } from '#domain/client/name.ts'
import { knownRisks } from '#domain/client/risks.ts'
import { Notice } from '#ui/Notice.tsx'
import classes from './Calls.module.css'

/** What to know before ringing: how to talk with the person, and the risks in their file. */
export function BeforeRinging({ client }: { client: ClientBody }) {
  const known = knownRisks(client)
  const { communicationNeeds = [], preferredContact } = client
  return (
    <>
      {known.state === 'known' && (
        <Notice
          tone="risk"
          icon={<IconAlertTriangle size={22} />}
          title={known.risks.length === 1 ? 'Risk' : 'Risks'}
        >
          {known.risks.map(({ risk }) => riskWords(risk)).join('; ')}
        </Notice>
      )}
      {communicationNeeds.length > 0 && (
        <p className={classes['talking']}>
          <IconEar size={22} aria-hidden />
          <span>
            <strong>Talking with {calledName(client)}:</strong> {communicationNeeds.join('; ')}
          </span>
        </p>
      )}
      {preferredContact && <p className={classes['quiet']}>Likes to be reached: {preferredContact}</p>}
    </>
  )
}
