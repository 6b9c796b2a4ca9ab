import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { Loading } from '#ui/Loading.tsx'
import { useLook } from '#ui/useLook.ts'
import { useLocalNow } from '#ui/useNow.ts'
import classes from './ClientFile.module.css'
import { ClientHead } from './ClientHead.tsx'
import { DeclinedNotice } from './DeclinedNotice.tsx'
import { ClosedNotice } from './episode/ClosedNotice.tsx'
import { EpisodeBar } from './episode/EpisodeBar.tsx'
import { ReviewNotice } from './episode/ReviewNotice.tsx'
import { fileOfEpisode, useEpisodes } from './episode/useEpisodes.ts'
import { PlannedVisits } from './NextVisit.tsx'
import { NotesPart } from './NotesPart.tsx'
import { TimelinePart } from './TimelinePart.tsx'
import { type ClientFile, useNames } from './useClientFile.ts'
import { WaitingNow, WaitingSteps } from './Waiting.tsx'

// The timeline and the notes come with the file; what is opened less often comes when it is.
const PlanPart = lazy(async () => ({ default: (await import('./plan/PlanPart.tsx')).PlanPart }))
const WellbeingPart = lazy(async () => ({ default: (await import('./WellbeingPart.tsx')).WellbeingPart }))
const ReferralsPart = lazy(async () => ({ default: (await import('./ReferralsPart.tsx')).ReferralsPart }))
const PeoplePart = lazy(async () => ({ default: (await import('./people/PeoplePart.tsx')).PeoplePart }))
const DetailsPart = lazy(async () => ({ default: (await import('./DetailsPart.tsx')).DetailsPart }))

const parts = [
  { part: 'timeline', label: 'Timeline' },
  { part: 'plan', label: 'Plan' },
  { part: 'wellbeing', label: 'Wellbeing' },
  { part: 'referrals', label: 'Referrals out' },
  { part: 'people', label: 'People' },
  { part: 'notes', label: 'Notes and forms' },
  { part: 'details', label: 'Details' },
] as const

/** The file below its name: who the person is, what is planned, and its parts. The part lives in the address. */
export function ClientFileParts({ file }: { file: ClientFile }) {
  const names = useNames()
  const { today } = useLocalNow()
  useLook({ client: file.client.id, record: file.client.id, kind: 'client' })
  const looking = useEpisodes(file)
  const shown = fileOfEpisode(file, looking)
  const [params, setParams] = useSearchParams()
  const part = parts.find((one) => one.part === params.get('part'))?.part ?? 'timeline'
  const open = (next: string | null) =>
    setParams(
      (before) =>
        new URLSearchParams([...[...before].filter(([key]) => key !== 'part'), ['part', next ?? part]]),
      {
        replace: true,
        preventScrollReset: true,
      },
    )
  return (
    <>
      <ClientHead file={file} names={names} today={today} />
      <WaitingNow file={file} today={today} />
      <DeclinedNotice file={file} today={today} />
      <ClosedNotice file={file} today={today} />
      <ReviewNotice file={file} today={today} />
      <PlannedVisits visits={file.visits} contacts={file.contacts} names={names} today={today} />
      <EpisodeBar file={shown} looking={looking} />
      <Tabs value={part} onChange={open} className={classes['tabs']} keepMounted={false}>
        <Tabs.List aria-label="Parts of the file">
          {parts.map((one) => (
            <Tabs.Tab key={one.part} value={one.part}>
              {one.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Suspense fallback={<Loading />}>
          <Tabs.Panel value="timeline" className={classes['panel']}>
            <TimelinePart file={shown} names={names} />
          </Tabs.Panel>
          <Tabs.Panel value="plan" className={classes['panel']}>
            <PlanPart file={file.client.id} plans={file.plans} today={today} />
          </Tabs.Panel>
          <Tabs.Panel value="wellbeing" className={classes['panel']}>
            <WellbeingPart file={shown} />
          </Tabs.Panel>
          <Tabs.Panel value="referrals" className={classes['panel']}>
            <ReferralsPart file={shown} names={names} />
          </Tabs.Panel>
          <Tabs.Panel value="people" className={classes['panel']}>
            <PeoplePart client={file.client} />
          </Tabs.Panel>
          <Tabs.Panel value="notes" className={classes['panel']}>
            <NotesPart file={file} names={names} />
          </Tabs.Panel>
          <Tabs.Panel value="details" className={classes['panel']}>
            <DetailsPart client={file.client} names={names} today={today} />
            <WaitingSteps file={file} today={today} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </>
  )
}
