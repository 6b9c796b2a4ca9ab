import { useMemo } from 'react'
import { happenedBy } from '#domain/directory/happened.ts'
import { settingsInForce, SETTINGS_ID } from '#domain/settings/settings.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { happenedLines } from '#words/upkeep/upkeepWords.ts'
import classes from '../Directory.module.css'

/** What became of the referrals that this device holds; for those who hold any. */
export function HappenedPart({ service }: { service: View<'service'> }) {
  const { role } = useWorkspace().person
  if (role !== 'manager' && role !== 'coordinator') return null
  return <Happened service={service.id} />
}

function Happened({ service }: { service: string }) {
  const { today } = useLocalNow()
  const referrals = useRecords('onwardReferral')
  const { quietDays } = settingsInForce(useRecord('settings', SETTINGS_ID)?.body)
  const happened = useMemo(() => {
    const own = (referrals ?? []).map(({ body }) => body).filter((body) => body.service === service)
    return happenedBy(own, { today, quietDays }).get(service)
  }, [referrals, service, today, quietDays])
  if (!happened) return null
  const lines = happenedLines(happened)
  return (
    <Section title="What happened to our referrals">
      <p className={classes['description']}>
        {`Of ${happened.made} referrals from here in the last twelve months${lines.length > 0 ? ':' : ', none has come to anything yet.'}`}
      </p>
      {lines.length > 0 && (
        <ul className={classes['description']}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
