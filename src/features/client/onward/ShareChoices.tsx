import { Checkbox, Stack } from '@mantine/core'
import { shareable } from '#domain/onwardReferral/shared.ts'
import * as codes from '#words/codes.ts'

export interface ShareChoicesProps {
  name: string
  agreed: readonly string[]
  onChange: (agreed: string[]) => void
}

/** What a service may be told, one by one. How to talk with the person goes along always, so it is no choice. */
export function ShareChoices({ name, agreed, onChange }: ShareChoicesProps) {
  return (
    <Checkbox.Group
      label={`What has ${name} agreed to share?`}
      description="What to call them and how to talk with them goes along always: nobody can be referred without."
      value={[...agreed]}
      onChange={onChange}
    >
      <Stack gap="md" mt="sm">
        {shareable
          .filter((part) => part !== 'communication-needs')
          .map((part) => (
            <Checkbox key={part} value={part} size="md" label={codes.wordFor(codes.shared, part)} />
          ))}
      </Stack>
    </Checkbox.Group>
  )
}
