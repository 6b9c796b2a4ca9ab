import { Button, Group } from '@mantine/core'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { useWorkspace } from '#store/react.ts'
import { formatMoment } from '#ui/dates.ts'
import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { useNames } from '../wording/names.ts'
import type { Question } from './question.ts'
import { reasonOf, type Settling } from './useSettling.ts'

/** Somebody wanted the record removed while somebody else went on with it. */
export function RemovalQuestion({ question, settling }: { question: Question; settling: Settling }) {
  const nameOf = useNames()
  const { person } = useWorkspace()
  const [wanted] = question.others
  const who = wanted && (wanted.by === person.id ? 'You' : (nameOf('staff', wanted.by) ?? 'Somebody'))
  return (
    <Section title="Why it should go">
      <Facts
        facts={[
          { label: 'Reason', value: reasonOf(question) },
          { label: 'Who and when', value: wanted ? `${who}, ${formatMoment(wanted.at)}` : 'Not known' },
        ]}
      />
      <Group mt="md">
        <Button
          leftSection={<IconCheck size={20} aria-hidden />}
          loading={settling.saving}
          onClick={() => settling.keep(question)}
        >
          Keep it
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size={20} aria-hidden />}
          loading={settling.saving}
          onClick={() => settling.remove(question)}
        >
          Remove it
        </Button>
      </Group>
    </Section>
  )
}
