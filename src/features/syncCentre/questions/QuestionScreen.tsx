import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link, useParams } from 'react-router'
import { useQuestions, useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { useNames } from '../wording/names.ts'
import { placeOf, subjectOf } from '../wording/subject.ts'
import { asked, type Question, questionsOf } from './question.ts'
import { RemovalQuestion } from './RemovalQuestion.tsx'
import { RemovedQuestion } from './RemovedQuestion.tsx'
import { type Settling, useSettling } from './useSettling.ts'
import { WhichQuestion } from './WhichQuestion.tsx'

const back = { to: '/sync', label: 'Sync' }

/** What two people said differently about one record, put as a question. */
export function QuestionScreen() {
  const { recordId } = useParams()
  const waiting = useQuestions()
  const nameOf = useNames()
  const { person } = useWorkspace()
  const settling = useSettling()
  if (!waiting) return <Loading />
  const view = waiting.find(({ id }) => id === recordId)
  if (!view) return <Settled next={waiting[0]?.id} />
  const questions = questionsOf(view)
  const [only] = questions
  const title =
    questions.length === 1 && only
      ? asked(only, nameOf)
      : `${questions.length} questions: ${subjectOf(view, nameOf)}`
  const place = placeOf(view, person.role)
  return (
    <Page title={title} tabName="Question" back={back}>
      <ErrorSummary
        title="Not settled yet"
        problems={settling.fault ? [{ text: keepFaultWords(settling.fault) }] : []}
      />
      {questions.map((question) => (
        <div key={question.path}>
          {questions.length > 1 && <h2>{asked(question, nameOf)}</h2>}
          <Asked question={question} settling={settling} />
        </div>
      ))}
      {place && !view.deleted && (
        <Button component={Link} to={place} variant="subtle" mt="md">
          Look at the whole of it first
        </Button>
      )}
    </Page>
  )
}

function Asked({ question, settling }: { question: Question; settling: Settling }) {
  switch (question.ask) {
    case 'which':
      return <WhichQuestion question={question} settling={settling} />
    case 'removal':
      return <RemovalQuestion question={question} settling={settling} />
    case 'removed':
      return <RemovedQuestion question={question} settling={settling} />
  }
}

function Settled({ next }: { next: string | undefined }) {
  return (
    <Page title="Nothing to choose here any more" back={back}>
      <EmptyState
        icon={<IconCircleCheck size={40} stroke={1.5} />}
        title="This has been settled"
        action={
          next === undefined ? (
            <Button component={Link} to="/sync">
              Back to Sync
            </Button>
          ) : (
            <Button component={Link} to={`/questions/${next}`}>
              Go to the next question
            </Button>
          )
        }
      >
        Somebody has chosen, on this device or on another.
      </EmptyState>
    </Page>
  )
}
