import { Button } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { removeRecord, restoreRecord } from '#domain/change/write.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { Facts } from '#ui/Facts.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'
import { fieldWords, wordOf } from '#words/records/fields.ts'
import { readOut } from '#words/records/value.ts'
import { sentence } from '#words/sentence.ts'
import classes from '../Upkeep.module.css'

const statusWords: Readonly<Record<string, string>> = {
  open: 'Waits for the service',
  taken: 'Taken over',
  left: 'Left as it was',
}

/** What a provider has proposed, and what became of it; the newest first. */
export function OwnProposals({ service }: { service: View<'service'> }) {
  const proposals = (useRecords('correction') ?? [])
    .filter(({ body }) => body.service === service.id && body.side === 'provider')
    .toSorted((a, b) => b.body.at.localeCompare(a.body.at))
  if (proposals.length === 0) return null
  return (
    <Section title="What we proposed" icon={<IconMessage size={22} />}>
      {proposals.map((proposal) => (
        <OwnProposal key={proposal.id} proposal={proposal} />
      ))}
    </Section>
  )
}

function OwnProposal({ proposal }: { proposal: View<'correction'> }) {
  const { person } = useWorkspace()
  const { save } = useSave()
  const { at, byName, status, note, proposed = {}, answer, decidedAt } = proposal.body
  const takeBack = async () => {
    if ((await save([removeRecord(proposal, 'Taken back')])) !== 'saved') return
    offerUndo('Taken back.', async () => void (await save([restoreRecord(proposal)])))
  }
  return (
    <div className={classes['said']}>
      <p className={classes['words']}>
        <Pill tone={status === 'taken' ? 'accent' : 'plain'}>{statusWords[status] ?? status}</Pill>{' '}
        {proposal.pending && <Pill>Not sent yet</Pill>}
        <span className={classes['from']}>
          {`${byName ?? 'Proposed'}, ${formatMoment(at)}`}
          {decidedAt && `; decided ${formatDay(decidedAt.slice(0, 10))}`}
        </span>
      </p>
      {answer && <p className={classes['words']}>{`The service says: “${answer}”`}</p>}
      {note && <p className={classes['words']}>{note}</p>}
      <Facts
        facts={Object.entries(proposed).map(([field, value]) => {
          const { label, shape } = wordOf(fieldWords.service, field)
          return { label: sentence(label), value: readOut(value, shape, () => null) || <em>Nothing</em> }
        })}
      />
      {status === 'open' && proposal.body.by === person.id && (
        <div className={classes['actions']}>
          <Button variant="default" onClick={() => void takeBack()}>
            Take it back
          </Button>
        </div>
      )}
    </div>
  )
}
