import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { actionStatuses } from '#domain/plan/board.ts'
import { type Action, withActionStatus } from '#domain/plan/steps.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import * as codes from '#words/codes.ts'
import classes from './Plan.module.css'
import { usePlanSaving } from './usePlanSaving.ts'

export interface MoveStepProps {
  plan: View<'plan'>
  action: Action
  onMoved?: (action: string, to: string) => void
}

/** How far a step is, and the way to move it on: two taps, or Enter and the arrow keys. */
export function MoveStep({ plan, action, onMoved }: MoveStepProps) {
  const { set, saving, fault } = usePlanSaving(plan)
  const { id, what, status } = action
  const now = codes.wordFor(codes.actionStatus, status) ?? status
  const move = async (next: Action['status']) => {
    const after = withActionStatus(plan.body, id, next)
    if (await set(`“${what}”: ${codes.wordFor(codes.actionStatus, next)}`, after)) onMoved?.(id, next)
  }
  return (
    <>
      <Menu position="bottom-start" returnFocus>
        <Menu.Target>
          <Button
            data-move={id}
            variant="default"
            loading={saving}
            rightSection={<IconChevronDown size={18} aria-hidden />}
            aria-label={`“${what}” is ${now.toLowerCase()}. Move it`}
          >
            {now}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {actionStatuses.map((each) => (
            <Menu.Item
              key={each}
              disabled={each === status}
              className={classes['menuItem']}
              leftSection={each === status ? <IconCheck size={18} aria-hidden /> : null}
              onClick={() => void move(each)}
            >
              {codes.wordFor(codes.actionStatus, each)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {fault && <p role="alert">{keepFaultWords(fault)}</p>}
    </>
  )
}
