import { Button, NativeSelect } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { countBy, takesReferrals } from '#domain/directory/choose.ts'
import type { ChosenService } from '#domain/visit/visitDraft.ts'
import { newId } from '#store/ids.ts'
import { useRecords } from '#store/react.ts'
import { Loading } from '#ui/Loading.tsx'
import { Pill } from '#ui/Pill.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import { findServices, type Findable } from './findServices.ts'
import classes from './Services.module.css'

const SHOWN_AT_FIRST = 8

/** The directory inside the visit: by word and by need, and each result can be chosen at once. */
export function ServicePicker() {
  const services = useFindable()
  const [words, setWords] = useState('')
  const [need, setNeed] = useState('')
  const [all, setAll] = useState(false)
  const wanted = useDeferredValue(words)
  const found = useMemo(() => findServices(services ?? [], { words: wanted, need }), [services, wanted, need])
  const needs = useMemo(
    () =>
      countBy(
        (services ?? []).map(({ body }) => body),
        'needs',
      ),
    [services],
  )
  if (!services) return <Loading label="Opening the directory…" />
  const shown = all ? found : found.slice(0, SHOWN_AT_FIRST)
  return (
    <section aria-labelledby="services-find">
      <h2 id="services-find" className={classes['heading']}>
        Find a service
      </h2>
      <div className={classes['filters']}>
        <SearchField
          label="Search"
          value={words}
          placeholder="walking, lunch club, debt…"
          onChange={setWords}
          found={found.length === 1 ? '1 service' : `${found.length} services`}
        />
        <NativeSelect
          label="By need"
          value={need}
          data={[
            { value: '', label: 'Any need' },
            ...needs.map(({ name, count }) => ({ value: name, label: `${name} (${count})` })),
          ]}
          onChange={(event) => setNeed(event.currentTarget.value)}
        />
      </div>
      <ul className={classes['list']}>
        {shown.map((service) => (
          <li key={service.id}>
            <FoundCard service={service} />
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          Show all {found.length}
        </Button>
      )}
      {found.length === 0 && (
        <p className={classes['quiet']}>
          Nothing found. Try fewer words, or write down the gap as a need in the plan.
        </p>
      )}
    </section>
  )
}

function FoundCard({ service: { id, body, organisation } }: { service: Findable }) {
  const { draft, change } = useVisitWork()
  const chosen = draft.services.find(({ service }) => service === id)
  const choose = (as: ChosenService['as']) =>
    change((now) => ({ ...now, services: [...now.services, asChosen(id, body, as)] }))
  return (
    <article className={classes['card']} aria-label={body.name}>
      <div>
        <h3 className={classes['name']}>{body.name}</h3>
        <p className={classes['quiet']}>{organisation}</p>
      </div>
      {body.description && <p className={classes['words']}>{body.description}</p>}
      <div className={classes['pills']}>
        {body.waiting_time && <Pill>Wait: {body.waiting_time}</Pill>}
        {body.fees_description && <Pill>{body.fees_description}</Pill>}
        {body.eligibility_description && <Pill>{body.eligibility_description}</Pill>}
        {!takesReferrals(body) && <Pill>Takes no referrals now</Pill>}
      </div>
      {chosen ? (
        <p className={classes['words']}>
          <IconCheck size={20} aria-hidden style={{ verticalAlign: '-0.2em' }} /> Chosen as{' '}
          {chosen.as === 'referral' ? 'a referral' : 'details given'}
        </p>
      ) : (
        <div className={classes['buttons']}>
          {takesReferrals(body) && (
            <Button aria-label={`Refer to ${body.name}`} onClick={() => choose('referral')}>
              Refer
            </Button>
          )}
          <Button
            variant="default"
            aria-label={`Give the details of ${body.name}`}
            onClick={() => choose('signpost')}
          >
            Give the details
          </Button>
        </div>
      )}
    </article>
  )
}

/** The least that a referral needs is agreed by agreeing to it; everything else is ticked by hand. */
function asChosen(service: string, body: Findable['body'], as: ChosenService['as']): ChosenService {
  return {
    id: newId(),
    as,
    service,
    organisation: body.organization_id,
    name: body.name,
    agreedToShare: ['contact', 'communication-needs', 'reason'],
    ...(body.waiting_time === undefined ? {} : { expectedWait: body.waiting_time }),
  }
}

function useFindable(): Findable[] | undefined {
  const services = useRecords('service')
  const organisations = useRecords('organisation')
  return useMemo(() => {
    if (!services || !organisations) return undefined
    const names = new Map(organisations.map(({ id, body }) => [id, body.name]))
    return services.map(({ id, body }) => ({ id, body, organisation: names.get(body.organization_id) ?? '' }))
  }, [services, organisations])
}
