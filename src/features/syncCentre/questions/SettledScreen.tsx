import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { reopenContested } from '#domain/change/write.ts'
import { useWorkspace } from '#store/react.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useSave } from '#ui/useSave.ts'
import { useNames } from '../wording/names.ts'
import { isWholeRecord, readOut, shapeOfPath } from '#words/records/value.ts'
import { aboutWhat, valueNow } from './question.ts'
import { type SettledQuestion, useSettled } from './useSettled.ts'

/** What people have chosen, so that a choice can be taken back. */
export function SettledScreen() {
  const settled = useSettled()
  const { save, saving, fault } = useSave()
  const again = async ({ view, path, changes, was }: SettledQuestion) => {
    const now = isWholeRecord(path) ? null : valueNow(view, path)
    const kept = await save([reopenContested(view, path, now, was === undefined ? now : was, changes)])
    if (kept) tell('The question is open again.')
  }
  return (
    <Page
      title="Settled questions"
      back={{ to: '/sync', label: 'Sync' }}
      lead="What people have chosen. A choice can be taken back."
    >
      <ErrorSummary problems={fault ? [{ text: keepFaultWords(fault) }] : []} />
      {!settled && <Loading />}
      {settled?.length === 0 && (
        <EmptyState icon={<IconCircleCheck size={40} stroke={1.5} />} title="Nothing has been settled yet">
          When two people answer differently, the question and the choice are kept here.
        </EmptyState>
      )}
      {settled && settled.length > 0 && (
        <List label="Settled questions">
          {settled.map((question) => (
            <SettledRow
              key={`${question.view.id} ${question.path} ${question.settledBy}`}
              question={question}
              saving={saving}
              onAgain={() => void again(question)}
            />
          ))}
        </List>
      )}
    </Page>
  )
}

interface SettledRowProps {
  question: SettledQuestion
  saving: boolean
  onAgain: () => void
}

function SettledRow({ question, saving, onAgain }: SettledRowProps) {
  const nameOf = useNames()
  const { person } = useWorkspace()
  const { view, path, by, at } = question
  const now = isWholeRecord(path)
    ? 'Kept'
    : readOut(valueNow(view, path), shapeOfPath(view.kind, path), nameOf)
  return (
    <ListRow
      title={aboutWhat(question, nameOf)}
      detail={
        <>
          <span>{now.replaceAll('\n', ', ') || 'Left empty'}</span>
          <br />
          <span>
            {by === person.id ? 'You' : (nameOf('staff', by) ?? 'Somebody')} chose, {formatMoment(at)}
          </span>
        </>
      }
      aside={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          loading={saving}
          onClick={onAgain}
        >
          Ask again
        </Button>
      }
    />
  )
}
