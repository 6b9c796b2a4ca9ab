import { Fieldset, Group, Input, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { isDay } from './dates.ts'

export interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`, or what was typed so far (`31/2/1950`), or empty. */
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | null
  required?: boolean
  /** The id of the first box, for an error summary. */
  id?: string
  birth?: boolean
}

interface Parts {
  day: string
  month: string
  year: string
}

/** Three boxes. A day that exists is given as `YYYY-MM-DD`, anything else as typed, so that nothing typed is lost. */
export function DayField({ label, value, onChange, hint, error, required, id, birth }: DayFieldProps) {
  const made = useId()
  const first = id ?? made
  const [typed, setTyped] = useState<{ parts: Parts; value: string }>({ parts: partsOf(value), value })
  const parts = typed.value === value ? typed.parts : partsOf(value)
  const type = (change: Partial<Parts>) => {
    const next = { ...parts, ...change }
    const joined = joinParts(next)
    setTyped({ parts: next, value: joined })
    onChange(joined)
  }
  const described = [hint && `${first}-hint`, error && `${first}-error`].filter(Boolean).join(' ')
  const box = { inputMode: 'numeric', size: 'md', 'aria-invalid': error ? true : undefined } as const
  return (
    <Fieldset
      variant="unstyled"
      legend={`${label}${required ? ' (needed)' : ''}`}
      aria-describedby={described || undefined}
      styles={{ legend: { fontSize: '1.125rem', fontWeight: 600, padding: 0 } }}
    >
      {hint && (
        <Input.Description id={`${first}-hint`} size="md">
          {hint}
        </Input.Description>
      )}
      {error && (
        <Input.Error id={`${first}-error`} size="md" my={4}>
          {error}
        </Input.Error>
      )}
      <Group gap="sm" align="end">
        <TextInput
          {...box}
          id={first}
          label="Day"
          w="4.25rem"
          maxLength={2}
          value={parts.day}
          error={Boolean(error)}
          autoComplete={birth ? 'bday-day' : 'off'}
          onChange={(event) => type({ day: event.currentTarget.value })}
        />
        <TextInput
          {...box}
          label="Month"
          w="4.75rem"
          maxLength={2}
          value={parts.month}
          error={Boolean(error)}
          autoComplete={birth ? 'bday-month' : 'off'}
          onChange={(event) => type({ month: event.currentTarget.value })}
        />
        <TextInput
          {...box}
          label="Year"
          w="6rem"
          maxLength={4}
          value={parts.year}
          error={Boolean(error)}
          autoComplete={birth ? 'bday-year' : 'off'}
          onChange={(event) => type({ year: event.currentTarget.value })}
        />
      </Group>
    </Fieldset>
  )
}

function partsOf(value: string): Parts {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []
  if (year) return { day: String(Number(day)), month: String(Number(month)), year }
  const [typedDay = '', typedMonth = '', typedYear = ''] = value.split('/')
  return { day: typedDay, month: typedMonth, year: typedYear }
}

function joinParts({ day, month, year }: Parts): string {
  if (!day && !month && !year) return ''
  const joined = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  return isDay(joined) ? joined : `${day}/${month}/${year}`
}
