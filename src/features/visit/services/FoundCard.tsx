import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { Listing } from '#domain/directory/listing.ts'
import type { Whereabouts } from '#domain/directory/place.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import type { ChosenService, VisitDraft } from '#domain/visit/visitDraft.ts'
import { newId } from '#store/ids.ts'
import { Pill } from '#ui/Pill.tsx'
import {
  agesWords,
  costWords,
  distanceWords,
  waitWords,
  whenWords,
  whereWords,
} from '#words/directory/serviceWords.ts'
import { ReportMistake } from '#words/upkeep/ReportMistake.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import { WouldHaveFitted } from './GapsHere.tsx'
import classes from './Services.module.css'

export interface FoundCardProps {
  listing: Listing
  /** The areas of life that are looked through; none for any. */
  areas: readonly string[]
  /** How it lies to where the person lives. */
  lies: Whereabouts | null
  /** Local, `YYYY-MM-DDTHH:mm`. */
  now: string
}

/** A service of the directory, to be referred to or told about. */
export function FoundCard({ listing, areas, lies, now }: FoundCardProps) {
  const { id, body, organisation, refers } = listing
  const { draft, change } = useVisitWork()
  const chosen = draft.services.find((each) => each.service === id)
  const choose = (as: ChosenService['as']) =>
    change((now) => ({ ...now, services: [...now.services, asChosen(id, body, as, now)] }))
  return (
    <article className={classes['card']} aria-label={body.name}>
      <div>
        <h3 className={classes['name']}>{body.name}</h3>
        <p className={classes['quiet']}>{organisation}</p>
      </div>
      {body.description && <p className={classes['words']}>{body.description}</p>}
      <WhereAndWhen body={body} lies={lies} now={now} />
      <Marks listing={listing} />
      {chosen ? (
        <p className={classes['words']}>
          <IconCheck size={20} aria-hidden style={{ verticalAlign: '-0.2em' }} /> Chosen as{' '}
          {chosen.as === 'referral' ? 'a referral' : 'details given'}
        </p>
      ) : (
        <div className={classes['buttons']}>
          {refers && (
            <Button aria-label={`Refer to ${body.name}, ${organisation}`} onClick={() => choose('referral')}>
              Refer
            </Button>
          )}
          <Button
            variant="default"
            aria-label={`Give the details of ${body.name}, ${organisation}`}
            onClick={() => choose('signpost')}
          >
            Give the details
          </Button>
        </div>
      )}
      {!chosen && <WouldHaveFitted service={id} need={needFor(body, areas, draft)} name={body.name} />}
      <ReportMistake quiet service={listing} />
    </article>
  )
}

function WhereAndWhen({ body, lies, now }: { body: ServiceBody } & Pick<FoundCardProps, 'lies' | 'now'>) {
  const words = [distanceWords(lies, body), whereWords(body), whenWords(body, now)].filter(Boolean)
  return words.length === 0 ? null : <p className={classes['words']}>{words.join(' · ')}</p>
}

/** The need that a service would have met: one looked for, or of the plan, that it helps with; else what is nearest. */
function needFor({ needs = [] }: ServiceBody, areas: readonly string[], { plan }: VisitDraft): string {
  const asked = [...areas, ...plan.needs.map(({ area }) => area)]
  return asked.find((area) => needs.includes(area)) ?? asked[0] ?? needs[0] ?? 'people'
}

function Marks({ listing: { body, refers } }: { listing: Listing }) {
  const marks = [
    waitWords(body),
    costWords(body),
    agesWords(body),
    body.accepts === 'signpost' ? 'No referral needed' : refers ? '' : 'Closed to referrals now',
    body.alert ?? '',
  ].filter((mark) => mark !== '')
  if (marks.length === 0) return null
  return (
    <div className={classes['pills']}>
      {marks.map((mark) => (
        <Pill key={mark}>{mark}</Pill>
      ))}
    </div>
  )
}

/**
 * Agreeing to a referral agrees to the least that it needs; everything else is ticked by hand. Where one need of the
 * plan fits the service, it is for that.
 */
function asChosen(
  service: string,
  body: ServiceBody,
  as: ChosenService['as'],
  { plan }: VisitDraft,
): ChosenService {
  const [need, ...others] = plan.needs.filter(({ area }) => body.needs?.includes(area))
  return {
    id: newId(),
    as,
    service,
    organisation: body.organization_id,
    name: body.name,
    ...(need && others.length === 0 ? { need: need.id } : {}),
    agreedToShare: ['contact', 'communication-needs', 'reason'],
    ...(body.waiting_time === undefined ? {} : { expectedWait: body.waiting_time }),
  }
}
