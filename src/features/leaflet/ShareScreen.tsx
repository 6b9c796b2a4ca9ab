import { Button, Modal } from '@mantine/core'
import { IconCopy, IconMail, IconMessage, IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { tell } from '#ui/offerUndo.tsx'
import classes from './Leaflet.module.css'
import type { Told } from './leafletWords.ts'
import { mailLink, shareText, smsLink } from './shareText.ts'

interface ShareScreenProps {
  services: readonly Told[]
  /** The service's name. */
  from: string
  opened: boolean
  close: () => void
  onShared: () => void
}

/** The text is read before it goes anywhere: it is about services and about nobody. */
export function ShareScreen({ services, from, opened, close, onShared }: ShareScreenProps) {
  const shared = () => {
    onShared()
    close()
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title="Share"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Ways text={shareText(services, from)} title={`Services for you, from ${from}`} shared={shared} />
    </Modal>
  )
}

function Ways({ text, title, shared }: { text: string; title: string; shared: () => void }) {
  const [refused, setRefused] = useState(false)
  const copy = async () => {
    const done = await handedOver(() => navigator.clipboard.writeText(text))
    if (done === 'refused') return setRefused(true)
    tell('Copied.')
    shared()
  }
  const share = async () => {
    const done = await handedOver(() => navigator.share({ title, text }))
    if (done === 'refused') setRefused(true)
    if (done === 'done') shared()
  }
  return (
    <>
      <div className={classes['actions']}>
        {canShare(text) && (
          <Button leftSection={<IconShare size={20} aria-hidden />} onClick={() => void share()}>
            Share…
          </Button>
        )}
        <Button
          component="a"
          href={smsLink(text)}
          variant="default"
          leftSection={<IconMessage size={20} aria-hidden />}
          onClick={shared}
        >
          Text message
        </Button>
        <Button
          component="a"
          href={mailLink(title, text)}
          variant="default"
          leftSection={<IconMail size={20} aria-hidden />}
          onClick={shared}
        >
          Email
        </Button>
        <Button
          variant="default"
          leftSection={<IconCopy size={20} aria-hidden />}
          onClick={() => void copy()}
        >
          Copy
        </Button>
      </div>
      {refused && (
        <p role="alert">
          This device does not allow that. Hold a finger on the text below to copy it by hand.
        </p>
      )}
      <h2 className={classes['small']}>What is sent. It names nobody.</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll, so the keyboard must reach it */}
      <div className={classes['text']} role="region" aria-label="The text" tabIndex={0}>
        {text}
      </div>
    </>
  )
}

/** Absent in some browsers, whatever its type says. */
function canShare(text: string): boolean {
  return 'share' in navigator && (!('canShare' in navigator) || navigator.canShare({ text }))
}

/** `left`: the person thought better of it. `refused`: the device doesn't allow it, and the other ways are still there. */
async function handedOver(way: () => Promise<void>): Promise<'done' | 'left' | 'refused'> {
  try {
    await way()
    return 'done'
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault
    return fault.name === 'AbortError' ? 'left' : 'refused'
  }
}
