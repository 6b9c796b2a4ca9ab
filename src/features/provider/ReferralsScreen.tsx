import { IconInbox, IconUser } from '@tabler/icons-react'
import { calledIn, formalNameIn } from '#domain/onwardReferral/shared.ts'
import { useWorkspace } from '#store/react.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import * as codes from '#words/codes.ts'
import { groups } from './groups.ts'
import { type Received, useReferrals } from './useReferrals.ts'
import { groupWords } from './words.ts'

/** Everybody who was referred to this organisation, by what there is to be done. */
export function ReferralsScreen() {
  const { person } = useWorkspace()
  const received = useReferrals()
  return (
    <Page title="Referrals" lead={person.organisation?.name}>
      {received === undefined && <Loading label="Opening the referrals…" />}
      {received?.length === 0 && (
        <EmptyState title="No referrals yet" icon={<IconInbox size={36} />}>
          When somebody is referred to you, they are here, with what they agreed to share.
        </EmptyState>
      )}
      {received && groups.map((group) => <GroupOf key={group} group={group} received={received} />)}
    </Page>
  )
}

function GroupOf({ group, received }: { group: Received['group']; received: readonly Received[] }) {
  const rows = received.filter((each) => each.group === group)
  if (rows.length === 0) return null
  const waits = group === 'new' || group === 'asked'
  return (
    <Section
      title={groupWords[group]}
      look="plain"
      actions={<Pill tone={waits ? 'amber' : 'plain'}>{rows.length}</Pill>}
    >
      <List>
        {rows.map((each) => (
          <ListRow
            key={each.referral.id}
            to={`/requests/${each.referral.id}`}
            icon={<IconUser size={26} stroke={1.75} />}
            title={calledIn(each.referral.body) ?? 'Withdrawn'}
            detail={detailOf(each)}
            aside={<State received={each} />}
          />
        ))}
      </List>
    </Section>
  )
}

function detailOf({ referral: { body } }: Received): string {
  const made = [body.serviceName, `made ${formatDay(body.madeOn)}`].filter(Boolean).join(', ')
  return [made, formalNameIn(body)].filter(Boolean).join('. ')
}

function State({ received: { referral, unread } }: { received: Received }) {
  if (referral.pending) return <Pill>Not sent yet</Pill>
  if (unread) return <Pill tone="amber">New message</Pill>
  return <Pill>{codes.wordFor(codes.onwardStatus, referral.body.status)}</Pill>
}
