import type { InstrumentItem } from '#domain/measure/instrument.ts'
import { Choices } from './Choices.tsx'
import { NumberRow } from './NumberRow.tsx'
import { OneAtATime, type OneAtATimeProps } from './OneAtATime.tsx'

export interface MeasureQuestionProps {
  item: InstrumentItem
  at: number
  count: number
  recall: string | undefined
  answer: number | null
  say: (answer: number | null) => void
  go: (at: number) => void
  heading?: OneAtATimeProps['heading']
}

/** More answers than this are a row of numbers. */
const FEW = 7

/** One question of a measure in large type. It may be left out; then there is no total, and the end says so. */
export function MeasureQuestion({ item, at, count, recall, answer, say, go, heading }: MeasureQuestionProps) {
  return (
    <OneAtATime
      at={at}
      count={count}
      when={recall && `About ${recall}`}
      answered={answer !== null}
      go={go}
      {...(heading ? { heading } : {})}
    >
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
    </OneAtATime>
  )
}
