import { Button } from '@mantine/core'
import { IconPrinter, IconQrcode, IconShare } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { CodeScreen } from './CodeScreen.tsx'
import classes from './Leaflet.module.css'
import type { OnPaper } from './Paper.tsx'
import { ShareScreen } from './ShareScreen.tsx'

/** The three ways in which it is handed over. `onGiven`: it was, as far as a device can tell. */
export function Actions({ on, onGiven }: { on: OnPaper; onGiven: () => void }) {
  const [open, setOpen] = useState<'codes' | 'share' | null>(null)
  const empty = on.services.length === 0
  useAfterPrint(onGiven)
  return (
    <div className={classes['actions']}>
      <Button
        leftSection={<IconPrinter size={20} aria-hidden />}
        disabled={empty}
        onClick={() => window.print()}
      >
        Print
      </Button>
      <Button
        variant="default"
        leftSection={<IconQrcode size={20} aria-hidden />}
        disabled={empty}
        onClick={() => setOpen('codes')}
      >
        Show the QR code
      </Button>
      <Button
        variant="default"
        leftSection={<IconShare size={20} aria-hidden />}
        disabled={empty}
        onClick={() => setOpen('share')}
      >
        Share
      </Button>
      <CodeScreen services={on.services} opened={open === 'codes'} close={() => setOpen(null)} />
      <ShareScreen
        services={on.services}
        from={on.service}
        opened={open === 'share'}
        close={() => setOpen(null)}
        onShared={onGiven}
      />
    </div>
  )
}

function useAfterPrint(printed: () => void) {
  const said = useEffectEvent(printed)
  useEffect(() => {
    const listener = () => said()
    window.addEventListener('afterprint', listener)
    return () => window.removeEventListener('afterprint', listener)
  }, [])
}
