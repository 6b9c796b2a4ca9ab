import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { labelOf } from '#domain/form/options.ts'
import type { Value } from '#domain/form/value.ts'
import classes from './Choices.module.css'

/** Takes words that the options don't have. What is typed counts as soon as the field is left: nothing to forget. */
export function OwnWords({ label, add }: { label: string; add: (words: string) => void }) {
  const [typed, setTyped] = useState('')
  const take = () => {
    if (typed.trim() === '') return
    add(typed.trim())
    setTyped('')
  }
  return (
    <div className={classes['own']}>
      <TextInput
        label={label}
        styles={{ label: { fontWeight: 400, fontSize: '1rem', color: 'var(--quiet)' } }}
        value={typed}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take()
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={20} aria-hidden />}
        onClick={take}
        aria-label={`Add: ${label}`}
      >
        Add
      </Button>
    </div>
  )
}

export function SaidInOwnWords({ value, remove }: { value: Value; remove: () => void }) {
  const words = labelOf(value)
  return (
    <span className={classes['ownWords']}>
      {words}
      <ActionIcon aria-label={`Take off: ${words}`} onClick={remove}>
        <IconX size={20} aria-hidden />
      </ActionIcon>
    </span>
  )
}
