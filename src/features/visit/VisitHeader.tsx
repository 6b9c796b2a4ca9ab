import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconEar, IconUsers, IconWheelchair } from '@tabler/icons-react'
import { NO_KNOWN_RISKS } from '#domain/client/client.ts'
import { riskInWords } from '#domain/visit/risksOnFile.ts'
import { Pill } from '#ui/Pill.tsx'
import { KeptState } from './KeptState.tsx'
import { useVisitWork } from './VisitWork.tsx'
import classes from './Visit.module.css'

/** Who the visit is with, always in sight, and the way out, which loses nothing. */
export function VisitHeader({ leave }: { leave: () => void }) {
  const { name } = useVisitWork()
  return (
    <header className={classes['header']}>
      <Button
        variant="subtle"
        px="sm"
        leftSection={<IconArrowLeft size={20} aria-hidden />}
        onClick={leave}
        title="Everything is kept"
      >
        Leave for now
      </Button>
      <div className={classes['who']}>
        <p className={classes['name']}>{name}</p>
      </div>
      <KeptState />
    </header>
  )
}

/** Risks first, then how to talk with the person. */
export function PersonFirst() {
  const { client, draft } = useVisitWork()
  const risks = (client.risks ?? []).filter(({ risk }) => risk !== NO_KNOWN_RISKS)
  const visit = draft.seen.visit.body
  const marks = [
    ...(client.doNotVisitAlone
      ? [{ text: 'Do not visit alone', tone: 'risk', icon: <IconUsers size={17} /> } as const]
      : []),
    ...risks.map(
      (risk) => ({ text: riskInWords(risk), tone: 'risk', icon: <IconAlertTriangle size={17} /> }) as const,
    ),
    ...(visit.riskNote
      ? [{ text: visit.riskNote, tone: 'risk', icon: <IconAlertTriangle size={17} /> } as const]
      : []),
    ...(client.communicationNeeds ?? []).map(
      (text) => ({ text, tone: 'accent', icon: <IconEar size={17} /> }) as const,
    ),
    ...(client.accessNeeds ?? []).map(
      (text) => ({ text, tone: 'plain', icon: <IconWheelchair size={17} /> }) as const,
    ),
  ]
  if (marks.length === 0) return null
  return (
    <section aria-label="Risks and needs">
      <ul className={classes['needs']}>
        {marks.map(({ text, tone, icon }) => (
          <li key={`${tone} ${text}`}>
            <Pill tone={tone} icon={icon}>
              {text}
            </Pill>
          </li>
        ))}
      </ul>
    </section>
  )
}
