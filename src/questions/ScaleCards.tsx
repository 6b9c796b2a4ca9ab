import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ItemView } from '#domain/form/openForm.ts'
import { ChoiceQuestion } from './ChoiceQuestion.tsx'
import classes from './Scale.module.css'

/** One question of a scale at a time, for small screens. Begins at the first that isn't answered. */
export function ScaleCards({ questions }: { questions: readonly ItemView[] }) {
  const open = questions.findIndex((question) => !question.answered)
  const [at, setAt] = useState(Math.max(0, open))
  const card = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) card.current?.focus()
  }, [at])
  const go = (to: number) => {
    moved.current = true
    setAt(to)
  }
  const question = questions[at]
  if (!question) return null
  return (
    <div className={classes['card']} ref={card} tabIndex={-1}>
      <p className={classes['quiet']}>
        {at + 1} of {questions.length}
      </p>
      <ChoiceQuestion key={question.linkId} item={question} checked={false} />
      <div className={classes['steps']}>
        <Button
          variant="default"
          disabled={at === 0}
          leftSection={<IconArrowLeft size={20} aria-hidden />}
          onClick={() => go(at - 1)}
        >
          Back
        </Button>
        <Button
          variant={question.answered ? 'filled' : 'default'}
          disabled={at === questions.length - 1}
          rightSection={<IconArrowRight size={20} aria-hidden />}
          onClick={() => go(at + 1)}
        >
          {question.answered ? 'Next' : 'Skip'}
        </Button>
      </div>
    </div>
  )
}
