import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from '#ui/Turn.module.css'

export interface OneAtATimeProps {
  at: number
  count: number
  /** Of what time it asks, in words; empty where of none. */
  when?: string | undefined
  answered: boolean
  go: (at: number) => void
  /** `h1` on a screen of its own; `h3` in a preview. */
  heading?: 'h1' | 'h3'
  children: ReactNode
}

/** One question of several in large type, with the way to the next; any may be left out. */
export function OneAtATime({
  at,
  count,
  when,
  answered,
  go,
  heading: Heading = 'h1',
  children,
}: OneAtATimeProps) {
  return (
    <>
      <Heading className={classes['at']}>
        Question {at + 1} of {count}
        {when && <span className={classes['when']}>{when}</span>}
      </Heading>
      <div className={classes['question']}>{children}</div>
      <div className={classes['steps']}>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconArrowLeft size={24} aria-hidden />}
          onClick={() => go(at - 1)}
        >
          Back
        </Button>
        <Button
          size="lg"
          variant={answered ? 'filled' : 'default'}
          rightSection={<IconArrowRight size={24} aria-hidden />}
          onClick={() => go(at + 1)}
        >
          {answered ? 'Next' : 'Leave out'}
        </Button>
      </div>
    </>
  )
}
