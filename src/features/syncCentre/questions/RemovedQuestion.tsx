import { Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useWorkspace } from '#store/react.ts'
import { formatMoment } from '#ui/dates.ts'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { useNames } from '../wording/names.ts'
import { type NameOf, readOut, shapeOfPath } from '#words/records/value.ts'
import type { Question } from './question.ts'
import type { Settling } from './useSettling.ts'

/** Somebody changed what had been removed meanwhile. Neither revived nor dropped until a person says. */
export function RemovedQuestion({ question, settling }: { question: Question; settling: Settling }) {
  const nameOf = useNames()
  const { person } = useWorkspace()
  return (
    <Section title="What happened">
      <Facts facts={[...removal(question, nameOf, person.id), ...said(question, nameOf, person.id)]} />
      <Group mt="md">
        <Button
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          loading={settling.saving}
          onClick={() => settling.bringBack(question)}
        >
          Bring it back
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size={20} aria-hidden />}
          loading={settling.saving}
          onClick={() => settling.leaveRemoved(question)}
        >
          Leave it removed
        </Button>
      </Group>
    </Section>
  )
}

function removal({ view: { deleted } }: Question, nameOf: NameOf, me: string): Fact[] {
  if (!deleted) return []
  return [
    {
      label: 'Removed',
      value: `${who(deleted.by, nameOf, me)}, ${formatMoment(deleted.at)}: ${deleted.reason}`,
    },
  ]
}

function said({ view, path, others }: Question, nameOf: NameOf, me: string): Fact[] {
  return others.map(({ by, at, to }) => ({
    label: `${who(by, nameOf, me)}, ${formatMoment(at)}`,
    value: to === null ? 'Wanted to keep it' : readOut(to, shapeOfPath(view.kind, path), nameOf),
  }))
}

function who(by: string, nameOf: NameOf, me: string): string {
  return by === me ? 'You' : (nameOf('staff', by) ?? 'Somebody')
}
