import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useRouteError } from 'react-router'
import { Page } from '#ui/Page.tsx'

/** What stands in a screen's place when it cannot be shown. */
export function RouteFault() {
  const error = useRouteError()
  return isMissingPart(error) ? <MissingPart /> : <BrokenScreen error={error} />
}

function MissingPart() {
  return (
    <Page title="This part has to be loaded again">
      <p>
        Doorstep was updated, or the signal went before this part had arrived. Nothing that you saved is lost:
        it is on this device.
      </p>
      <Reload />
    </Page>
  )
}

function BrokenScreen({ error }: { error: unknown }) {
  return (
    <Page title="This screen stopped working">
      <p>
        That is a fault in Doorstep, not something that you did. Nothing that you saved is lost, and what you
        were typing is kept as a draft. Reload to go on.
      </p>
      <Reload />
      <details style={{ marginTop: '2rem', color: 'var(--quiet)' }}>
        <summary style={{ minHeight: '2.75rem', cursor: 'pointer' }}>
          For whoever looks after Doorstep
        </summary>
        <p style={{ fontSize: '1rem' }}>
          {error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown fault'}
        </p>
      </details>
    </Page>
  )
}

function Reload() {
  return (
    <Button leftSection={<IconRefresh size={20} aria-hidden />} onClick={() => window.location.reload()}>
      Reload
    </Button>
  )
}

/** Chromium, Firefox and WebKit each say in their own words that a lazy part did not come. */
const missing =
  /dynamically imported module|importing a module script failed|unable to preload|loading chunk/i

function isMissingPart(error: unknown): boolean {
  return error instanceof Error && missing.test(error.message)
}
