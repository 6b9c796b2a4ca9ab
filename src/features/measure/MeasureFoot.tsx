import { Button } from '@mantine/core'
import { IconDeviceTablet } from '@tabler/icons-react'
import type { Instrument } from '#domain/measure/instrument.ts'
import type { Kept } from '#ui/formKeeper.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import turn from '#ui/Turn.module.css'
import classes from './Measure.module.css'

export interface MeasureFootProps {
  instrument: Instrument
  kept: Kept
  turn: boolean
  begun: boolean
  give: () => void
  leave: () => void
  discard: () => void
}

/** In whose words it is asked, always in sight; and the ways out. */
export function MeasureFoot({
  instrument,
  kept,
  turn: isTurn,
  begun,
  give,
  leave,
  discard,
}: MeasureFootProps) {
  return (
    <footer>
      <p className={turn['notice']}>{wordingWords(instrument)}</p>
      <div className={classes['foot']}>
        {isTurn ? (
          <Button variant="subtle" leftSection={<IconDeviceTablet size={20} aria-hidden />} onClick={give}>
            Give the tablet back
          </Button>
        ) : (
          <>
            <Button variant="subtle" onClick={leave}>
              Leave for now
            </Button>
            {begun && (
              <Button variant="subtle" onClick={discard}>
                Throw the answers away
              </Button>
            )}
            <KeptWords kept={kept} resumed={false} />
          </>
        )}
      </div>
    </footer>
  )
}

function wordingWords({ wording, notice }: Instrument): string {
  const words =
    wording.of === 'licensed'
      ? `In the publisher’s wording, licensed to ${wording.holder} (${wording.reference}).`
      : 'Short cues of our own, not the publisher’s wording.'
  return [words, notice].filter(Boolean).join(' ')
}
