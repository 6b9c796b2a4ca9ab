import { NativeSelect, SegmentedControl } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
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
      <details className={classes['more']} open={isNarrowed(filter)}>
        <summary>
          <IconAdjustmentsHorizontal size={20} aria-hidden />
          {summaryWords(filter)}
        </summary>
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
                .toSorted((a, b) => a.label.localeCompare(b.label)),
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
      </details>
    </div>
  )
}

/** A choice that is not the usual one stays in sight, so that nobody wonders where a file went. */
function isNarrowed({ show, status, practice, sort }: Filter): boolean {
  return show !== 'everything' || status !== 'active' || practice !== null || sort !== 'next'
}

function summaryWords({ status, sort }: Filter): string {
  return `${statusWords[status]}, ${sortWords[sort].toLowerCase()}`
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
