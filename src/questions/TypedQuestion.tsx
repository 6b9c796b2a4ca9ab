import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ItemView } from '#domain/form/openForm.ts'
import type { Value } from '#domain/form/value.ts'
import { fieldId, problemInWords } from './problemWords.ts'
import classes from './Questions.module.css'
import { useSay } from './saying.ts'
import { TypedAnswer } from './TypedAnswer.tsx'

/** Everything that is typed. What doesn't fit yet, a half-typed number say, is kept as typed. */
export function TypedQuestion({ item, checked }: { item: ItemView; checked: boolean }) {
  const say = useSay()
  if (item.repeats) return <Several item={item} checked={checked} />
  return (
    <TypedAnswer
      item={item}
      id={fieldId(item.linkId)}
      label={item.text}
      value={item.answers[0]}
      error={problemInWords(item, checked)}
      onAnswer={(value) => say(item.linkId, value ? [value] : [], 'typing')}
    />
  )
}

/** As many answers as there are: an empty box for the next one is always there to be asked for. */
function Several({ item, checked }: { item: ItemView; checked: boolean }) {
  const say = useSay()
  const answers: readonly (Value | undefined)[] = item.answers.length > 0 ? item.answers : [undefined]
  const put = (at: number, value: Value | undefined) => {
    const next = answers.map((answer, i) => (i === at ? (value ?? blankOf(item)) : answer))
    say(
      item.linkId,
      next.filter((answer) => answer !== undefined),
      'typing',
    )
  }
  return (
    <fieldset className={classes['several']} id={`${fieldId(item.linkId)}-all`}>
      <legend>
        {item.text} {item.required && <span className={classes['needed']}>(needed)</span>}
      </legend>
      {answers.map((value, at) => (
        <div key={at} className={classes['one']}>
          <TypedAnswer
            item={item}
            id={at === 0 ? fieldId(item.linkId) : `${fieldId(item.linkId)}-${at}`}
            label={`${at + 1}.`}
            named={`${item.text}, answer ${at + 1}`}
            value={value}
            error={at === 0 ? problemInWords(item, checked) : undefined}
            onAnswer={(answer) => put(at, answer)}
          />
          {answers.length > 1 && (
            <ActionIcon
              variant="subtle"
              aria-label={`Take off answer ${at + 1}`}
              onClick={() =>
                say(
                  item.linkId,
                  item.answers.filter((_, i) => i !== at),
                )
              }
            >
              <IconX size={20} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={20} aria-hidden />}
        disabled={!item.answered}
        onClick={() => say(item.linkId, [...item.answers, blankOf(item)])}
      >
        Add another
      </Button>
    </fieldset>
  )
}

/** Nothing said yet, of the question's own kind as far as a blank has one. */
function blankOf(item: ItemView): Value {
  if (item.type === 'date' || item.type === 'dateTime') return { type: item.type, value: '' }
  return { type: 'string', value: '' }
}
