import { Button, VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link, useParams } from 'react-router'
import { useRecord } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { PaneTitle } from '#ui/PaneTitle.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import { useDirectory } from '#words/directory/useDirectory.ts'
import { usePlace } from '#words/directory/usePlace.ts'
import classes from './Directory.module.css'
import { FindServices } from './FindServices.tsx'
import { ServiceDetail } from './ServiceDetail.tsx'
import { usePicked } from './usePicked.ts'
import { PickedBar } from './PickedBar.tsx'
import { UpkeepLink } from './upkeep/UpkeepLink.tsx'
import { useWish } from './useWish.ts'

/** The same at every letter that is typed, so that none draws them anew. */
const actions = (
  <>
    <UpkeepLink />
    <Button component={Link} to="/gaps" variant="subtle">
      Gaps
    </Button>
  </>
)

/** What there is in the borough: found in seconds, without a signal; one service beside the list, or alone on a phone. */
export function DirectoryScreen() {
  const { serviceId } = useParams()
  const directory = useDirectory()
  const beside = useMediaQuery('(min-width: 800px)', window.innerWidth >= 800)
  const service = useRecord('service', serviceId ?? '')
  const wishing = useWish()
  const alone = !beside && serviceId !== undefined
  return (
    <Page
      title={alone ? (service?.body.name ?? 'Service') : 'Directory'}
      width="wide"
      {...(alone
        ? { back: { to: `/directory${wishing.search}`, label: 'Directory' } }
        : {
            place: '/directory',
            actions,
          })}
    >
      {directory ? (
        <Finder directory={directory} serviceId={serviceId} beside={beside} wishing={wishing} />
      ) : (
        <Loading label="Opening the directory…" />
      )}
    </Page>
  )
}

interface FinderProps {
  directory: Directory
  serviceId: string | undefined
  beside: boolean
  wishing: ReturnType<typeof useWish>
}

/** The filters beside the list; the list beside a service, once one is chosen. The list stays where it was throughout. */
function Finder({ directory, serviceId, beside, wishing }: FinderProps) {
  const { minute } = useLocalNow()
  const place = usePlace(wishing.wish.near, directory)
  const picked = usePicked()
  return (
    <>
      <div className={classes['finder']} data-chosen={serviceId !== undefined}>
        <section aria-label="Services" className={classes['list']}>
          <VisuallyHidden component="h2">Services</VisuallyHidden>
          <FindServices
            directory={directory}
            place={place}
            wishing={wishing}
            current={serviceId}
            filtersBeside={beside && serviceId === undefined}
            now={minute}
            picked={picked}
          />
        </section>
        {serviceId !== undefined && (
          <section aria-label="Chosen service" className={classes['detail']}>
            <Chosen id={serviceId} named={beside} now={minute} />
          </section>
        )}
      </div>
      <PickedBar picked={picked} />
    </>
  )
}

/** `named`: its name stands above its details, not already on top of the screen. */
function Chosen({ id, named, now }: { id: string; named: boolean; now: string }) {
  const service = useRecord('service', id)
  const organisation = useRecord('organisation', service?.body.organization_id ?? '')
  if (service === undefined) return <Loading />
  if (service === null || service.deleted) {
    return <EmptyState title="This service is no longer in the directory" />
  }
  return (
    <>
      {named && <PaneTitle key={id} title={service.body.name} />}
      <ServiceDetail service={service} organisation={organisation ?? undefined} now={now} />
    </>
  )
}
