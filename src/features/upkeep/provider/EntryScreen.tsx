import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link, useParams } from 'react-router'
import { openQuestions } from '#domain/record/record.ts'
import { useRecord } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import * as codes from '#words/codes.ts'
import {
  accessWords,
  agesWords,
  costWords,
  facts,
  languageName,
  needName,
  scheduleWords,
  whereWords,
} from '#words/directory/serviceWords.ts'
import classes from '../Upkeep.module.css'
import { OwnProposals } from './OwnProposals.tsx'
import { SayAtOnce } from './SayAtOnce.tsx'

/** One entry of a provider's own: what they say at once, how it reads, and what they have proposed. */
export function EntryScreen() {
  const { serviceId = '' } = useParams()
  const service = useRecord('service', serviceId)
  return (
    <Page title={service?.body.name ?? 'Entry'} back={{ to: '/entries', label: 'Our entries' }}>
      {service === undefined && <Loading />}
      {(service === null || service?.deleted) && (
        <EmptyState title="This entry is no longer in the directory" />
      )}
      {service && !service.deleted && <Entry key={service.id} service={service} />}
    </Page>
  )
}

function Entry({ service }: { service: View<'service'> }) {
  return (
    <>
      {openQuestions(service).length > 0 && <TwoAnswers record={service.id} />}
      <SayAtOnce service={service} />
      <Section title="How it reads">
        <Facts facts={factsOf(service)} />
        <div className={classes['actions']}>
          <Button
            component={Link}
            to={`/entries/${service.id}/propose`}
            variant="default"
            leftSection={<IconPencil size={20} aria-hidden />}
          >
            Propose a change
          </Button>
        </div>
      </Section>
      <OwnProposals service={service} />
    </>
  )
}

function factsOf({ body }: View<'service'>) {
  return facts([
    ['Name', body.name],
    ['Also called', body.alternate_name],
    ['Status', codes.wordFor(codes.serviceStatus, body.status)],
    ['What it is', body.description],
    ['Good to know', body.alert],
    ['Kind', body.categories?.join(', ')],
    ['Helps with', body.needs?.map(needName).join(', ')],
    ['Where', whereWords(body)],
    ['When', scheduleWords(body)],
    ['Cost', costWords(body)],
    ['For whom', agesWords(body)],
    ['Access', accessWords(body)],
    ['Languages', body.languages?.map(languageName).join(', ')],
    ['How to join', body.application_process],
    ['Phone', body.phones?.map(({ number }) => number).join('\n')],
    ['Email', body.email],
    ['Website', body.url],
    ['Takes', codes.wordFor(codes.serviceAccepts, body.accepts)],
  ])
}
