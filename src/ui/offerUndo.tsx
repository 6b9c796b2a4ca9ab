import { Button, Group } from '@mantine/core'
import { type NotificationData, notifications } from '@mantine/notifications'
import { IconArrowBackUp } from '@tabler/icons-react'

/** Says what was done, with a way back for a while: instead of asking "are you sure?" before it. */
export function offerUndo(done: string, undo: () => void | Promise<void>): void {
  say({
    autoClose: 12_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{done}</span>
        <Button
          variant="light"
          flex="none"
          size="compact-md"
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          onClick={() => {
            notifications.hide(LAST)
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
  say({ message: done, autoClose: 5000 })
}

/** One place for the last thing done: a new word takes the place of the one before, so an Undo never has to queue. */
const LAST = 'last-done'

function say(notification: NotificationData): void {
  notifications.hide(LAST)
  notifications.show({
    ...notification,
    id: LAST,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
  })
}
