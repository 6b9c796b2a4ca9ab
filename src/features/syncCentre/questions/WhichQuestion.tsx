import { Button } from '@mantine/core'
import { IconCheck, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { type Json, sameJson } from '#domain/json.ts'
import { writerAt } from '#domain/record/record.ts'
import { useWorkspace } from '#store/react.ts'
import { formatMoment } from '#ui/dates.ts'
import { useNames } from '../wording/names.ts'
import { readOut, shapeOfPath } from '#words/records/value.ts'
import { AnotherValue } from './AnotherValue.tsx'
import { choicesOf, type Question } from './question.ts'
import type { Settling } from './useSettling.ts'
import classes from './WhichQuestion.module.css'

/** The values beside each other, with who said each and when. One tap settles it for everybody. */
export function WhichQuestion({ question, settling }: { question: Question; settling: Settling }) {
  const nameOf = useNames()
  const [writing, setWriting] = useState(false)
  const { view, path, others } = question
  const shape = shapeOfPath(view.kind, path)
  const before = readOut(others[0]?.from, shape, nameOf)
  const choices = choicesOf(question)
  return (
    <>
      <ul className={classes['choices']}>
        {choices.map((value) => (
          <li key={JSON.stringify(value)} className={classes['choice']}>
            <p className={classes['value']}>{readOut(value, shape, nameOf) || <em>Left empty</em>}</p>
            <SaidBy question={question} value={value} />
            <Button
              fullWidth
              leftSection={<IconCheck size={20} aria-hidden />}
              loading={settling.saving}
              onClick={() => settling.choose(question, value)}
            >
              This is right
            </Button>
          </li>
        ))}
      </ul>
      {before && <p className={classes['before']}>Before both, it said: {before.replaceAll('\n', ', ')}</p>}
      {writing ? (
        <AnotherValue
          shape={shape}
          choices={choices}
          saving={settling.saving}
          onUse={(value) => settling.choose(question, value)}
          onCancel={() => setWriting(false)}
        />
      ) : (
        canBeWritten(shape.as, choices) && (
          <Button
            variant="default"
            leftSection={<IconPencil size={20} aria-hidden />}
            onClick={() => setWriting(true)}
          >
            Neither: write it
          </Button>
        )
      )}
    </>
  )
}

function SaidBy({ question: { view, path, now, others }, value }: { question: Question; value: Json }) {
  const nameOf = useNames()
  const { person } = useWorkspace()
  const said = (by: string, at: string) =>
    `${by === person.id ? 'You' : (nameOf('staff', by) ?? 'Somebody')}, ${formatMoment(at)}`
  const writer = sameJson(value, now) ? writerAt(view, path) : null
  const lines = [
    ...(writer ? [said(writer.by, writer.at)] : []),
    ...(sameJson(value, now) && !writer ? ['As it stands now'] : []),
    ...others.filter(({ to }) => sameJson(to, value)).map(({ by, at }) => said(by, at)),
  ]
  return (
    <p className={classes['who']}>
      {[...new Set(lines)].map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  )
}

/** Words and days can be written anew; of everything else one of the values is chosen, and edited in its own place. */
function canBeWritten(as: string, choices: Json[]): boolean {
  return (
    (as === 'text' || as === 'day') && choices.every((value) => value === null || typeof value === 'string')
  )
}
