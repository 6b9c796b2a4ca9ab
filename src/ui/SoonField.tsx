import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '#domain/calendar/day.ts'
import { dayOf, formatDay } from './dates.ts'
import { DayField } from './DayField.tsx'

const atOnce = [
  { days: 1, label: 'Tomorrow' },
  { days: 3, label: 'In 3 days' },
]
const soon = [
  { days: 7, label: 'In a week' },
  { days: 14, label: 'In 2 weeks' },
  { days: 28, label: 'In 4 weeks' },
  { days: 91, label: 'In 3 months' },
]

export interface SoonFieldProps {
  label: string
  /** `YYYY-MM-DD`, or what was typed so far, or empty. */
  value: string
  /** `typing` while a day is being typed, `now` when one was chosen. */
  onChange: (day: string, pace: 'now' | 'typing') => void
  none?: string
  /** Offers tomorrow and the days after it too. */
  sooner?: boolean
}

/** A day to come: most often one of a few, else typed into three boxes. */
export function SoonField({
  label,
  value,
  onChange,
  none = 'No day agreed',
  sooner = false,
}: SoonFieldProps) {
  const [today] = useState(() => dayOf(new Date()))
  const offered = [...(sooner ? atOnce : []), ...soon].map(({ days, label: words }) => ({
    day: addDays(today, days),
    words,
  }))
  const [picking, setPicking] = useState(false)
  const other = picking || (value !== '' && !offered.some(({ day }) => day === value))
  return (
    <div>
      <NativeSelect
        label={label}
        value={other ? 'other' : value}
        data={[
          { value: '', label: none },
          ...offered.map(({ day, words }) => ({ value: day, label: `${words} (${formatDay(day)})` })),
          { value: 'other', label: 'Another day…' },
        ]}
        onChange={({ currentTarget: { value: chosen } }) => {
          setPicking(chosen === 'other')
          if (chosen !== 'other') onChange(chosen, 'now')
        }}
      />
      {other && (
        <div style={{ marginTop: '0.625rem' }}>
          <DayField label="Day" value={value} onChange={(day) => onChange(day, 'typing')} />
        </div>
      )}
    </div>
  )
}
