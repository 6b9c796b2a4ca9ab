import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Json } from '#domain/json.ts'
import { DayField } from '#ui/DayField.tsx'
import type { Shape } from '#words/records/shape.ts'

interface AnotherValueProps {
  shape: Shape
  choices: Json[]
  saving: boolean
  onUse: (value: string) => void
  onCancel: () => void
}

/** A third answer, begun with what both said, so that both can be kept. */
export function AnotherValue({ shape, choices, saving, onUse, onCancel }: AnotherValueProps) {
  const said = choices.filter((value) => typeof value === 'string')
  const [value, setValue] = useState(() => (shape.as === 'day' ? '' : said.join('\n')))
  return (
    <Stack gap="md">
      {shape.as === 'day' ? (
        <DayField label="What it should say" value={value} onChange={setValue} />
      ) : (
        <Textarea
          label="What it should say"
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          minRows={2}
        />
      )}
      <Group>
        <Button loading={saving} disabled={value.trim() === ''} onClick={() => onUse(value.trim())}>
          Use this
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
