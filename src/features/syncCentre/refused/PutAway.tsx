import { Button } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'

/** The service has it, and a manager decides or has decided: only the copy on this device goes. */
export function PutAway({ onPutAway }: { onPutAway: () => void }) {
  return (
    <div>
      <p>You can put your copy away. The service keeps what you wrote, and the manager still sees it.</p>
      <Button variant="default" leftSection={<IconEyeOff size={20} aria-hidden />} onClick={onPutAway}>
        Put it away
      </Button>
    </div>
  )
}
