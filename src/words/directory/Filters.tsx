import { NativeSelect, TextInput } from '@mantine/core'
import { memo, useMemo } from 'react'
import { countBy } from '#domain/directory/choose.ts'
import { type Criteria, timesOfDay } from '#domain/directory/criteria.ts'
import { weekdays } from '#domain/directory/openings.ts'
import { asked, type Choice } from '#domain/directory/wish.ts'
import { Toggles } from '#ui/Toggles.tsx'
import { accessFeature, need } from '../codes.ts'
import type { Directory } from './DirectoryReader.ts'
import classes from './Filters.module.css'
import { NearField } from './NearField.tsx'
import { languageName } from './serviceWords.ts'
import { costChoice, dayWords, timeWords, waitChoice, withinChoice } from './wishWords.ts'

export interface FiltersProps {
  directory: Directory
  choice: Choice
  onChange: (part: Partial<Choice>) => void
}

const days = (['today', ...weekdays.slice(1), 'SU'] as const).map(
  (day) => [day, day === 'today' ? dayWords[day] : dayWords[day].slice(0, 3)] as const,
)
const times = timesOfDay.map((time) => [time, timeWords[time]] as const)
const distances = amounts([1, 3, 5, 10], withinChoice)
const costs = amounts([0, 5, 10], costChoice)
const waits = amounts([2, 4, 8, 13, 26], waitChoice)

function amounts(
  numbers: readonly number[],
  words: (number: number) => string,
): readonly (readonly [string, string])[] {
  return numbers.map((number) => [String(number), words(number)] as const)
}

/** Everything by which services are narrowed besides words: large, to be hit by a thumb. */
export const Filters = memo(function Filters({ directory, choice, onChange }: FiltersProps) {
  const { criteria, near } = choice
  const set = (part: { [Name in keyof Criteria]?: Criteria[Name] | undefined }) =>
    onChange({ criteria: asked({ ...criteria, ...part }) })
  return (
    <div className={classes['filters']}>
      <Toggles
        legend="Help with"
        choices={Object.entries(need)}
        chosen={criteria.needs ?? []}
        onChange={(needs) => set({ needs })}
      />
      <NearField directory={directory} choice={choice} onChange={onChange} />
      {near !== null && (
        <Amount
          legend="How far"
          choices={distances}
          chosen={criteria.within}
          onChange={(within) => set({ within })}
        />
      )}
      <Toggles legend="Day" choices={days} chosen={criteria.days ?? []} onChange={(days) => set({ days })} />
      <Toggles
        legend="Time of day"
        choices={times}
        chosen={criteria.times ?? []}
        onChange={(times) => set({ times })}
      />
      <Amount legend="Cost" choices={costs} chosen={criteria.cost} onChange={(cost) => set({ cost })} />
      <Amount legend="Wait" choices={waits} chosen={criteria.wait} onChange={(wait) => set({ wait })} />
      <Toggles
        legend="Access"
        choices={Object.entries(accessFeature)}
        chosen={criteria.access ?? []}
        onChange={(access) => set({ access })}
      />
      <Toggles
        legend="Referrals"
        choices={[['open', 'Takes referrals now']]}
        chosen={criteria.referral ? ['open'] : []}
        onChange={(chosen) => set({ referral: chosen.length > 0 ? true : undefined })}
        single
      />
      <Selects directory={directory} criteria={criteria} set={set} />
    </div>
  )
})

interface AmountProps {
  legend: string
  choices: readonly (readonly [string, string])[]
  chosen: number | undefined
  onChange: (amount: number | undefined) => void
}

function Amount({ legend, choices, chosen, onChange }: AmountProps) {
  return (
    <Toggles
      legend={legend}
      choices={choices}
      chosen={chosen === undefined ? [] : [String(chosen)]}
      onChange={([amount]) => onChange(amount === undefined ? undefined : Number(amount))}
      single
    />
  )
}

interface SelectsProps {
  directory: Directory
  criteria: Criteria
  set: (part: { [Name in 'category' | 'language' | 'age']?: Criteria[Name] | undefined }) => void
}

/** What there is too much of for buttons. Languages are offered once a service says which it speaks. */
function Selects({ directory: { listings }, criteria, set }: SelectsProps) {
  const { kinds, languages } = useMemo(() => {
    const bodies = listings.map(({ body }) => body)
    return { kinds: countBy(bodies, 'categories'), languages: countBy(bodies, 'languages') }
  }, [listings])
  return (
    <div className={classes['selects']}>
      <NativeSelect
        label="Kind of service"
        value={criteria.category ?? ''}
        onChange={({ currentTarget: { value } }) => set({ category: value || undefined })}
        data={[
          { value: '', label: 'Every kind' },
          ...kinds.map(({ name, count }) => ({ value: name, label: `${name} (${count})` })),
        ]}
      />
      {languages.length > 0 && (
        <NativeSelect
          label="Language"
          value={criteria.language ?? ''}
          onChange={({ currentTarget: { value } }) => set({ language: value || undefined })}
          data={[
            { value: '', label: 'Any language' },
            ...languages.map(({ name, count }) => ({
              value: name,
              label: `${languageName(name)} (${count})`,
            })),
          ]}
        />
      )}
      <TextInput
        label="Age of the person"
        value={criteria.age ?? ''}
        onChange={({ currentTarget: { value } }) => set({ age: ageIn(value) })}
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
      />
    </div>
  )
}

function ageIn(typed: string): number | undefined {
  const digits = typed.replaceAll(/\D/g, '')
  return digits === '' ? undefined : Number(digits)
}
