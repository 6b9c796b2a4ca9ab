import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { bydayOf, type Weekday, weekdays, weekdaysIn } from './weekdays.ts'

const dayWords: Record<Weekday, string> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
}

const places = [
  { value: '', label: 'Each week' },
  { value: '1', label: 'First of the month' },
  { value: '2', label: 'Second of the month' },
  { value: '3', label: 'Third of the month' },
  { value: '4', label: 'Fourth of the month' },
  { value: '-1', label: 'Last of the month' },
]

interface WeekdaysFieldProps {
  id: string
  label: string
  value: string
  onChange: (byday: string) => void
}

/** On which days of the week. What a feed says beyond that stays as it is, and can be typed. */
export function WeekdaysField({ id, label, value, onChange }: WeekdaysFieldProps) {
  const read = weekdaysIn(value)
  if (!read) {
    return (
      <TextInput
        id={id}
        label={label}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  const { days, nth } = read
  return (
    <div>
      <Checkbox.Group
        id={id}
        label={label}
        value={days}
        onChange={(chosen) =>
          onChange(bydayOf({ nth, days: weekdays.filter((day) => chosen.includes(day)) }))
        }
      >
        <Group gap="sm" mt="xs">
          {weekdays.map((day) => (
            <Checkbox key={day} value={day} label={dayWords[day]} />
          ))}
        </Group>
      </Checkbox.Group>
      {days.length > 0 && (
        <NativeSelect
          mt="sm"
          maw="16rem"
          label="Which of them"
          data={places.some((place) => place.value === nth) ? places : [...places, nth]}
          value={nth}
          onChange={(event) => onChange(bydayOf({ days, nth: event.currentTarget.value }))}
        />
      )}
    </div>
  )
}
