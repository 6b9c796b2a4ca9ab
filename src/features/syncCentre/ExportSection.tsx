import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useWorkspace } from '#store/react.ts'
import type { OutboxEntry } from '#store/workspace.ts'
import { Section } from '#ui/Section.tsx'
import { exportWork } from './exportWork.ts'

/** For the worst case: unsent work as a file. */
export function ExportSection({ entries }: { entries: OutboxEntry[] }) {
  const { person } = useWorkspace()
  if (entries.length === 0) return null
  return (
    <Section title="Take unsent work away as a file">
      <p>
        If this device can never reach the service again, the work on it can still be saved as a file.{' '}
        <strong>Anybody who has the file can read it.</strong> Keep it as you would a paper file, and delete
        it when it has been entered.
      </p>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        onClick={() => exportWork(entries, { id: person.id, name: person.name }, new Date())}
      >
        Export {entries.length === 1 ? '1 change' : `${entries.length} changes`}
      </Button>
    </Section>
  )
}
