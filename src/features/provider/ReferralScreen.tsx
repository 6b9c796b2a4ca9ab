import { IconClockQuestion, IconInbox, IconMessage, IconUser } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { useParams } from 'react-router'
import { createRecord } from '#domain/change/write.ts'
import { askedForNews } from '#domain/onwardReferral/answers.ts'
import { calledIn } from '#domain/onwardReferral/shared.ts'
import { openQuestions } from '#domain/record/record.ts'
import { useWorkspace } from '#store/react.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { Loading } from '#ui/Loading.tsx'
import { markLooked } from '#ui/looked.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { Thread } from '#ui/Thread.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { WriteMessage } from '#ui/WriteMessage.tsx'
import * as codes from '#words/codes.ts'
import { answerLine, sharedFacts } from '#words/onward.ts'
import { AnswerSection } from './AnswerSection.tsx'
import { messageFrom } from './messageFrom.ts'
import { type Received, useReferrals } from './useReferrals.ts'

/** One referral: what was shared, the answers, and what was said. */
export function ReferralScreen() {
  const { referralId } = useParams()
  const received = useReferrals()
  const found = received?.find(({ referral }) => referral.id === referralId)
  const called = found && calledIn(found.referral.body)
  return (
    <Page
      title={called ?? (found ? 'A referral that was withdrawn' : 'Referral')}
      tabName="Referral"
      back={{ to: '/requests', label: 'Referrals' }}
      lead={found?.referral.body.serviceName}
    >
      {received === undefined && <Loading label="Opening the referral…" />}
      {received && !found && (
        <EmptyState title="This referral is not on this device" icon={<IconInbox size={36} />}>
          It may have been taken back, or it has not come down yet.
        </EmptyState>
      )}
      {found && <Referral key={found.referral.id} received={found} />}
    </Page>
  )
}

function Referral({ received }: { received: Received }) {
  const { referral, messages } = received
  const { person } = useWorkspace()
  const theirs = messages.filter(({ body }) => body.side === 'service').length
  useEffect(() => markLooked(person.id, referral.id, theirs), [person.id, referral.id, theirs])
  const facts = sharedFacts(referral.body, formatDay)
  return (
    <>
      {received.group === 'asked' && <Asked received={received} />}
      {openQuestions(referral).length > 0 && <TwoAnswers record={referral.id} />}
      {facts.length > 0 && (
        <Section title="What they agreed to share" icon={<IconUser size={22} />}>
          <Facts facts={facts} />
        </Section>
      )}
      <Section
        title="How it stands"
        actions={<Pill tone="accent">{codes.wordFor(codes.onwardStatus, referral.body.status)}</Pill>}
      >
        <Facts facts={standingFacts(received)} />
        {referral.pending && <Pill>Not sent yet</Pill>}
        <AnswerSection key={referral.body.status} referral={referral} />
      </Section>
      <Section title="Messages" icon={<IconMessage size={22} />}>
        <Talk referral={referral} messages={messages} />
      </Section>
    </>
  )
}

function Asked({ received: { messages, referral } }: { received: Received }) {
  const asked = askedForNews(messages.map(({ body }) => body))
  if (asked === null) return null
  return (
    <Notice
      tone="amber"
      icon={<IconClockQuestion size={24} />}
      title={`${referral.body.from?.name ?? 'The service'} asks for news`}
    >
      Asked {formatMoment(asked)}. Answer below how things stand, or write a message.
    </Notice>
  )
}

function standingFacts({ referral: { body } }: Received): Fact[] {
  const { madeOn, from, statusOn, statusReason, expectedWait, startedOn, outcome } = body
  return [
    fact('Referred by', [from?.name, from?.service, from?.phone].filter(Boolean).join('\n')),
    fact('Made', formatDay(madeOn)),
    fact('Since', statusOn && statusOn !== madeOn && formatDay(statusOn)),
    fact('Reason', statusReason),
    fact('Expected wait', expectedWait),
    fact('Started on', startedOn && formatDay(startedOn)),
    fact('Outcome', outcome),
  ].filter((one) => one !== null)
}

function fact(label: string, value: ReactNode): Fact | null {
  return value ? { label, value } : null
}

function Talk({ referral, messages }: Pick<Received, 'referral' | 'messages'>) {
  const { person } = useWorkspace()
  return (
    <>
      <Thread
        label="Answers and messages"
        said={messages.map(({ id, body, pending }) => ({
          id,
          who: body.byName,
          when: formatMoment(body.at),
          headline: body.answer ? answerLine(body.answer, formatDay) : undefined,
          text: body.text,
          ours: body.side === 'provider',
          pending,
        }))}
      />
      {referral.body.status !== 'withdrawn' && (
        <WriteMessage
          draftId={`message:${referral.id}`}
          about={referral.id}
          label={`Message to ${referral.body.from?.name ?? 'the service'}`}
          edits={(id, text) => [
            createRecord('message', id, referral.file, messageFrom(person, referral, { text })),
          ]}
        />
      )}
    </>
  )
}
