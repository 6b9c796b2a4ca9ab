import { useMediaQuery } from '@mantine/hooks'
import { IconInbox } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useParams } from 'react-router'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { PaneTitle } from '#ui/PaneTitle.tsx'
import { TwoPane } from '#ui/TwoPane.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { QueueList } from './QueueList.tsx'
import { ReferralDetail } from './ReferralDetail.tsx'
import { type Queue, useQueue } from './useQueue.ts'

/** Everybody who was referred and not seen yet; one referral beside the list, or alone on a phone. */
export function ReferralsScreen() {
  const { referralId } = useParams()
  const { today } = useLocalNow()
  const queue = useQueue(today)
  const beside = useMediaQuery('(min-width: 800px)', window.innerWidth >= 800)
  const alone = !beside && referralId !== undefined
  const chosen = queue?.entries.find(({ referral }) => referral.id === referralId)
  return (
    <Page
      title={alone ? (chosen?.name ?? 'Referral') : 'Referrals'}
      tabName={alone ? 'Referral' : 'Referrals'}
      width="wide"
      {...(alone ? { back: { to: '/referrals', label: 'Referrals' } } : { place: '/referrals' })}
    >
      {queue ? (
        <Panes queue={queue} referralId={referralId} named={!alone} today={today} />
      ) : (
        <Loading label="Opening the referrals…" />
      )}
    </Page>
  )
}

interface PanesProps {
  queue: Queue
  referralId: string | undefined
  /** Whether the person's name stands above the referral, or already on top of the screen. */
  named: boolean
  today: string
}

function Panes({ queue, referralId, named, today }: PanesProps) {
  const chosen = queue.entries.find(({ referral }) => referral.id === referralId)
  const detail = chosen ? (
    <Fragment key={referralId}>
      {named && <PaneTitle title={chosen.name} />}
      <ReferralDetail entry={chosen} queue={queue} today={today} />
    </Fragment>
  ) : (
    <EmptyState title="This referral waits no longer">
      It was seen to meanwhile, or its file went to another team. Choose another one.
    </EmptyState>
  )
  return (
    <TwoPane
      listLabel="People waiting"
      detailLabel="Chosen referral"
      list={<QueueList queue={queue} current={referralId} />}
      detail={referralId === undefined ? null : detail}
      placeholder={
        <EmptyState title="Choose a referral" icon={<IconInbox size={36} />}>
          All that was said of the person opens here, with who is eligible and why.
        </EmptyState>
      }
    />
  )
}
