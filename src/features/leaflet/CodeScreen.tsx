import { Button, Modal } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { QrCode } from '#ui/QrCode.tsx'
import classes from './Leaflet.module.css'
import type { Told } from './leafletWords.ts'

interface CodeScreenProps {
  services: readonly Told[]
  opened: boolean
  close: () => void
}

/** One QR code at a time, as large as the screen, for the phone of whoever sits opposite. */
export function CodeScreen({ services, opened, close }: CodeScreenProps) {
  return (
    <Modal
      fullScreen
      opened={opened}
      onClose={close}
      title="For their own phone"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Codes services={services} />
    </Modal>
  )
}

function Codes({ services }: { services: readonly Told[] }) {
  const [at, setAt] = useState(0)
  const service = services[at]
  if (!service) return null
  return (
    <div className={classes['bigCode']}>
      <h2 aria-live="polite">{service.name}</h2>
      <p>Open the camera of the phone and hold it over this.</p>
      <QrCode
        text={service.address}
        label={`QR code. It opens the page about ${service.name}: ${service.address}`}
        className={classes['bigQr']}
      />
      <p className={classes['quiet']}>{service.address}</p>
      {services.length > 1 && (
        <div className={classes['turning']}>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={20} aria-hidden />}
            disabled={at === 0}
            onClick={() => setAt(at - 1)}
          >
            Back
          </Button>
          <span>
            {at + 1} of {services.length}
          </span>
          <Button
            variant="default"
            rightSection={<IconArrowRight size={20} aria-hidden />}
            disabled={at === services.length - 1}
            onClick={() => setAt(at + 1)}
          >
            Next
          </Button>
        </div>
      )}
    </div>
  )
}
