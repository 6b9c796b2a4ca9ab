import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { dueBy, withoutAction } from '#domain/plan/edits.ts'
import type { Action } from '#domain/plan/steps.ts'
import { useWorkspace } from '#store/react.ts'
import { formatDay } from '#ui/dates.ts'
import { SoonField } from '#ui/SoonField.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import classes from './Plan.module.css'
import { usePlan } from './usePlan.ts'

/** One step: what, who, and by when. */
export function ActionCard({ action }: { action: Action }) {
  const { draft } = useVisitWork()
  const { write, takeOut } = usePlan()
  const set = (change: (action: Action) => Action, pace: 'now' | 'typing' = 'now') =>
    write(
      (now) => ({
        ...now,
        actions: now.actions.map((each) => (each.id === action.id ? change(each) : each)),
      }),
      pace,
    )
  const say = (part: Partial<Action>, pace: 'now' | 'typing' = 'now') =>
    set((each) => ({ ...each, ...part }), pace)
  const fromBefore = draft.seen.plan?.body.actions?.some(({ id }) => id === action.id) ?? false
  const [open, setOpen] = useState(!fromBefore)
  return (
    <div className={classes['action']}>
      {open ? (
        <>
          <div className={classes['line']}>
            <TextInput
              id={`plan-${action.id}`}
              label="Step"
              value={action.what}
              autoComplete="off"
              onChange={(event) => say({ what: event.currentTarget.value }, 'typing')}
            />
            <Button
              variant="subtle"
              px="sm"
              aria-label={`Take out this step: ${action.what}`}
              onClick={() => takeOut('The step', (now) => withoutAction(now, action.id))}
            >
              <IconTrash size={20} aria-hidden />
            </Button>
          </div>
          <div className={classes['whoWhen']}>
            <Who who={action.who} set={(who, pace) => say({ who }, pace)} />
            <SoonField
              label="By when"
              value={action.by ?? ''}
              onChange={(by, pace) => set((each) => dueBy(each, by), pace)}
            />
          </div>
        </>
      ) : (
        <Agreed action={action} change={() => setOpen(true)} />
      )}
      {fromBefore && (
        <NativeSelect
          label="How far"
          value={action.status}
          data={statuses}
          onChange={(event) => say({ status: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

/** A step of an earlier visit, to be looked at rather than typed again. */
function Agreed({ action: { what, who, by }, change }: { action: Action; change: () => void }) {
  return (
    <div className={classes['agreed']}>
      <div>
        <p className={classes['what']}>{what}</p>
        <p className={classes['quiet']}>
          {who}
          {by && `, by ${formatDay(by)}`}
        </p>
      </div>
      <Button variant="subtle" size="compact-md" aria-label={`Change the step: ${what}`} onClick={change}>
        Change
      </Button>
    </div>
  )
}

const statuses = [
  { value: 'to-do', label: 'To do' },
  { value: 'doing', label: 'Under way' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
]

const SOMEBODY_ELSE = ''

function Who({ who, set }: { who: string; set: (who: string, pace?: 'now' | 'typing') => void }) {
  const { name } = useVisitWork()
  const { person } = useWorkspace()
  const offered = [person.name, name, 'Family or a friend']
  const other = !offered.includes(who)
  return (
    <div>
      <NativeSelect
        label="Who"
        value={other ? SOMEBODY_ELSE : who}
        data={[
          { value: person.name, label: 'Me' },
          { value: name, label: name },
          { value: 'Family or a friend', label: 'Family or a friend' },
          { value: SOMEBODY_ELSE, label: 'Somebody else…' },
        ]}
        onChange={(event) => set(event.currentTarget.value)}
      />
      {other && (
        <TextInput
          mt="xs"
          label="Who is it?"
          value={who}
          autoComplete="off"
          onChange={(event) => set(event.currentTarget.value, 'typing')}
        />
      )}
    </div>
  )
}
