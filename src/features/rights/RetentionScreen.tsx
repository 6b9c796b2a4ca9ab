import { IconCircleCheck, IconHourglassHigh, IconLock, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { clientName } from '#domain/client/name.ts'
import { byFile } from '#domain/record/held.ts'
import { type Retention, retentionOf } from '#domain/retention/retention.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import type { View } from '#store/view.ts'
import { listDestructions } from '#sync/rights.ts'
import { formatFullDay, formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useAsked } from '#ui/useAsked.ts'
import { useLocalNow } from '#ui/useNow.ts'
import * as codes from '#words/codes.ts'
import classes from './Rights.module.css'
import { faultWords } from './rightsWords.ts'

/** Files whose time has come or comes soon, for a manager to look at; and those that were destroyed. */
export function RetentionScreen() {
  const { person } = useWorkspace()
  const { retentionYears } = useSettings()
  return (
    <Page
      title="End of keeping"
      back={{ to: '/people', label: 'People' }}
      lead={`Files are kept for ${retentionYears} years after the person was last seen. Then each is looked at: keep it longer, or destroy it.`}
    >
      {person.role === 'manager' ? (
        <>
          <Review />
          <div className={classes['further']}>
            <Destroyed />
          </div>
        </>
      ) : (
        <EmptyState title="This is for managers" icon={<IconLock size={36} />} />
      )}
    </Page>
  )
}

function Review() {
  const files = useReview()
  if (!files) return <Loading />
  const { due, soon, unknown } = files
  if (due.length + soon.length + unknown.length === 0) {
    return (
      <EmptyState title="No file is to be looked at" icon={<IconCircleCheck size={40} stroke={1.5} />}>
        The time of none has come, or comes in the next three months.
      </EmptyState>
    )
  }
  return (
    <>
      <Files title="Due" files={due} tone="amber" />
      <Files title="Due soon" files={soon} />
      <Files title="Nobody can say when" files={unknown} />
    </>
  )
}

interface ToReview {
  client: View<'client'>
  retention: Retention
}

function Files({
  title,
  files,
  tone = 'plain',
}: {
  title: string
  files: ToReview[]
  tone?: 'plain' | 'amber'
}) {
  if (files.length === 0) return null
  return (
    <Section title={title} icon={<IconHourglassHigh size={22} />} look="plain">
      <List label={title}>
        {files.slice(0, SHOWN).map(({ client, retention }) => (
          <ListRow
            key={client.id}
            to={`/clients/${client.id}/rights`}
            title={clientName(client.body)}
            detail={detailOf(retention)}
            aside={<Pill tone={tone}>{codes.wordFor(codes.clientStatus, client.body.status) ?? ''}</Pill>}
          />
        ))}
      </List>
      {files.length > SHOWN && (
        <p>And {(files.length - SHOWN).toLocaleString('en-GB')} more, once these are done.</p>
      )}
    </Section>
  )
}

const SHOWN = 100

function detailOf({ lastSeen, until }: Retention): string {
  if (lastSeen === null || until === null) return 'Nothing says when they were last seen.'
  return `Last seen ${formatFullDay(lastSeen)}, kept until ${formatFullDay(until)}`
}

/** Every file whose time has come, comes soon, or cannot be told; the longest due first. Undefined until all is there. */
function useReview(): Record<'due' | 'soon' | 'unknown', ToReview[]> | undefined {
  const clients = useRecords('client')
  const visits = useRecords('visit')
  const contacts = useRecords('contact')
  const responses = useRecords('response')
  const referrals = useRecords('referral')
  const { retentionYears } = useSettings()
  const { today } = useLocalNow()
  return useMemo(() => {
    if (!clients || !visits || !contacts || !responses || !referrals) return undefined
    const files = byFile<View>([...visits, ...contacts, ...responses, ...referrals])
    const all = clients.map((client) => {
      const records = [client, ...(files.get(client.id) ?? [])]
      return { client, retention: retentionOf({ clients: [client.body], records }, retentionYears, today) }
    })
    const of = (state: Retention['state']) =>
      all
        .filter(({ retention }) => retention.state === state)
        .toSorted((a, b) => (a.retention.until ?? '').localeCompare(b.retention.until ?? ''))
    return { due: of('due'), soon: of('soon'), unknown: of('unknown') }
  }, [clients, visits, contacts, responses, referrals, retentionYears, today])
}

function Destroyed() {
  const { answer } = useAsked(listDestructions)
  return (
    <Section title="Destroyed files" icon={<IconTrash size={22} />} look="plain">
      {!answer && <Loading />}
      {answer && !answer.ok && <Notice title={faultWords(answer.error)} />}
      {answer?.ok && answer.value.length === 0 && <p>No file has been destroyed yet.</p>}
      {answer?.ok && answer.value.length > 0 && (
        <List label="Destroyed files">
          {answer.value.map(({ file, at, byName, why, lastSeen }) => (
            <ListRow
              key={file}
              title={`Destroyed ${formatMoment(at)}, by ${byName ?? 'a colleague'}`}
              detail={`${why}. ${lastSeen ? `The person was last seen ${formatFullDay(lastSeen)}` : 'Nobody knew when the person was last seen'}. Number of the file: ${file}`}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
