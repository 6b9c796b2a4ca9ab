import { Button } from '@mantine/core'
import { IconArrowRight, IconDeviceTablet } from '@tabler/icons-react'
import type { Instrument } from '#domain/measure/instrument.ts'
import { type HowTaken, howTakenCodes } from '#domain/measure/wemwbs.ts'
import { Choices } from '#questions/Choices.tsx'
import turn from '#ui/Turn.module.css'

const words: Readonly<Record<HowTaken, string>> = {
  self: 'They answer alone, on this tablet',
  'read-aloud': 'I read it aloud',
  phone: 'By phone',
}

export interface BeforeFirstProps {
  instrument: Instrument
  name: string
  how: HowTaken | null
  choose: (how: HowTaken) => void
  begin: () => void
}

/** How it is taken bears on the answers, so it is said first. */
export function BeforeFirst({ instrument, name, how, choose, begin }: BeforeFirstProps) {
  return (
    <>
      <h1 className={turn['title']}>{instrument.title}</h1>
      <p className={turn['words']}>
        With {name}. {instrument.instructions}
      </p>
      <div className={turn['question']}>
        <Choices
          id="how-taken"
          legend="How is it taken?"
          choices={howTakenCodes.map((code) => ({
            key: code,
            label: words[code],
            chosen: how === code,
            choose: () => choose(code),
          }))}
        />
      </div>
      <div>
        <Button
          size="xl"
          disabled={how === null}
          rightSection={
            how === 'self' ? (
              <IconDeviceTablet size={24} aria-hidden />
            ) : (
              <IconArrowRight size={24} aria-hidden />
            )
          }
          onClick={begin}
        >
          {how === 'self' ? 'Hand over the tablet' : 'Begin'}
        </Button>
      </div>
    </>
  )
}
