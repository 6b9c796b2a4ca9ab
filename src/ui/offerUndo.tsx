import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp } from '@tabler/icons-react'

/** Says what was done, with a way back for a while: instead of asking "are you sure?" before it. */
export function offerUndo(done: string, undo: () => void | Promise<void>): void {
  const id = notifications.show({
    autoClose: 12_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{done}</span>
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          onClick={() => {
            notifications.hide(id)
            void undo()
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
}

/** A short word that something was done, where there is nothing to undo. */
export function tell(done: string): void {
  notifications.show({
    message: done,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
  })
}
