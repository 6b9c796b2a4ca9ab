import { Button } from '@mantine/core'
import { IconDeviceTablet } from '@tabler/icons-react'
import { useWorkspace } from '#store/react.ts'
import { useSyncStatus } from '#sync/react.ts'
import { build } from '#ui/build.ts'
import { formatMoment } from '#ui/dates.ts'
import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { storageWords, usedWords, useStorage } from './storage.ts'

/** This device: whose it is at the moment, and how safely it keeps. */
export function DeviceSection() {
  const { person, device } = useWorkspace()
  const status = useSyncStatus()
  const { storage, ask } = useStorage()
  return (
    <Section title="This device" icon={<IconDeviceTablet size={24} stroke={1.75} />}>
      <Facts
        facts={[
          { label: 'Open for', value: person.name },
          { label: 'Last checked', value: status?.checkedAt ? formatMoment(status.checkedAt) : 'Not yet' },
          ...(storage ? [{ label: 'Keeping', value: storageWords(storage) }] : []),
          ...(storage ? [{ label: 'Room', value: usedWords(storage) }] : []),
          { label: 'Version', value: build },
          { label: 'Device', value: `…${device.slice(-6)}` },
        ]}
      />
      {storage?.persisted === false && (
        <Button variant="default" mt="md" onClick={ask}>
          Ask the browser to keep it
        </Button>
      )}
    </Section>
  )
}
