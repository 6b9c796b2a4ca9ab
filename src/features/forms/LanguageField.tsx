import { NativeSelect } from '@mantine/core'
import type { Questionnaire } from '#domain/form/questionnaire.ts'
import { languagesOf } from '#domain/form/translation.ts'
import classes from './Forms.module.css'

/** The languages that the form has, by their own names; nothing where it has one only. */
export function LanguageField({
  form,
  value,
  onChange,
}: {
  form: Questionnaire
  value: string
  onChange: (language: string) => void
}) {
  const languages = languagesOf(form)
  if (languages.length === 0) return null
  return (
    <div className={classes['language']}>
      <NativeSelect
        label="Language of the questions"
        value={value}
        data={[
          { value: '', label: 'As written' },
          ...languages.map((code) => ({ value: code, label: nameOf(code) })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

/** A code that no browser knows is shown as it is. */
function nameOf(code: string): string {
  try {
    return new Intl.DisplayNames([code, 'en-GB'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
