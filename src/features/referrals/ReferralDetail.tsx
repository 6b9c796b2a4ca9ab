import { Button } from '@mantine/core'
import {
  IconFileText,
  IconFolderOpen,
  IconHandStop,
  IconPhone,
  IconUser,
  IconUserShare,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { riskWords } from '#domain/assessment/codeWords.ts'
import { clientName } from '#domain/client/name.ts'
import { formatNhsNumber } from '#domain/client/nhsNumber.ts'
import { knownRisks } from '#domain/client/risks.ts'
import { cameByPublicForm } from '#domain/referral/publicForm.ts'
import { openQuestions } from '#domain/record/record.ts'
import { formatDay, formatFullDay } from '#ui/dates.ts'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import * as codes from '#words/codes.ts'
import { EligibilitySection } from './EligibilitySection.tsx'
import classes from './Referrals.module.css'
import { UrgentSection } from './UrgentSection.tsx'
import type { Queue, QueueEntry } from './useQueue.ts'
import { sourceWords, waitedWords, whoseWords } from './words.ts'

export interface ReferralDetailProps {
  entry: QueueEntry
  queue: Queue
  today: string
}

/** One referral whole: danger before all else, then what was said, whether they are eligible, and what to do. */
export function ReferralDetail(props: ReferralDetailProps) {
  const { entry, queue } = props
  const { referral, client, waited, urgent } = entry
  return (
    <div className={classes['detail']}>
      <p className={classes['pills']}>
        {urgent && <Pill tone="risk">Urgent</Pill>}
        <Pill>{waitedWords(waited)}</Pill>
        <Pill>{codes.wordFor(codes.referralStatus, referral.body.status)}</Pill>
        <Pill tone={client.body.coordinator ? 'plain' : 'amber'}>{whoseWords(entry, queue.names.staff)}</Pill>
        {referral.pending && <Pill>Not sent yet</Pill>}
      </p>
      {cameByPublicForm(referral.body) && (
        <Notice icon={<IconWorld size={22} />} title="Came by the public form">
          Nobody signed in for it: what it says has still to be asked of the person.
        </Notice>
      )}
      <UrgentSection referral={referral} />
      {[client, referral].map(
        (record) =>
          openQuestions(record).length > 0 && (
            <div key={record.id}>
              <TwoAnswers record={record.id} about={record === client ? 'the person' : 'the referral'} />
            </div>
          ),
      )}
      <Twins entry={entry} />
      <Section title="The referral" icon={<IconFileText size={22} />}>
        {referral.body.presentingIssue && <p className={classes['words']}>{referral.body.presentingIssue}</p>}
        <Facts facts={referralFacts(props)} />
      </Section>
      <Section title="The person" icon={<IconUser size={22} />}>
        <Facts facts={personFacts(props)} />
      </Section>
      <EligibilitySection {...props} />
      <WhatNext entry={entry} />
    </div>
  )
}

/** Each is a screen of its own, in another area of work. */
function WhatNext({ entry: { client } }: { entry: QueueEntry }) {
  const allocated = Boolean(client.body.coordinator)
  return (
    <Section title="What happens next" look="plain">
      <div className={classes['actions']}>
        <Step to={`/allocate?client=${client.id}`} icon={IconUserShare} first={!allocated}>
          {allocated ? 'Give to a colleague' : 'Find a co-ordinator'}
        </Step>
        <Step to={`/calls/with/${client.id}`} icon={IconPhone} first={allocated}>
          First call
        </Step>
        <Step to={`/clients/${client.id}/decline`} icon={IconHandStop}>
          Decline
        </Step>
        <Step to={`/clients/${client.id}`} icon={IconFolderOpen}>
          Open the file
        </Step>
      </div>
    </Section>
  )
}

interface StepProps {
  to: string
  icon: typeof IconPhone
  first?: boolean
  children: string
}

function Step({ to, icon: Icon, first = false, children }: StepProps) {
  return (
    <Button
      component={Link}
      to={to}
      variant={first ? 'filled' : 'default'}
      leftSection={<Icon size={20} aria-hidden />}
    >
      {children}
    </Button>
  )
}

function Twins({ entry: { twins } }: { entry: QueueEntry }) {
  if (twins.length === 0) return null
  return (
    <Notice
      tone="amber"
      icon={<IconUsers size={22} />}
      title={twins.length === 1 ? 'They may have a file already' : 'They may have files already'}
    >
      <p className={classes['words']}>Look before you decide. Nothing is joined by itself.</p>
      <div className={classes['twins']}>
        {twins.map(({ file: { id, body }, reasons }) => (
          <Link key={id} to={`/clients/${id}`}>
            {clientName(body)}: {reasons.map((reason) => codes.duplicateReason[reason]).join(', ')}
          </Link>
        ))}
      </div>
    </Notice>
  )
}

function referralFacts({ entry: { referral }, queue: { names } }: ReferralDetailProps): Fact[] {
  const { body } = referral
  const { referrer } = body
  const role = referrer?.['role']
  return [
    fact(
      'Came',
      [formatDay(body.date), codes.wordFor(codes.referralMethod, body.method)].filter(Boolean).join(', '),
    ),
    fact('From', sourceWords(body)),
    fact(
      'Referred by',
      [referrer?.name, typeof role === 'string' ? role : '', referrer?.service, referrer?.organisation]
        .filter(Boolean)
        .join(', '),
    ),
    fact('To reach them', referrer?.contact),
    fact('Practice', names.practice(body.practice)),
    fact('Reasons', <Lines of={body.reasons} words={codes.referralReason} none="None given" />),
    fact(
      'Consent',
      [codes.wordFor(codes.referralConsent, body.consent) ?? 'Not said', body.consentNote]
        .filter(Boolean)
        .join('. '),
    ),
    fact('Reference', body.externalReference),
  ].filter((one) => one !== null)
}

interface LinesProps {
  of: readonly string[]
  words: codes.Words
  none: string
}

function Lines({ of, words, none }: LinesProps) {
  if (of.length === 0) return none
  return of.map((code) => (
    <span key={code} className={classes['line']}>
      {codes.wordFor(words, code)}
    </span>
  ))
}

function personFacts({ entry: { client, age }, queue: { names } }: ReferralDetailProps): Fact[] {
  const { body } = client
  return [
    fact(
      'Born',
      body.dateOfBirth
        ? `${formatFullDay(body.dateOfBirth)}${age === null ? '' : `, ${age} years old`}`
        : 'Not known',
    ),
    fact('NHS number', body.nhsNumber && formatNhsNumber(body.nhsNumber)),
    fact('Practice', names.practice(body.practice) ?? 'Not known'),
    fact('Phone', [body.phone, body.mobile].filter(Boolean).join(', ')),
    fact('Email', body.email),
    fact('Best way to reach them', body.preferredContact),
    fact('Address', [...(body.address?.lines ?? []), body.address?.postcode].filter(Boolean).join('\n')),
    fact('Caring', codes.wordFor(codes.carerStatus, body.carerStatus)),
    fact('Long-term conditions', body.longTermConditions?.join(', ')),
    fact('Communication', body.communicationNeeds?.join('\n')),
    fact('Access', body.accessNeeds?.join('\n')),
    fact('Risks', riskFact(body)),
  ].filter((one) => one !== null)
}

function riskFact(client: QueueEntry['client']['body']): string {
  const known = knownRisks(client)
  switch (known.state) {
    case 'known':
      return known.risks.map(({ risk }) => riskWords(risk)).join('\n')
    case 'none':
      return 'No known risks'
    case 'not-asked':
      return 'Not asked about yet'
  }
}

function fact(label: string, value: Fact['value']): Fact | null {
  return value ? { label, value } : null
}
