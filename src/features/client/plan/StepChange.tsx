import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { withoutAction } from '#domain/plan/edits.ts'
import type { Action } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'
import classes from './Plan.module.css'
import { StepForm } from './StepForm.tsx'
import { usePlanSaving } from './usePlanSaving.ts'

export interface StepChangeProps {
  plan: View<'plan'>
  action: Action
  onDone: () => void
}

/** A step opened to be changed, or taken out of the plan. */
export function StepChange({ plan, action, onDone }: StepChangeProps) {
  const { takeOut } = usePlanSaving(plan)
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    room.current?.scrollIntoView({ block: 'nearest' })
    room.current?.focus({ preventScroll: true })
  }, [])
  const out = async () => {
    await takeOut(`“${action.what}”: taken out`, withoutAction(plan.body, action.id))
    onDone()
  }
  return (
    <div
      ref={room}
      role="group"
      tabIndex={-1}
      className={classes['form']}
      aria-label={`Change “${action.what}”`}
    >
      <StepForm plan={plan} action={action} onDone={onDone} />
      <div>
        <Button
          variant="subtle"
          px="sm"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => void out()}
        >
          Take this step out
        </Button>
      </div>
    </div>
  )
}
