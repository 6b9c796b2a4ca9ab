import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useRecords, useWorkspace } from '#store/react.ts'
import classes from './Caseload.module.css'
import { type Filter, shows, sorts, statuses } from './narrow.ts'
import { showWords, sortWords, statusWords } from './words.ts'

export interface FiltersProps {
  filter: Filter
  onChange: (change: Partial<Filter>) => void
}

export function Filters({ filter, onChange }: FiltersProps) {
  const { person } = useWorkspace()
  const practices = useRecords('practice') ?? []
  return (
    <div className={classes['filters']}>
      {person.role === 'coordinator' && (
        <SegmentedControl
          fullWidth
          aria-label="Whose files"
          value={filter.whose}
          onChange={(whose) => onChange({ whose: whose === 'team' ? 'team' : 'mine' })}
          data={[
            { value: 'mine', label: 'Mine' },
            { value: 'team', label: 'My team’s' },
          ]}
        />
      )}
      <div className={classes['selects']}>
        <Choose
          label="Show"
          value={filter.show}
          words={showWords}
          codes={shows}
          onChange={(show) => onChange({ show })}
        />
        <Choose
          label="Files"
          value={filter.status}
          words={statusWords}
          codes={statuses}
          onChange={(status) => onChange({ status })}
        />
        <NativeSelect
          label="Practice"
          value={filter.practice ?? ''}
          onChange={(event) => onChange({ practice: event.currentTarget.value || null })}
          data={[
            { value: '', label: 'Every practice' },
            ...practices
              .map(({ id, body }) => ({ value: id, label: body.shortName ?? body.name }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          ]}
        />
        <Choose
          label="Order"
          value={filter.sort}
          words={sortWords}
          codes={sorts}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
    </div>
  )
}

interface ChooseProps<Code extends string> {
  label: string
  value: Code
  codes: readonly Code[]
  words: Record<Code, string>
  onChange: (code: Code) => void
}

function Choose<Code extends string>({ label, value, codes, words, onChange }: ChooseProps<Code>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => {
        const chosen = codes.find((code) => code === event.currentTarget.value)
        if (chosen) onChange(chosen)
      }}
      data={codes.map((code) => ({ value: code, label: words[code] }))}
    />
  )
}
