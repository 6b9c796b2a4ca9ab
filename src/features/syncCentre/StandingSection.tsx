import { Button } from '@mantine/core'
import { IconCloud, IconLogin2, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSyncStatus } from '#sync/react.ts'
import type { SyncPhase } from '#sync/status.ts'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'
import { useNow } from '#ui/useNow.ts'
import { statusWords } from './statusWords.ts'

/** How things stand, in a sentence, and what it means for the person. */
export function StandingSection() {
  const status = useSyncStatus()
  const { words, sign } = statusWords(status, useNow())
  const phase = status?.phase ?? 'resting'
  const waits = (status?.needsYou.refused ?? 0) + (status?.needsYou.contested ?? 0)
  return (
    <Section title="How things stand" look="plain">
      <Notice
        tone={sign === 'needsYou' ? 'amber' : sign === 'sent' ? 'accent' : 'plain'}
        icon={<IconCloud size={24} />}
        title={words}
        action={actionFor(phase)}
      >
        {waits > 0 && phase === 'resting' ? waitsForYou : meaning(phase)}
      </Notice>
    </Section>
  )
}

const waitsForYou =
  'What waits for you is listed below. Nothing is lost meanwhile, and everything else goes on.'

function meaning(phase: SyncPhase): string {
  switch (phase) {
    case 'resting':
    case 'working':
      return 'Doorstep sends and receives by itself whenever there is a signal.'
    case 'offline':
      return 'Go on working: everything is kept on this device, and sent by itself when the signal is back.'
    case 'signIn':
      return 'For safety the service wants to know again that it is you. What you saved is kept here meanwhile.'
    case 'outdated':
      return 'Your work is still being sent. To receive what others write, Doorstep has to be reloaded.'
    case 'serverOlder':
      return 'The service has not been brought up to date yet, and cannot take everything that this Doorstep says. It is kept here, and sent by itself once it can.'
    case 'full':
      return 'There is no room left to keep more. Delete photos or apps that you do not need. What you saved is kept.'
    case 'lost':
      return 'The browser lost its storage. Reloading brings it back. What you saved is kept.'
    case 'reload':
      return 'This window is older than another one on this device. Reload it to go on. What you saved is kept.'
    case 'fault':
      return 'Something is wrong at the service, not here. Doorstep tries again by itself. What you saved is kept.'
  }
}

function actionFor(phase: SyncPhase): ReactNode {
  switch (phase) {
    case 'signIn':
      return (
        <Button component={Link} to="/settings" leftSection={<IconLogin2 size={20} aria-hidden />}>
          Sign in again
        </Button>
      )
    case 'outdated':
    case 'lost':
    case 'reload':
      return (
        <Button leftSection={<IconRefresh size={20} aria-hidden />} onClick={() => window.location.reload()}>
          Reload
        </Button>
      )
    default:
      return null
  }
}
