import { Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import type { Suggestion } from '#domain/allocation/suggest.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import classes from './Allocation.module.css'
import type { Allocating } from './useAllocating.ts'
import { loadWords, reasonWords } from './words.ts'

interface SuggestionsProps {
  work: Allocating
  saving: boolean
  onGive: (to: Suggestion) => void
}

/** Whoever has the most room comes first, and it says why. */
export function Suggestions({ work: { suggested, clients }, saving, onGive }: SuggestionsProps) {
  const isWithAll = (id: string) => clients.every(({ body }) => body.coordinator === id)
  return (
    <Section title="Who has room" look="plain">
      <p className={classes['quiet']}>
        By open files, visits in the next 14 days, and clients in the same postcode district.
      </p>
      {suggested.length === 0 && (
        <EmptyState title="No co-ordinator yet">Invite somebody under People first.</EmptyState>
      )}
      <ol className={classes['people']}>
        {suggested.map((one, at) => (
          <li key={one.id} className={classes['person']}>
            <div className={classes['words']}>
              <h3 className={classes['name']}>
                {one.name} {at === 0 && suggested.length > 1 && <Pill tone="accent">Suggested</Pill>}
              </h3>
              <p className={classes['quiet']}>{loadWords(one)}</p>
              {one.reasons.length > 0 && (
                <p className={classes['reasons']}>
                  {one.reasons.map((reason) => (
                    <Pill key={reason}>{reasonWords(reason)}</Pill>
                  ))}
                </p>
              )}
            </div>
            {isWithAll(one.id) ? (
              <Pill>With {one.name} now</Pill>
            ) : (
              <Button
                variant={at === 0 ? 'filled' : 'default'}
                disabled={saving}
                leftSection={<IconUserCheck size={20} aria-hidden />}
                onClick={() => onGive(one)}
              >
                Give to {one.name}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
