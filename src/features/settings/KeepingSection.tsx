import { Button } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useSession } from '#sync/react.ts'
import type { StorageState } from '#sync/session.ts'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'

/** The browser's promise to keep, and a way to ask for it again. */
export function KeepingSection() {
  const session = useSession()
  const [storage, setStorage] = useState<StorageState | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => void session.storage().then(setStorage), [session])
  const askAgain = async () => {
    setStorage(await session.storage())
    setAsked(true)
  }
  return (
    <Section title="Keeping work on this device" icon={<IconDatabase size={24} stroke={1.75} />}>
      {storage?.persisted === true ? (
        <p style={{ margin: 0 }}>The browser has promised to keep everything until you remove it.</p>
      ) : (
        <>
          <p style={{ marginTop: 0 }}>
            The browser has not promised to keep everything: if the device runs out of room, it may clear
            Doorstep. Installing Doorstep on the home screen usually helps.
          </p>
          <Button variant="default" onClick={() => void askAgain()}>
            Ask again
          </Button>
          {asked && (
            <Notice live>The browser still makes no promise. Send often: what is sent is safe.</Notice>
          )}
        </>
      )}
    </Section>
  )
}
