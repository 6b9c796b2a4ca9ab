import { Button, Group, Stack, Textarea } from '@mantine/core'
import { IconCheck, IconFileUnknown, IconPencil, IconX } from '@tabler/icons-react'
import { useCallback } from 'react'
import { Link, useParams } from 'react-router'
import type { Change } from '#domain/change/change.ts'
import type { ReviewItem } from '#protocol/review.ts'
import { readReview } from '#sync/review.ts'
import { formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { useAsked } from '#ui/useAsked.ts'
import { subjectOfChange } from '../changeWords.ts'
import { WhatWasInIt } from '../refused/WhatWasInIt.tsx'
import { useFiles } from '../useFiles.ts'
import { useNames } from '../wording/names.ts'
import { placeOf } from '../wording/subject.ts'
import { itemWords, reviewFaultWords } from './reviewWords.ts'
import { useDeciding } from './useDeciding.ts'

const back = { to: '/review', label: 'Held and refused' }

/** One change that the service did not simply take: who wrote what, and what is to become of it. */
export function ReviewItemScreen() {
  const { hash = '' } = useParams()
  const { answer } = useAsked(useCallback(() => readReview(hash), [hash]))
  if (!answer) return <Loading />
  if (answer.ok) return <Item key={hash} item={answer.value} />
  return (
    <Page title="Held and refused" back={back}>
      <EmptyState
        icon={<IconFileUnknown size={40} stroke={1.5} />}
        title={reviewFaultWords(answer.error)}
        action={
          <Button component={Link} to="/review">
            Back to the list
          </Button>
        }
      />
    </Page>
  )
}

function Item({ item }: { item: ReviewItem }) {
  const { change, by, received } = item
  const nameOf = useNames()
  const author = nameOf('staff', by) ?? 'Its author'
  const subject = useSubject(change)
  const { title, meaning } = itemWords(item, author)
  const at = change ? `Written ${formatMoment(change.at)}, received ` : 'Received '
  return (
    <Page
      title={subject}
      tabName="Held and refused"
      back={back}
      lead={`${author}. ${at}${formatMoment(received)}.`}
    >
      <Stack gap="lg">
        <Notice tone={item.state === 'held' ? 'amber' : 'plain'} title={title}>
          {meaning}
          <Reviewed item={item} />
        </Notice>
        {change ? (
          <div>
            <WhatWasInIt change={change} />
          </div>
        ) : (
          <p>What was sent cannot be shown as a record. The service keeps it as it came.</p>
        )}
        <Deciding item={item} />
      </Stack>
    </Page>
  )
}

function useSubject(change: Change | null): string {
  const nameOf = useNames()
  const fileOf = useFiles(change ? [{ change }] : [])
  return change ? subjectOfChange(change, fileOf, nameOf) : 'Something that cannot be read'
}

function Reviewed({ item: { reviewedBy, reviewedAt } }: { item: ReviewItem }) {
  const nameOf = useNames()
  if (!reviewedBy || !reviewedAt) return null
  return (
    <div>
      Decided by {nameOf('staff', reviewedBy) ?? 'a manager'}, {formatMoment(reviewedAt)}.
    </div>
  )
}

function Deciding({ item }: { item: ReviewItem }) {
  const { note, setNote, busy, problem, decide } = useDeciding(item)
  const place = usePlace(item.change)
  const undecided = item.state === 'held'
  const open = (undecided || item.state === 'declined') && item.change !== null
  return (
    <>
      <ErrorSummary title="That did not work" problems={problem ? [{ text: problem }] : []} />
      {open && (
        <Textarea
          label="A word about it, if you like"
          description="Its author sees it where you leave it out. It is kept with the decision."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2000}
        />
      )}
      <Group>
        {open && (
          <Button
            loading={busy}
            leftSection={<IconCheck size={20} aria-hidden />}
            onClick={() => decide('take')}
          >
            {undecided ? 'Take it in' : 'Take it in after all'}
          </Button>
        )}
        {open && undecided && (
          <Button
            variant="default"
            disabled={busy}
            leftSection={<IconX size={20} aria-hidden />}
            onClick={() => decide('decline')}
          >
            Leave it out
          </Button>
        )}
        {place && (
          <Button
            component={Link}
            to={place}
            variant="default"
            leftSection={<IconPencil size={20} aria-hidden />}
          >
            Open the record
          </Button>
        )}
      </Group>
    </>
  )
}

/** Where the record is shown as it stands now; null where it does not exist yet, or has no screen of its own. */
function usePlace(change: Change | null): string | null {
  const fileOf = useFiles(change ? [{ change }] : [])
  const [first] = change?.edits ?? []
  if (!first || (first.op === 'create' && first.kind === 'client')) return null
  const file = first.op === 'create' ? first.file : fileOf(first.id)
  return placeOf({ id: first.id, kind: first.kind, file: file ?? null }, 'manager')
}
