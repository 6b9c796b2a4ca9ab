import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconDeviceTablet } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { findItem, type FormView, type ItemView } from '#domain/form/openForm.ts'
import { isQuestion } from '#domain/form/questionnaire.ts'
import { useWorkspace } from '#store/react.ts'
import { EndTurn } from '#ui/EndTurn.tsx'
import { KeepFaultNotice } from './KeptState.tsx'
import { AnsweredAlready } from '#questions/AnsweredAlready.tsx'
import { OneAtATime } from '#questions/OneAtATime.tsx'
import { AskedQuestion } from '#questions/Questions.tsx'
import { useVisitWork } from './VisitWork.tsx'
import { scaleItems } from '#questions/isScale.ts'
import { ScaleNotice } from './wellbeing/WordingNotice.tsx'
import classes from '#ui/Turn.module.css'

type Part = 'matters' | 'wellbeing'

/** A welcome, one question at a time in large type, and a thank-you. */
export function ClientsTurn({ part, end }: { part: Part; end: () => Promise<void> }) {
  const { view } = useVisitWork()
  const questions = questionsOf(view, part)
  const [at, setAt] = useState(-1)
  const [ending, setEnding] = useState(false)
  const mainRef = useRef<HTMLElement>(null)
  useEffect(() => {
    mainRef.current?.focus()
    window.scrollTo({ top: 0 })
  }, [at])
  const question = questions[at]
  return (
    <div className={classes['turn']}>
      <main id="main" ref={mainRef} tabIndex={-1} className={classes['main']}>
        <KeepFaultNotice />
        {at < 0 && <Welcome part={part} count={questions.length} begin={() => setAt(0)} />}
        {question && (
          <OneAtATime
            key={question.linkId}
            at={at}
            count={questions.length}
            when={part === 'wellbeing' ? 'In the last two weeks' : undefined}
            answered={question.answered}
            go={setAt}
          >
            {question.readOnly ? (
              <AnsweredAlready item={question} />
            ) : (
              <AskedQuestion item={question} checked={false} />
            )}
          </OneAtATime>
        )}
        {at >= questions.length && (
          <Thanks back={() => setAt(questions.length - 1)} give={() => setEnding(true)} />
        )}
      </main>
      <footer>
        {part === 'wellbeing' && <ScaleNotice />}
        <div className={classes['foot']}>
          <Button
            variant="subtle"
            leftSection={<IconDeviceTablet size={20} aria-hidden />}
            onClick={() => setEnding(true)}
          >
            Give the tablet back
          </Button>
        </div>
      </footer>
      <EndTurn opened={ending} close={() => setEnding(false)} end={end} />
    </div>
  )
}

function questionsOf(view: FormView, part: Part): readonly ItemView[] {
  const group = findItem(view, part === 'wellbeing' ? 'wellbeing.wemwbs' : 'matters')
  if (!group) return []
  return scaleItems(group).filter((item) => item.enabled && isQuestion(item))
}

const welcome: Readonly<Record<Part, string>> = {
  matters: 'These questions are about what matters to you. Write as much or as little as you like.',
  wellbeing:
    'Think of the last two weeks. How often was each of these true for you? There are no right or wrong answers.',
}

function Welcome({ part, count, begin }: { part: Part; count: number; begin: () => void }) {
  const { name, draft } = useVisitWork()
  const licensed = part === 'wellbeing' ? draft.loaded?.pack.instructions : undefined
  return (
    <>
      <h1 className={classes['title']}>Your turn, {name}</h1>
      <p className={classes['words']}>{licensed ?? welcome[part]}</p>
      <p className={classes['words']}>{count} questions, one at a time. You can leave any of them out.</p>
      <div>
        <Button size="xl" rightSection={<IconArrowRight size={24} aria-hidden />} onClick={begin}>
          Begin
        </Button>
      </div>
    </>
  )
}

function Thanks({ back, give }: { back: () => void; give: () => void }) {
  const { person } = useWorkspace()
  return (
    <>
      <h1 className={classes['title']}>Thank you</h1>
      <p className={classes['words']}>Please hand the tablet back to {person.name}.</p>
      <div className={classes['steps']}>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconArrowLeft size={24} aria-hidden />}
          onClick={back}
        >
          Look again
        </Button>
        <Button size="lg" onClick={give}>
          Give it back
        </Button>
      </div>
    </>
  )
}
