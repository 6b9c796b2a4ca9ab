import { Button } from '@mantine/core'
import type { ServiceBody } from '#domain/service/service.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Section } from '#ui/Section.tsx'
import classes from '../Upkeep.module.css'
import { useDeciding } from './useDeciding.ts'

/** Whether anybody can go there, and whether it takes referrals: one tap each, with a way back. */
export function OpenOrClosed({ service }: { service: View<'service'> }) {
  const { decide, saving, fault } = useDeciding(service)
  const { body } = service
  const isOpen = body.status === 'active'
  const say = (label: string, done: string, change: Partial<ServiceBody>) => (
    <Button
      key={label}
      variant="default"
      loading={saving}
      onClick={() => void decide(done, { ...body, ...change })}
    >
      {label}
    </Button>
  )
  return (
    <Section title="Open or closed">
      <div className={classes['actions']}>
        {isOpen ? (
          <>
            {body.open_to_referrals === false
              ? say('Open it to referrals', 'Open to referrals.', { open_to_referrals: true })
              : say('Close it to referrals', 'Closed to referrals.', { open_to_referrals: false })}
            {say('Close it for now', 'Closed for now.', { status: 'temporarily closed' })}
            {say('Close it for good', 'Closed for good.', { status: 'defunct' })}
          </>
        ) : (
          say('Open it again', 'Open again.', { status: 'active' })
        )}
      </div>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </Section>
  )
}
