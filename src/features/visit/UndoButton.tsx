import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'

export function UndoButton({ undo }: { undo: () => void }) {
  return (
    <Button
      variant="default"
      size="compact-md"
      mt="xs"
      leftSection={<IconArrowBackUp size={20} aria-hidden />}
      onClick={undo}
    >
      Undo
    </Button>
  )
}
