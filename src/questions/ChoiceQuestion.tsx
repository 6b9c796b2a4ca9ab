import type { ItemView } from '#domain/form/openForm.ts'
import { labelOf, optionFor, type Option } from '#domain/form/options.ts'
import { sameValue, type Value } from '#domain/form/value.ts'
import { useSay } from './saying.ts'
import { Choices } from './Choices.tsx'
import { OwnWords, SaidInOwnWords } from './OwnWords.tsx'
import { fieldId, problemInWords } from './problemWords.ts'

/** A choice of one or of several, with the person's own words where the form takes them. */
export function ChoiceQuestion({ item, checked }: { item: ItemView; checked: boolean }) {
  const say = useSay()
  const { linkId, options, answers, repeats } = item
  const own = answers.filter((value) => !optionFor(options, value))
  const set = (values: readonly Value[]) => say(linkId, values)
  return (
    <Choices
      id={fieldId(linkId)}
      legend={item.text}
      required={item.required}
      error={problemInWords(item, checked)}
      several={repeats}
      choices={options.map((option) => ({
        key: option.label,
        label: option.label,
        chosen: answers.some((value) => sameValue(value, option.value)),
        choose: (chosen) => set(repeats ? toggled(item, option, chosen) : [option.value]),
      }))}
      clear={!repeats && item.answered && !item.required ? () => set([]) : undefined}
      also={own.map((value, at) => (
        <SaidInOwnWords
          key={`${at} ${labelOf(value)}`}
          value={value}
          remove={() => set(answers.filter((other) => other !== value))}
        />
      ))}
    >
      {item.open && (
        <OwnWords
          label={repeats ? 'Something else, in their own words' : 'Or in their own words'}
          add={(words) => set(withOwnWords(item, words))}
        />
      )}
    </Choices>
  )
}

/** An option that stands alone puts the others aside, and they it. */
function toggled({ answers, options }: ItemView, option: Option, chosen: boolean): Value[] {
  const others = answers.filter((value) => !sameValue(value, option.value))
  if (!chosen) return others
  if (option.exclusive) return [option.value]
  return [...others.filter((value) => !optionFor(options, value)?.exclusive), option.value]
}

function withOwnWords({ answers, options, repeats }: ItemView, words: string): Value[] {
  const said: Value = { type: 'string', value: words }
  if (!repeats) return [said]
  if (answers.some((value) => sameValue(value, said))) return [...answers]
  return [...answers.filter((value) => !optionFor(options, value)?.exclusive), said]
}
