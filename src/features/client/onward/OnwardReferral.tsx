import { Anchor, Button, Group } from '@mantine/core'
import { IconClockQuestion, IconSend } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { createRecord } from '#domain/change/write.ts'
import { answersTo, askedForNews, daysQuiet, mayWithdraw } from '#domain/onwardReferral/answers.ts'
import { openQuestions } from '#domain/record/record.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import type { View } from '#store/view.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { markLooked } from '#ui/looked.ts'
import { Notice } from '#ui/Notice.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { Thread } from '#ui/Thread.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import { WriteMessage } from '#ui/WriteMessage.tsx'
import * as codes from '#words/codes.ts'
import { answerLine, sharedFacts } from '#words/onward.ts'
import type { Names } from '../useClientFile.ts'
import { AnswerLinkPart } from './AnswerLinkPart.tsx'
import { messageFrom } from './messageFrom.ts'
import classes from './Onward.module.css'
import { WithdrawPart } from './WithdrawPart.tsx'

export interface OnwardReferralProps {
  referral: View<'onwardReferral'>
  messages: readonly View<'message'>[]
  names: Names
}

/** One request to a service: how it stands, what was said about it, and what can be done. */
export function OnwardReferral({ referral, messages, names }: OnwardReferralProps) {
  const { service, status, organisation, serviceName } = referral.body
  useLookedAt(referral, messages)
  return (
    <Section
      title={serviceName ?? names.service(service)}
      icon={<IconSend size={22} />}
      actions={<Pill tone="accent">{codes.wordFor(codes.onwardStatus, status)}</Pill>}
    >
      <Facts facts={factsOf(referral, names)} />
      {referral.pending && <Pill>Not sent yet</Pill>}
      {openQuestions(referral).length > 0 && <TwoAnswers record={referral.id} />}
      <Quiet referral={referral} messages={messages} />
      <Shared referral={referral} />
      {organisation !== undefined && <Talk referral={referral} messages={messages} />}
      <Group gap="sm" mt="md">
        {organisation !== undefined && answersTo(status).length > 0 && <AnswerLinkPart referral={referral} />}
        {mayWithdraw(status) && <WithdrawPart referral={referral} />}
      </Group>
      <p>
        <Anchor component={Link} to={`/directory/${service}`} underline="always">
          Open in the directory
        </Anchor>
      </p>
    </Section>
  )
}

/** Whatever stands here now has been seen on this device. */
function useLookedAt({ id }: View<'onwardReferral'>, messages: readonly View<'message'>[]) {
  const { person } = useWorkspace()
  const count = messages.filter(({ body }) => body.side === 'provider').length
  useEffect(() => markLooked(person.id, id, count), [person.id, id, count])
}

function factsOf({ body }: View<'onwardReferral'>, names: Names): Fact[] {
  const { madeOn, madeBy, statusOn, statusReason, expectedWait, startedOn, outcome, consent } = body
  return [
    { label: 'Made', value: `${formatDay(madeOn)} by ${names.staff(madeBy)}` },
    fact('Organisation', names.organisation(body.organisation)),
    fact('Answer', [statusOn && formatDay(statusOn), statusReason].filter(Boolean).join(': ')),
    fact('Expected wait', expectedWait),
    fact('Started on', startedOn && formatDay(startedOn)),
    fact('Outcome', outcome),
    fact('They agreed', consent ? undefined : 'No'),
  ].filter((one) => one !== null)
}

function fact(label: string, value: ReactNode): Fact | null {
  return value ? { label, value } : null
}

/** Nobody there has said anything for long: they can be asked, once. */
function Quiet({ referral, messages }: Omit<OnwardReferralProps, 'names'>) {
  const { person } = useWorkspace()
  const { quietDays } = useSettings()
  const { today } = useLocalNow()
  const { save, saving } = useSave()
  const talk = messages.map(({ body }) => body)
  const days = daysQuiet(referral.body, talk, today)
  if (days === null || days < quietDays) return null
  const asked = askedForNews(talk)
  const ask = async () => {
    const text = 'How do things stand?'
    const message = messageFrom(person, referral.body, referral.id, text, { asksForNews: true })
    if ((await save([createRecord('message', newId(), referral.file, message)])) === 'saved')
      tell('They are asked for news.')
  }
  return (
    <div className={classes['quiet']}>
      <Notice
        tone="amber"
        icon={<IconClockQuestion size={24} />}
        title={`No news for ${days} days`}
        action={
          referral.body.organisation !== undefined && (
            <Button variant="default" loading={saving} onClick={() => void ask()}>
              {asked === null ? 'Ask for news' : 'Ask again'}
            </Button>
          )
        }
      >
        {asked !== null && `Asked ${formatMoment(asked)}.`}
      </Notice>
    </div>
  )
}

function Shared({ referral }: { referral: View<'onwardReferral'> }) {
  const facts = sharedFacts(referral.body, formatDay)
  const { status } = referral.body
  return (
    <details className={classes['shared']}>
      <summary>{status === 'withdrawn' ? 'Nothing is shared any more' : 'What they were told'}</summary>
      {facts.length > 0 && <Facts facts={facts} />}
      {status !== 'withdrawn' && (
        <p>
          <Anchor component={Link} to={`/clients/${referral.file}/onward/${referral.id}`} underline="always">
            Change what is shared
          </Anchor>
        </p>
      )}
    </details>
  )
}

function Talk({ referral, messages }: Omit<OnwardReferralProps, 'names'>) {
  const { person } = useWorkspace()
  const inOrder = messages.toSorted((a, b) => a.body.at.localeCompare(b.body.at))
  return (
    <>
      <Thread
        label="Answers and messages"
        said={inOrder.map(({ id, body, pending }) => ({
          id,
          who: body.byName,
          when: formatMoment(body.at),
          headline: body.answer ? answerLine(body.answer, formatDay) : undefined,
          text: body.text,
          ours: body.side === 'service',
          pending,
        }))}
      />
      {answersTo(referral.body.status).length > 0 && (
        <WriteMessage
          draftId={`onward-message:${referral.id}`}
          about={referral.file ?? ''}
          label="Message to the service"
          description="They read it as you write it: only what was agreed may be in it."
          edits={(id, text) => [
            createRecord('message', id, referral.file, messageFrom(person, referral.body, referral.id, text)),
          ]}
        />
      )}
    </>
  )
}
