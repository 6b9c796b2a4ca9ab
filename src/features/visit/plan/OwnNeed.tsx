import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '#store/ids.ts'
import { areas } from './areas.ts'
import classes from './Plan.module.css'
import { usePlan } from './usePlan.ts'

/** A need that no question brought up. */
export function OwnNeed() {
  const { write } = usePlan()
  const [area, setArea] = useState(areas[0]?.area ?? '')
  const [need, setNeed] = useState('')
  const add = () => {
    if (need.trim() === '') return
    write((plan) => ({ ...plan, needs: [...plan.needs, { id: newId(), area, need: need.trim() }] }))
    setNeed('')
  }
  return (
    <section aria-labelledby="plan-own-need">
      <h2 id="plan-own-need" className={classes['heading']}>
        Another need
      </h2>
      <div className={classes['whoWhen']}>
        <TextInput
          label="What is needed"
          value={need}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => setNeed(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
          onBlur={(event) => leavesForm(event) && add()}
        />
        <NativeSelect
          label="Area of life"
          value={area}
          data={areas.map((each) => ({ value: each.area, label: each.title }))}
          onChange={(event) => setArea(event.currentTarget.value)}
        />
      </div>
      <Button variant="default" mt="sm" leftSection={<IconPlus size={20} aria-hidden />} onClick={add}>
        Add need
      </Button>
    </section>
  )
}

/** Going on to the area or the button beside it isn't leaving; anything else takes what was typed along. */
function leavesForm({ relatedTarget, currentTarget }: React.FocusEvent): boolean {
  const section = currentTarget.closest('section')
  return !(relatedTarget instanceof Node && section?.contains(relatedTarget))
}
