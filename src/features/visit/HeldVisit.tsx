import { Button } from '@mantine/core'
import { IconClipboardText, IconFolderOpen } from '@tabler/icons-react'
import { Link } from 'react-router'
import { wemwbs } from '#domain/measure/wemwbs.ts'
import type { MeasureScore } from '#domain/response/response.ts'
import { useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { Facts, type Fact } from '#ui/Facts.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { clientName } from './clientName.ts'
import { saidIn } from './saidIn.ts'
import { purposeInWords } from './visitWords.ts'
import classes from './wellbeing/WellbeingScore.module.css'

/** A visit that was held: what was said and agreed, to read. */
export function HeldVisit({ visit, file }: { visit: View<'visit'>; file: string }) {
  const client = useRecord('client', file)
  const response = useRecord('response', visit.body.response ?? '')
  const services = useServicesGiven(visit.id, file)
  if (!client || response === undefined) return <Loading label="Opening the visit…" />
  return (
    <Page
      title={clientName(client.body)}
      tabName="Visit"
      lead={`${purposeInWords(visit.body.purpose)}, held ${formatMoment(visit.body.heldAt ?? visit.body.startsAt)}`}
      actions={
        <Button
          component={Link}
          to={`/clients/${file}`}
          variant="default"
          leftSection={<IconFolderOpen size={20} aria-hidden />}
        >
          Open the file
        </Button>
      }
    >
      {services.length > 0 && (
        <Section title="Services">
          <Facts facts={services} />
        </Section>
      )}
      {response === null ? (
        <Notice icon={<IconClipboardText size={24} />}>
          No form was filled in on this visit, or it is not here yet.
        </Notice>
      ) : (
        <>
          <Scores response={response} />
          {saidIn(response.body.item).map(({ title, facts }) => (
            <Section key={title} title={title}>
              <Facts facts={facts} />
            </Section>
          ))}
        </>
      )}
    </Page>
  )
}

function Scores({ response: { body } }: { response: View<'response'> }) {
  const facts = (body.scores ?? []).flatMap(({ measure, total, metric }) => {
    if (measure === 'wemwbs')
      return [{ label: 'WEMWBS', value: total === null ? 'No total: answers missing' : `${total} of 70` }]
    if (measure === 'swemwbs' && typeof metric === 'number')
      return [{ label: 'Short scale', value: `${metric.toFixed(2)} of 35` }]
    return []
  })
  if (facts.length === 0) return null
  return (
    <Section title="Wellbeing score">
      <Facts facts={facts} />
      <p className={classes['quiet']}>{heldWording(body.scores ?? [])}</p>
    </Section>
  )
}

/** In whose words it was asked, and whose scale it is. */
function heldWording(scores: readonly MeasureScore[]): string {
  const licensed = scores.find(({ wording }) => wording === 'licensed')
  const asked = licensed
    ? `Asked in the scale’s own wording, version ${licensed.packVersion ?? ''}.`
    : 'Asked in cue words.'
  return `${asked} ${wemwbs.copyright}`
}

function useServicesGiven(visit: string, file: string): Fact[] {
  const referrals = useRecords('onwardReferral', { file }) ?? []
  const signposts = useRecords('signpost', { file }) ?? []
  const services = useRecords('service') ?? []
  const names = (given: readonly { body: { service: string; visit?: string | undefined } }[]) =>
    given
      .filter(({ body }) => body.visit === visit)
      .map(
        ({ body }) =>
          services.find(({ id }) => id === body.service)?.body.name ?? 'A service no longer listed',
      )
      .join('\n')
  const facts = [
    { label: 'Referrals', value: names(referrals) },
    { label: 'Details given', value: names(signposts) },
  ]
  return facts.filter(({ value }) => value !== '')
}
