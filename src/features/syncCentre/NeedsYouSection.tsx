import { IconArrowBackUp, IconHelpCircle } from '@tabler/icons-react'
import type { OutboxEntry } from '#store/workspace.ts'
import type { View } from '#store/view.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { changeWords, subjectOfChange } from './changeWords.ts'
import { aboutWhat, questionsOf } from './questions/question.ts'
import { refusalWords } from './refusalWords.ts'
import { useFiles } from './useFiles.ts'
import { useNames } from './wording/names.ts'

interface NeedsYouProps {
  refused: OutboxEntry[]
  questions: View[]
}

/** What waits for a person: two answers to choose between, and work that the service would not take. */
export function NeedsYouSection({ refused, questions }: NeedsYouProps) {
  const nameOf = useNames()
  const fileOf = useFiles(refused)
  if (refused.length + questions.length === 0) return null
  return (
    <Section title="Needs you" look="plain">
      <List label="Needs you">
        {questions.map((view) => {
          const asked = questionsOf(view)
          const [first] = asked
          return (
            <ListRow
              key={view.id}
              to={`/questions/${view.id}`}
              icon={<IconHelpCircle size={26} stroke={1.75} />}
              title={first ? aboutWhat(first, nameOf) : ''}
              detail={
                asked.length > 1 ? `and ${asked.length - 1} more to choose` : 'Two answers. Which is right?'
              }
              aside={<Pill tone="amber">Choose</Pill>}
            />
          )
        })}
        {refused.map((entry) => (
          <ListRow
            key={entry.change.id}
            to={`/sync/refused/${entry.change.id}`}
            icon={<IconArrowBackUp size={26} stroke={1.75} />}
            title={subjectOfChange(entry.change, fileOf, nameOf)}
            detail={`${changeWords(entry.change)}. ${refusalWords(entry.receipt?.reason).why}`}
            aside={
              <Pill tone="amber">{entry.receipt?.reason === 'declined' ? 'Left out' : 'Not taken'}</Pill>
            }
          />
        ))}
      </List>
    </Section>
  )
}
