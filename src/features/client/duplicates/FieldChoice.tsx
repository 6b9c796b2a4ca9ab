import { Radio } from '@mantine/core'
import type { FieldPair, Side } from '#domain/duplicates/sideBySide.ts'
import { canHoldBoth, saysNothing } from '#domain/duplicates/seenClient.ts'
import type { Written } from '#domain/record/record.ts'
import { formatMoment } from '#ui/dates.ts'
import type { Names } from '../useClientFile.ts'
import { labelOf, readField } from './fieldWords.ts'
import classes from './Pair.module.css'

type Writing = Written[string] | undefined

export interface FieldChoiceProps {
  pair: FieldPair
  /** Who wrote the value in the first and in the second file, where somebody has since the file began. */
  written: readonly [Writing, Writing]
  names: Names
  onChoose: (side: Side) => void
}

/** One field that the two files say differently. */
export function FieldChoice({ pair, written: [first, second], names, onChoose }: FieldChoiceProps) {
  const { field, a, b, choice } = pair
  const choose = (side: string) => onChoose(side === 'b' || side === 'both' ? side : 'a')
  return (
    <Radio.Group label={labelOf(field)} value={choice} onChange={choose} className={classes['field']}>
      <div className={classes['sides']}>
        <Option side="a" words={readField(field, a, names)} from={fromWords('First file', first, names)} />
        <Option side="b" words={readField(field, b, names)} from={fromWords('Second file', second, names)} />
        {canHoldBoth(field) && !saysNothing(a) && !saysNothing(b) && (
          <Option side="both" words="Both" from="All that either says" />
        )}
      </div>
    </Radio.Group>
  )
}

function Option({ side, words, from }: { side: Side; words: string; from: string }) {
  return (
    <Radio
      value={side}
      className={classes['option']}
      label={
        <>
          <span className={classes['value']}>{words === '' ? <em>Nothing</em> : words}</span>
          <span className={classes['from']}>{from}</span>
        </>
      }
    />
  )
}

function fromWords(file: string, written: Writing, names: Names): string {
  return written ? `${file}, ${names.staff(written.by)}, ${formatMoment(written.at)}` : file
}
