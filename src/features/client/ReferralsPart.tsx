import { Anchor } from '@mantine/core'
import { IconInfoCircle, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { openQuestions } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import * as codes from '#words/codes.ts'
import type { ClientFile, Names } from './useClientFile.ts'

/** What was asked of services, with their answers; and apart from it what the person was only told about. */
export function ReferralsPart({ file, names }: { file: ClientFile; names: Names }) {
  const sent = file.onwardReferrals.toSorted((a, b) => b.body.madeOn.localeCompare(a.body.madeOn))
  const told = file.signposts.toSorted((a, b) => b.body.givenOn.localeCompare(a.body.givenOn))
  if (sent.length + told.length === 0) {
    return (
      <EmptyState title="No referrals out yet" icon={<IconSend size={36} />}>
        Services are chosen from the directory on a visit.
      </EmptyState>
    )
  }
  return (
    <>
      {sent.map((referral) => (
        <OnwardReferral key={referral.id} referral={referral} names={names} />
      ))}
      {told.length > 0 && (
        <Section title="Told about" look="plain">
          <List>
            {told.map(({ id, body }) => (
              <ListRow
                key={id}
                to={`/directory/${body.service}`}
                icon={<IconInfoCircle size={24} />}
                title={names.service(body.service)}
                detail={[`${formatDay(body.givenOn)}, ${names.staff(body.givenBy)}`, body.note]
                  .filter(Boolean)
                  .join('. ')}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function OnwardReferral({ referral, names }: { referral: View<'onwardReferral'>; names: Names }) {
  const { service, status, madeOn, madeBy, consent, agreedToShare = [] } = referral.body
  const facts = [
    { label: 'Made', value: `${formatDay(madeOn)} by ${names.staff(madeBy)}` },
    fact('Organisation', names.organisation(referral.body.organisation)),
    fact('Why', referral.body.reason),
    fact('Answer', answerWords(referral)),
    fact('Expected wait', referral.body.expectedWait),
    fact('Outcome', referral.body.outcome),
    { label: 'They agreed', value: consent ? 'Yes' : 'No' },
    fact('Agreed to share', agreedToShare.map((code) => codes.wordFor(codes.shared, code)).join('\n')),
  ].filter((one) => one !== null)
  return (
    <Section
      title={names.service(service)}
      icon={<IconSend size={22} />}
      actions={<Pill tone="accent">{codes.wordFor(codes.onwardStatus, status)}</Pill>}
    >
      <Facts facts={facts} />
      {referral.pending && <Pill>Not sent yet</Pill>}
      {openQuestions(referral).length > 0 && <TwoAnswers record={referral.id} />}
      <p>
        <Anchor component={Link} to={`/directory/${service}`} underline="always">
          Open in the directory
        </Anchor>
      </p>
    </Section>
  )
}

function answerWords({ body: { statusOn, statusReason } }: View<'onwardReferral'>): string | undefined {
  const parts = [statusOn && formatDay(statusOn), statusReason].filter(Boolean)
  return parts.length > 0 ? parts.join(': ') : undefined
}

function fact(label: string, value: ReactNode): Fact | null {
  return value ? { label, value } : null
}
