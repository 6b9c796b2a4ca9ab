import { Button } from '@mantine/core'
import { IconEye, IconPencil } from '@tabler/icons-react'
import { Link, useParams } from 'react-router'
import type { UpkeepWhy } from '#domain/directory/upkeep.ts'
import { openQuestions } from '#domain/record/record.ts'
import { useRecord } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import * as codes from '#words/codes.ts'
import { CheckedToday, LastChecked } from '#words/upkeep/LastChecked.tsx'
import { happenedLines } from '#words/upkeep/upkeepWords.ts'
import { ManagersOnly } from '../ManagersOnly.tsx'
import classes from '../Upkeep.module.css'
import { reasonLine } from '../upkeepReasonWords.ts'
import { useUpkeep } from '../useUpkeep.ts'
import { FeedPart } from './FeedPart.tsx'
import { OpenOrClosed } from './OpenOrClosed.tsx'
import { Proposals } from './Proposals.tsx'
import { RemoveEntry } from './RemoveEntry.tsx'
import { Reports } from './Reports.tsx'

/** One entry, as its curator sees it: why it is on the list, what others say of it, and what can be done. */
export function UpkeepEntryScreen() {
  const { serviceId = '' } = useParams()
  const service = useRecord('service', serviceId)
  const organisation = useRecord('organisation', service?.body.organization_id ?? '')
  return (
    <Page
      title={service?.body.name ?? 'Entry'}
      back={{ to: '/directory/upkeep', label: 'Directory upkeep' }}
      lead={organisation?.body.name}
    >
      <ManagersOnly>
        {service === undefined && <Loading />}
        {(service === null || service?.deleted) && (
          <EmptyState title="This service is no longer in the directory" />
        )}
        {service && !service.deleted && <Entry key={service.id} service={service} />}
      </ManagersOnly>
    </Page>
  )
}

function Entry({ service }: { service: View<'service'> }) {
  return (
    <>
      {openQuestions(service).length > 0 && <TwoAnswers record={service.id} />}
      <Standing service={service} />
      <Reports service={service} />
      <Proposals service={service} />
      <FeedPart service={service} />
      <OpenOrClosed service={service} />
      <RemoveEntry service={service} />
    </>
  )
}

/** What is on this screen in full, or in the line about the last check. */
const saidBelow = new Set<UpkeepWhy>(['reported', 'proposed', 'never-checked', 'unchecked'])

function Standing({ service }: { service: View<'service'> }) {
  const row = useUpkeep()?.find((each) => each.service.id === service.id)
  const happened = row?.happened
  const reasons = (row?.reasons ?? []).filter(({ why }) => !saidBelow.has(why))
  return (
    <Section
      title="How it stands"
      actions={<Pill>{codes.wordFor(codes.serviceStatus, service.body.status)}</Pill>}
    >
      <p className={classes['words']}>
        <LastChecked service={service} />
      </p>
      {reasons.length > 0 && (
        <ul className={classes['words']}>
          {reasons.map((reason) => (
            <li key={reason.why}>{reasonLine(reason)}</li>
          ))}
        </ul>
      )}
      {happened && (
        <p className={classes['words']}>
          {[
            `Of ${happened.made} referrals from here in the last twelve months`,
            happenedLines(happened).join('; '),
          ]
            .filter(Boolean)
            .join(': ')}
        </p>
      )}
      <div className={classes['actions']}>
        <CheckedToday service={service} />
        <Button
          component={Link}
          to={`/directory/${service.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={20} aria-hidden />}
        >
          Edit everything
        </Button>
        <Button
          component={Link}
          to={`/directory/${service.id}`}
          variant="default"
          leftSection={<IconEye size={20} aria-hidden />}
        >
          See it in the directory
        </Button>
      </div>
    </Section>
  )
}
