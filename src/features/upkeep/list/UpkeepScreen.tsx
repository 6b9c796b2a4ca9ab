import { Button, Chip, Group, Progress } from '@mantine/core'
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { checkedShare, type UpkeepWhy, upkeepWhys } from '#domain/directory/upkeep.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { ManagersOnly } from '../ManagersOnly.tsx'
import classes from '../Upkeep.module.css'
import { reasonLine, whyWords } from '../upkeepReasonWords.ts'
import { type UpkeepRow, useUpkeep } from '../useUpkeep.ts'

const AT_ONCE = 50

/** What of the directory somebody should look at, and why. */
export function UpkeepScreen() {
  return (
    <Page
      title="Directory upkeep"
      back={{ to: '/directory', label: 'Directory' }}
      actions={
        <Button component={Link} to="/directory/new" leftSection={<IconPlus size={20} aria-hidden />}>
          Add a service
        </Button>
      }
    >
      <ManagersOnly>
        <Upkeep />
      </ManagersOnly>
    </Page>
  )
}

function Upkeep() {
  const rows = useUpkeep()
  const [params, setParams] = useSearchParams()
  if (!rows) return <Loading label="Looking through the directory…" />
  const due = rows.filter(({ reasons }) => reasons.length > 0)
  const why = upkeepWhys.find((each) => each === params.get('why'))
  const shown = due.filter(({ reasons }) => why === undefined || reasons.some((reason) => reason.why === why))
  return (
    <>
      <Share rows={rows} />
      <Whys
        due={due}
        chosen={why}
        onChoose={(next) => setParams(next === undefined ? {} : { why: next }, { replace: true })}
      />
      {shown.length === 0 ? (
        <EmptyState title="Nothing to look at" icon={<IconBuildingCommunity size={36} />}>
          Every entry was checked in the last six months, and nobody has reported anything.
        </EmptyState>
      ) : (
        <Rows key={why ?? ''} rows={shown} />
      )}
    </>
  )
}

function Share({ rows }: { rows: readonly UpkeepRow[] }) {
  const { today } = useLocalNow()
  const { checked, of } = checkedShare(
    rows.map(({ entry }) => entry),
    today,
  )
  const words = `${checked} of ${of} services were checked in the last six months.`
  return (
    <Section title="How true it is">
      <p className={classes['words']}>{words}</p>
      <Progress value={of === 0 ? 0 : (100 * checked) / of} size="lg" aria-label={words} />
    </Section>
  )
}

interface WhysProps {
  due: readonly UpkeepRow[]
  chosen: UpkeepWhy | undefined
  onChoose: (why: UpkeepWhy | undefined) => void
}

function Whys({ due, chosen, onChoose }: WhysProps) {
  const count = (why: UpkeepWhy) =>
    due.filter(({ reasons }) => reasons.some((reason) => reason.why === why)).length
  const offered = upkeepWhys.filter((why) => why === chosen || count(why) > 0)
  return (
    <fieldset className={classes['whys']}>
      <legend>Show</legend>
      <Group gap="xs">
        <Chip size="md" variant="outline" checked={chosen === undefined} onChange={() => onChoose(undefined)}>
          {`All (${due.length})`}
        </Chip>
        {offered.map((why) => (
          <Chip
            key={why}
            size="md"
            variant="outline"
            classNames={{ label: classes['why'] }}
            checked={chosen === why}
            onChange={(checked) => onChoose(checked ? why : undefined)}
          >
            {`${whyWords[why]} (${count(why)})`}
          </Chip>
        ))}
      </Group>
    </fieldset>
  )
}

function Rows({ rows }: { rows: readonly UpkeepRow[] }) {
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <>
      <List label="To look at">
        {rows.slice(0, shown).map(({ service, entry, organisation, reasons }) => (
          <ListRow
            key={service.id}
            to={`/directory/upkeep/${service.id}`}
            title={entry.name}
            detail={
              <>
                {organisation}
                {reasons.map((reason) => (
                  <span key={reason.why} className={classes['reason']}>
                    {reasonLine(reason)}
                  </span>
                ))}
              </>
            }
            aside={<Waits reasons={reasons} />}
          />
        ))}
      </List>
      {rows.length > shown && (
        <Button variant="default" fullWidth mt="sm" onClick={() => setShown(shown + AT_ONCE)}>
          Show more of {rows.length - shown}
        </Button>
      )}
    </>
  )
}

/** Amber only where somebody waits for an answer. */
function Waits({ reasons }: Pick<UpkeepRow, 'reasons'>) {
  const [first] = reasons
  if (first?.why === 'reported') return <Pill tone="amber">Reported</Pill>
  if (first?.why === 'proposed') return <Pill tone="amber">Proposed</Pill>
  return null
}
