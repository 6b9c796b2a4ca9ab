import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { newId } from '#store/ids.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import { wordOf } from '#words/records/fields.ts'
import type { FieldWord } from '#words/records/shape.ts'
import { sentence } from '#words/sentence.ts'
import classes from './Entry.module.css'
import type { Asked, FieldAsked } from './entryFields.ts'
import { elementFieldId } from './entryForm.ts'
import { OneField } from './OneField.tsx'

type Element = Record<string, string>

interface ElementsFieldProps {
  field: string
  word: FieldWord
  asked: Extract<FieldAsked, { as: 'list' }>
  elements: readonly Element[]
  onChange: (elements: Element[]) => void
  problems: readonly FieldProblem[]
}

/** Several of a kind: phone numbers, times, places. */
export function ElementsField({ field, word, asked, elements, onChange, problems }: ElementsFieldProps) {
  const one = word.shape.as === 'list' ? word.shape.one : word.label
  const begin = () => ({ ...asked.begin, id: newId() })
  return (
    <fieldset className={classes['elements']}>
      <legend>{sentence(word.label)}</legend>
      {elements.map((element, i) => (
        <ElementFields
          key={element['id']}
          {...{ field, word, asked, element, problems }}
          name={`${sentence(one)} ${i + 1}`}
          onChange={(next) => onChange(elements.map((each) => (each === element ? next : each)))}
          onRemove={() => onChange(elements.filter((each) => each !== element))}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange([...elements, begin()])}
        >
          {`Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`}
        </Button>
      </div>
    </fieldset>
  )
}

interface ElementFieldsProps extends Omit<ElementsFieldProps, 'elements' | 'onChange'> {
  element: Element
  name: string
  onChange: (element: Element) => void
  onRemove: () => void
}

function ElementFields({
  field,
  word,
  asked,
  element,
  name,
  onChange,
  onRemove,
  problems,
}: ElementFieldsProps) {
  const said = Object.entries(asked.fields)
  const render = ([inner, one]: [string, Asked]) => {
    const id = elementFieldId(field, element['id'] ?? '', inner)
    const words = word.shape.as === 'list' ? wordOf(word.shape.fields, inner).label : inner
    return (
      <OneField
        key={inner}
        id={id}
        label={sentence(words)}
        asked={one}
        value={element[inner] ?? ''}
        onChange={(value) => onChange({ ...element, [inner]: value })}
        error={problems.find((problem) => problem.field === id)?.text}
      />
    )
  }
  const more = said.filter(([, one]) => one.more)
  return (
    <fieldset className={classes['element']} aria-label={name}>
      {said.filter(([, one]) => !one.more).map(render)}
      {more.length > 0 && (
        <details
          className={classes['more']}
          {...(isNeeded(more, element, problems, field) ? { open: true } : {})}
        >
          <summary>More about it</summary>
          {more.map(render)}
        </details>
      )}
      <div>
        <Button
          variant="subtle"
          leftSection={<IconTrash size={20} aria-hidden />}
          aria-label={`Take out: ${name}`}
          onClick={onRemove}
        >
          Take out
        </Button>
      </div>
    </fieldset>
  )
}

/** Something has to be put right in there. */
function isNeeded(
  more: [string, Asked][],
  element: Element,
  problems: readonly FieldProblem[],
  field: string,
) {
  const ids = more.map(([inner]) => elementFieldId(field, element['id'] ?? '', inner))
  return problems.some((problem) => problem.field !== undefined && ids.includes(problem.field))
}
