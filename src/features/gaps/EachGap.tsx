import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { removeRecord, restoreRecord } from '#domain/change/write.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'
import classes from './Gaps.module.css'
import { gapDetail, gapTitle } from './gapWords.ts'

const AT_ONCE = 10

/** One by one, the latest first: a mistaken one is taken out by who wrote it down, or by a manager. */
export function EachGap({ gaps }: { gaps: readonly View<'gap'>[] }) {
  const [shown, setShown] = useState(AT_ONCE)
  const { person } = useWorkspace()
  const services = useRecords('service')
  const staff = useRecords('staff', { removed: true })
  const { save, fault } = useSave()
  const names = useMemo(
    () => new Map([...(services ?? []), ...(staff ?? [])].map(({ id, body }) => [id, body.name])),
    [services, staff],
  )
  const latest = gaps.toSorted((a, b) => b.body.on.localeCompare(a.body.on) || b.id.localeCompare(a.id))
  const remove = async (gap: View<'gap'>) => {
    if ((await save([removeRecord(gap, 'Written down by mistake')])) !== 'saved') return
    offerUndo('Taken out.', async () => void (await save([restoreRecord(gap)])))
  }
  return (
    <div className={classes['unprinted']}>
      <Section title="One by one" look="plain">
        {fault && <span role="alert">{keepFaultWords(fault)}</span>}
        <List>
          {latest.slice(0, shown).map((gap) => {
            const { body } = gap
            const own = body.by === person.id
            const by = own ? 'you' : (names.get(body.by) ?? 'a colleague')
            return (
              <ListRow
                key={gap.id}
                title={gapTitle(body)}
                detail={gapDetail(body, body.service && (names.get(body.service) ?? 'a service'), by)}
                aside={
                  (own || person.role === 'manager') && (
                    <Button
                      variant="subtle"
                      size="compact-md"
                      leftSection={<IconTrash size={20} aria-hidden />}
                      aria-label={`Take out: ${gapTitle(body)}`}
                      onClick={() => void remove(gap)}
                    >
                      Take out
                    </Button>
                  )
                }
              />
            )
          })}
        </List>
        {latest.length > shown && (
          <Button variant="default" fullWidth mt="sm" onClick={() => setShown(shown + 3 * AT_ONCE)}>
            Show more of {latest.length - shown}
          </Button>
        )}
      </Section>
    </div>
  )
}
