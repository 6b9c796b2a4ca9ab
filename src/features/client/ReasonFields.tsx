import { Radio, Textarea } from '@mantine/core'
import { z } from 'zod'
import classes from './ClientFile.module.css'

export const reasonSchema = z.object({ reason: z.string(), words: z.string() })
export type ReasonForm = z.infer<typeof reasonSchema>
export const noReason: ReasonForm = { reason: '', words: '' }

interface ReasonFieldsProps {
  legend: string
  reasons: readonly string[]
  form: ReasonForm
  onChange: (form: ReasonForm) => void
}

/** One tap on the usual reasons, and room for the person's own words. */
export function ReasonFields({ legend, reasons, form, onChange }: ReasonFieldsProps) {
  return (
    <>
      <Radio.Group
        id="field-reason"
        label={legend}
        value={form.reason}
        onChange={(reason) => onChange({ ...form, reason })}
      >
        <div className={classes['reasons']}>
          {reasons.map((reason) => (
            <Radio
              key={reason}
              value={reason}
              label={reason}
              classNames={{ label: classes['reason'] ?? '', body: classes['reasonBody'] ?? '' }}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label="In their own words, or yours"
        autosize
        minRows={2}
        autoComplete="off"
        value={form.words}
        onChange={(event) => onChange({ ...form, words: event.currentTarget.value })}
      />
    </>
  )
}
