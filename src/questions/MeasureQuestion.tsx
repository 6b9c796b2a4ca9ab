import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { InstrumentItem } from '#domain/measure/instrument.ts'
import turn from '#ui/Turn.module.css'
import { Choices } from './Choices.tsx'
import { NumberRow } from './NumberRow.tsx'

export interface MeasureQuestionProps {
  item: InstrumentItem
  at: number
  count: number
  recall: string | undefined
  answer: number | null
  say: (answer: number | null) => void
  go: (at: number) => void
  /** `h1` on a screen of its own; `h3` in a preview. */
  heading?: 'h1' | 'h3'
}

/** More answers than this are a row of numbers. */
const FEW = 7

/** One question of a measure in large type. It may be left out; then there is no total, and the end says so. */
export function MeasureQuestion({
  item,
  at,
  count,
  recall,
  answer,
  say,
  go,
  heading: Heading = 'h1',
}: MeasureQuestionProps) {
  return (
    <>
      <Heading className={turn['at']}>
        Question {at + 1} of {count}
        {recall && <span className={turn['when']}>About {recall}</span>}
      </Heading>
      <div className={turn['question']}>
        {item.answers.length > FEW ? (
          <NumberRow item={item} answer={answer} say={say} />
        ) : (
          <Choices
            id={`question-${at}`}
            legend={item.words}
            choices={item.answers.map(({ score, words }) => ({
              key: String(score),
              label: words,
              chosen: answer === score,
              choose: () => say(score),
            }))}
            clear={answer === null ? undefined : () => say(null)}
          />
        )}
      </div>
      <div className={turn['steps']}>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconArrowLeft size={24} aria-hidden />}
          onClick={() => go(at - 1)}
        >
          Back
        </Button>
        <Button
          size="lg"
          variant={answer === null ? 'default' : 'filled'}
          rightSection={<IconArrowRight size={24} aria-hidden />}
          onClick={() => go(at + 1)}
        >
          {answer === null ? 'Leave out' : 'Next'}
        </Button>
      </div>
    </>
  )
}
