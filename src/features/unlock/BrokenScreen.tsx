import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { Doorway } from '#ui/Doorway.tsx'

type Fault = 'lost' | 'outdated' | 'unsupported'

const words: Record<Fault, { title: string; text: string; reload: boolean }> = {
  lost: {
    title: 'Doorstep lost touch with its storage',
    text: 'Reload to go on. If that does not help, close the browser and open it again. What you saved is kept on this device.',
    reload: true,
  },
  outdated: {
    title: 'A newer Doorstep is open',
    text: 'Another window on this device runs a newer version. Reload this one to get it too. Nothing is lost.',
    reload: true,
  },
  unsupported: {
    title: 'This browser cannot keep work',
    text: 'Doorstep has to store work on the device. Open it in an ordinary window, not a private one, of an up-to-date Chrome, Edge, Firefox or Safari.',
    reload: false,
  },
}

/** The device's database cannot be opened. */
export function BrokenScreen({ fault }: { fault: Fault }) {
  const { title, text, reload } = words[fault]
  return (
    <Doorway title={title}>
      <p>{text}</p>
      {reload && (
        <Button
          fullWidth
          leftSection={<IconRefresh size={20} aria-hidden />}
          onClick={() => window.location.reload()}
        >
          Reload
        </Button>
      )}
    </Doorway>
  )
}
