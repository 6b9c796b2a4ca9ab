import { Button } from '@mantine/core'
import { IconCircleCheck, IconInbox } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ReviewItem } from '#protocol/review.ts'
import { listReview } from '#sync/review.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { useAsked } from '#ui/useAsked.ts'
import { ReviewRow } from './ReviewRow.tsx'
import { reviewFaultWords, viewOf, views } from './reviewWords.ts'
import classes from './ReviewScreen.module.css'

/** For managers: what the service did not simply take, and what waits for their decision. */
export function ReviewScreen() {
  const [query] = useSearchParams()
  const view = viewOf(query.get('show'))
  return (
    <Page
      title="Held and refused"
      place="/review"
      back={{ to: '/people', label: 'People' }}
      lead="What colleagues wrote and the service did not simply take. Nothing of it is thrown away."
    >
      <nav aria-label="Show" className={classes['views']}>
        {views.map(({ state, label }) => (
          <Button
            key={state}
            component={Link}
            to={state === 'held' ? '/review' : `/review?show=${state}`}
            replace
            variant={state === view.state ? 'filled' : 'default'}
            aria-current={state === view.state ? 'true' : undefined}
          >
            {label}
          </Button>
        ))}
      </nav>
      <Items key={view.state} view={view} />
    </Page>
  )
}

function Items({ view }: { view: (typeof views)[number] }) {
  const { answer, more, fetchMore } = useItems(view.state)
  if (!answer) return <Loading />
  if (!answer.ok) return <Notice title={reviewFaultWords(answer.error)} />
  const { value: items } = answer
  if (items.length === 0) {
    const Sign = view.state === 'held' ? IconCircleCheck : IconInbox
    return (
      <EmptyState icon={<Sign size={40} stroke={1.5} />} title={view.none}>
        {view.meaning}
      </EmptyState>
    )
  }
  return (
    <>
      <p>{view.meaning}</p>
      <List label={view.label}>
        {items.map((item) => (
          <ReviewRow key={item.hash} item={item} />
        ))}
      </List>
      {more && (
        <Button variant="default" onClick={fetchMore}>
          Show earlier ones
        </Button>
      )}
    </>
  )
}

function useItems(state: ReviewItem['state']) {
  const { answer } = useAsked(useCallback(() => listReview(state), [state]))
  const [earlier, setEarlier] = useState<{ items: ReviewItem[]; more: boolean }>({ items: [], more: true })
  if (!answer?.ok) return { answer, more: false, fetchMore: () => undefined }
  const items = [...answer.value.items, ...earlier.items]
  const last = items.at(-1)
  const fetchMore = async () => {
    const next = last && (await listReview(state, last))
    if (next?.ok) setEarlier({ items: [...earlier.items, ...next.value.items], more: next.value.more })
  }
  return {
    answer: { ok: true as const, value: items },
    more: answer.value.more && earlier.more,
    fetchMore: () => void fetchMore(),
  }
}
