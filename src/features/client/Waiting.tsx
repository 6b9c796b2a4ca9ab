import { type Wait, waitsOf } from '#domain/waiting/waiting.ts'
import { formatDay } from '#ui/dates.ts'
import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { waitedFor, waitWords } from '#words/waiting.ts'
import classes from './ClientFile.module.css'
import type { ClientFile } from './useClientFile.ts'

/** For what the person waits, said once, in plain sight. Nothing where nobody waits. */
export function WaitingNow({ file, today }: { file: ClientFile; today: string }) {
  const wait = waitsOf(file, today).find(({ state }) => state === 'waiting')
  if (wait?.state !== 'waiting') return null
  return (
    <p className={classes['waiting']}>
      Waiting for {waitWords[wait.step].wait} since {formatDay(wait.from)}: {waitedFor(wait.days)}
    </p>
  )
}

/** How long each step took since the referral. */
export function WaitingSteps({ file, today }: { file: ClientFile; today: string }) {
  const waits = waitsOf(file, today)
  if (waits.length === 0) return null
  return (
    <Section title="How long it took since the referral">
      <Facts facts={waits.map((wait) => ({ label: waitWords[wait.step].label, value: stateWords(wait) }))} />
    </Section>
  )
}

function stateWords(wait: Wait): string {
  switch (wait.state) {
    case 'done':
      return `${waitedFor(wait.days)}, on ${formatDay(wait.to)}`
    case 'waiting':
      return `Waiting for ${waitedFor(wait.days)}, since ${formatDay(wait.from)}`
    case 'not-recorded':
      return 'Not written down'
    case 'ahead':
      return 'Still ahead'
    case 'ended':
      return 'It did not come to that'
  }
}
