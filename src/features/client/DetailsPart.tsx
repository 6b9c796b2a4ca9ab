import { Button } from '@mantine/core'
import { IconPencil, IconScale, IconStethoscope } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { birthDateDoubt } from '#domain/client/birthDate.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { formatNhsNumber, nhsNumberDoubt } from '#domain/client/nhsNumber.ts'
import { emergencyContacts, type PersonAround } from '#domain/relatedPerson/around.ts'
import { openQuestions } from '#domain/record/record.ts'
import { segmentsOf } from '#domain/merge/path.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay, formatFullDay } from '#ui/dates.ts'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import classes from './ClientFile.module.css'
import * as codes from '#words/codes.ts'
import { ConsentPart } from './ConsentPart.tsx'
import { usePeopleAround } from './people/usePeopleAround.ts'
import type { Names } from './useClientFile.ts'

type Field = keyof ClientBody

/** All that is known about the person, under the headings of PRSB Social Prescribing 1.1. */
export function DetailsPart({
  client,
  names,
  today,
}: {
  client: View<'client'>
  names: Names
  today: string
}) {
  const { body } = client
  const row = rowsFor(client)
  const people = usePeopleAround(client)
  return (
    <>
      <Group
        title="The person"
        client={client}
        facts={[...nameRows(body, row, today), ...aboutRows(body, row)]}
      />
      <Group
        title="How to reach them"
        client={client}
        facts={[
          row(
            'address',
            'Address',
            [...(body.address?.lines ?? []), body.address?.postcode ?? ''].filter(Boolean).join('\n'),
          ),
          row('phone', 'Phone', body.phone),
          row('mobile', 'Mobile', body.mobile),
          row('email', 'Email', body.email),
          row('preferredContact', 'Best way to reach them', body.preferredContact),
          row('emergencyContact', 'In an emergency', contactWords(people)),
        ]}
      />
      <Group
        title="Health and practice"
        client={client}
        facts={[
          row('practice', 'GP practice', names.practice(body.practice)),
          row('longTermConditions', 'Long-term conditions', body.longTermConditions?.join('\n')),
          row('carerStatus', 'Caring', codes.wordFor(codes.carerStatus, body.carerStatus)),
        ]}
      />
      <CareUseLink client={client.id} />
      <Group
        title="What they need from us"
        client={client}
        facts={[
          row('communicationNeeds', 'Communication', body.communicationNeeds?.join('\n')),
          row('accessNeeds', 'Access', body.accessNeeds?.join('\n')),
          row('aboutMe', 'About me', body.aboutMe),
        ]}
      />
      <ConsentPart client={client} names={names} today={today} />
      <RightsLink client={client.id} />
      <Group
        title="This file"
        client={client}
        facts={[
          row('status', 'Status', codes.wordFor(codes.clientStatus, body.status)),
          row('coordinator', 'Co-ordinator', body.coordinator && names.staff(body.coordinator)),
          row('openedOn', 'Opened', body.openedOn && formatDay(body.openedOn)),
          row('closedOn', 'Closed', body.closedOn && formatDay(body.closedOn)),
          row('reviewOn', 'Review', body.reviewOn && formatDay(body.reviewOn)),
        ]}
      />
    </>
  )
}

/** Figures for reports, from lists that surgeries and hospitals give; most are imported. */
function CareUseLink({ client }: { client: string }) {
  return (
    <div className={classes['actions']}>
      <Button
        component={Link}
        to={`/clients/${client}/care-use`}
        variant="default"
        leftSection={<IconStethoscope size={20} aria-hidden />}
      >
        Use of health care
      </Button>
    </div>
  )
}

/** What a manager does about the file itself. */
function RightsLink({ client }: { client: string }) {
  const { person } = useWorkspace()
  if (person.role !== 'manager') return null
  return (
    <div className={classes['actions']}>
      <Button
        component={Link}
        to={`/clients/${client}/rights`}
        variant="default"
        leftSection={<IconScale size={20} aria-hidden />}
      >
        Rights and keeping
      </Button>
    </div>
  )
}

function Group({ title, client, facts }: { title: string; client: View<'client'>; facts: (Fact | null)[] }) {
  const shown = facts.filter((one) => one !== null)
  return (
    <Section
      title={title}
      actions={
        <Button
          component={Link}
          to={`/clients/${client.id}/edit`}
          variant="subtle"
          size="compact-md"
          leftSection={<IconPencil size={20} aria-hidden />}
          aria-label={`Edit: ${title}`}
        >
          Edit
        </Button>
      }
    >
      {shown.length > 0 ? (
        <Facts facts={shown} />
      ) : (
        <p className={classes['quiet']}>Nothing written down yet.</p>
      )}
    </Section>
  )
}

type Row = (field: Field, label: string, value: ReactNode) => Fact | null

/** A line for a field; with its marker where two people answered differently, even if the value itself is empty. */
function rowsFor(client: View<'client'>): Row {
  const contested = new Set(openQuestions(client).map((path) => segmentsOf(path)[0]))
  return (field, label, value) => {
    if (!contested.has(field)) return value ? { label, value } : null
    return {
      label,
      value: (
        <>
          {value || 'Nothing written down'} <TwoAnswers record={client.id} />
        </>
      ),
    }
  }
}

function nameRows(body: ClientBody, row: Row, today: string): (Fact | null)[] {
  const born = body.dateOfBirth
  const oddBirth = born !== undefined && birthDateDoubt(born, today) !== null
  const oddNumber = body.nhsNumber !== undefined && nhsNumberDoubt(body.nhsNumber) !== null
  return [
    row('title', 'Title', body.title),
    row('firstName', 'First name', body.firstName),
    row('familyName', 'Family name', body.familyName),
    row('preferredName', 'Likes to be called', body.preferredName),
    row('dateOfBirth', 'Born', born && withDoubt(formatFullDay(born), oddBirth)),
    row('nhsNumber', 'NHS number', body.nhsNumber && withDoubt(formatNhsNumber(body.nhsNumber), oddNumber)),
  ]
}

function aboutRows(body: ClientBody, row: Row): (Fact | null)[] {
  return [
    row('pronoun', 'Pronoun', body.pronoun),
    row('sex', 'Sex', codes.wordFor(codes.sex, body.sex)),
    row('gender', 'Gender', body.gender),
    row('ethnicity', 'Ethnic group', codes.wordFor(codes.ethnicity, body.ethnicity)),
  ]
}

function withDoubt(value: string, odd: boolean): ReactNode {
  if (!odd) return value
  return (
    <>
      {value} <span className={classes['doubt']}>Please check</span>
    </>
  )
}

function contactWords(people: PersonAround[] | undefined): string | undefined {
  return emergencyContacts(people ?? [])
    .map(({ name, relation, phone }) => [name, relation, phone].filter(Boolean).join(', '))
    .join('\n')
}
