import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { useId } from 'react'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import { newId } from '#store/ids.ts'
import { criterionWords, needWords } from '#words/eligibility.ts'
import classes from '../Service.module.css'
import { askedFor, speaksAgainst } from './catalogue.ts'
import { type GroupForm, isSameCriterion, type RulesForm } from './rulesForm.ts'

export interface CriteriaFieldsProps {
  form: RulesForm
  onChange: (part: Partial<RulesForm>) => void
}

/** Groups, each of which has to be fulfilled, and what speaks against somebody: chosen, never typed. */
export function CriteriaFields({ form: { groups, unless }, onChange }: CriteriaFieldsProps) {
  const set = (id: string, part: Partial<GroupForm>) =>
    onChange({ groups: groups.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  return (
    <div id="rules-groups" tabIndex={-1} className={classes['form']}>
      {groups.map((group, i) => (
        <Group
          key={group.id}
          group={group}
          number={i + 1}
          onChange={(part) => set(group.id, part)}
          onRemove={() => onChange({ groups: groups.filter(({ id }) => id !== group.id) })}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange({ groups: [...groups, { id: newId(), need: 'all', of: [] }] })}
        >
          {groups.length === 0 ? 'Add what has to be met' : 'Add another group that has to be met'}
        </Button>
      </div>
      <fieldset className={classes['number']}>
        <legend>Not suited if one of these is so</legend>
        <Chosen
          criteria={unless}
          offered={speaksAgainst}
          none="Nothing speaks against anybody."
          onChange={(next) => onChange({ unless: next })}
        />
      </fieldset>
    </div>
  )
}

interface GroupProps {
  group: GroupForm
  number: number
  onChange: (part: Partial<GroupForm>) => void
  onRemove: () => void
}

function Group({ group: { need, of }, number, onChange, onRemove }: GroupProps) {
  const counts = Array.from({ length: Math.max(of.length - 1, 0) }, (_, i) => i + 1)
  const offered = typeof need === 'number' && !counts.includes(need) ? [...counts, need] : counts
  return (
    <fieldset className={classes['number']}>
      <legend>{number === 1 ? 'What has to be met' : `And (group ${number})`}</legend>
      {(of.length > 1 || need !== 'all') && (
        <NativeSelect
          label="How many of these"
          maw="24rem"
          value={String(need)}
          onChange={({ currentTarget: { value } }) =>
            onChange({ need: value === 'all' ? 'all' : Number(value) })
          }
          data={[
            { value: 'all', label: 'All of these are needed' },
            ...offered.map((count) => ({
              value: String(count),
              label: needWords({ need: count, criteria: { length: Math.max(of.length, count + 1) } }),
            })),
          ]}
        />
      )}
      <Chosen
        criteria={of}
        offered={askedFor}
        none="Nothing yet."
        onChange={(next) => onChange({ of: next })}
      />
      <Button variant="subtle" leftSection={<IconTrash size={20} aria-hidden />} onClick={onRemove}>
        Take this group out
      </Button>
    </fieldset>
  )
}

interface ChosenProps {
  criteria: readonly Criterion[]
  offered: readonly Criterion[]
  none: string
  onChange: (next: Criterion[]) => void
}

function Chosen({ criteria, offered, none, onChange }: ChosenProps) {
  const id = useId()
  const left = offered.filter((one) => !criteria.some((chosen) => isSameCriterion(chosen, one)))
  return (
    <>
      {criteria.length === 0 ? (
        <p className={classes['quiet']}>{none}</p>
      ) : (
        <ul className={classes['chosen']}>
          {criteria.map((criterion) => (
            <li key={JSON.stringify(criterion)}>
              <span>{criterionWords(criterion)}</span>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={`Take out: ${criterionWords(criterion)}`}
                onClick={() => onChange(criteria.filter((one) => one !== criterion))}
              >
                <IconX size={20} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <NativeSelect
        id={id}
        label="Add a criterion"
        maw="32rem"
        value=""
        onChange={({ currentTarget: { value } }) => {
          const chosen = left.find((one) => JSON.stringify(one) === value)
          if (chosen) onChange([...criteria, chosen])
        }}
        data={[
          { value: '', label: 'Choose…' },
          ...left.map((one) => ({ value: JSON.stringify(one), label: criterionWords(one) })),
        ]}
      />
    </>
  )
}
