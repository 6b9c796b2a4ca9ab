import { Button } from '@mantine/core'
import { IconDeviceTabletCheck, IconListCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { keepsRecord } from '#domain/visit/missing.ts'
import { isReview, type VisitDraft } from '#domain/visit/visitDraft.ts'
import { useOutbox } from '#store/react.ts'
import type { OutboxEntry } from '#store/workspace.ts'
import { useSettings } from '#store/settings.ts'
import { useSyncStatus } from '#sync/react.ts'
import { formatDay } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { clientName } from '../clientName.ts'
import { counted } from '../sections.ts'
import classes from './Finish.module.css'

export interface FinishedVisit {
  readonly draft: VisitDraft
  /** The id of the change that carries it. */
  readonly change: string
}

/** After finishing: where it is now, and what comes next. */
export function FinishedScreen({ visit: { draft, change } }: { visit: FinishedVisit }) {
  const name = clientName(draft.seen.client.body)
  const { reviewMonths } = useSettings()
  return (
    <Page title="Visit finished">
      <div className={classes['stack']}>
        <Whereabouts change={change} />
        <Section title="Next" icon={<IconListCheck size={24} />}>
          <ul className={classes['list']}>
            {nextSteps(draft, name).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </Section>
        {isReview(draft.seen) && (
          <p className={classes['quiet']}>
            {name} goes on, with another review in {counted(reviewMonths, 'month')}. Or close the file now.
          </p>
        )}
        <div className={classes['done']}>
          <Button component={Link} to="/today" size="lg">
            Back to today
          </Button>
          <Button component={Link} to={`/clients/${draft.seen.client.id}`} variant="default" size="lg">
            Open {name}’s file
          </Button>
          {keepsRecord(draft) && draft.services.length > 0 && (
            <Button
              component={Link}
              to={`/clients/${draft.seen.client.id}/leaflet`}
              variant="default"
              size="lg"
            >
              Leaflet for {name}
            </Button>
          )}
          {isReview(draft.seen) && (
            <Button
              component={Link}
              to={`/clients/${draft.seen.client.id}/close`}
              variant="default"
              size="lg"
            >
              Close {name}’s file
            </Button>
          )}
        </div>
      </div>
    </Page>
  )
}

function Whereabouts({ change }: { change: string }) {
  const waiting = useOutbox()?.find((entry) => entry.change.id === change)
  const refused = waiting?.state === 'refused'
  const phase = useSyncStatus()?.phase
  return (
    <Notice
      tone={refused ? 'amber' : 'accent'}
      live
      icon={<IconDeviceTabletCheck size={24} />}
      title={waiting ? 'Kept on this tablet' : 'The team has it'}
      action={
        refused && (
          <Button component={Link} to={`/sync/refused/${change}`} variant="default">
            Look at it
          </Button>
        )
      }
    >
      {whereaboutsInWords(waiting?.state, phase === 'signIn')}
    </Notice>
  )
}

function whereaboutsInWords(state: OutboxEntry['state'] | undefined, signIn: boolean): string {
  switch (state) {
    case undefined:
      return 'It was sent, and is kept on this tablet too.'
    case 'refused':
      return 'It could not be taken over as it is. Nothing is lost.'
    case 'pending':
    case 'answered':
      return signIn
        ? 'It goes to the team when you sign in again.'
        : 'It goes to the team when there is a signal.'
  }
}

/** What was agreed, by day; a step without a day comes last. */
function nextSteps(draft: VisitDraft, name: string): string[] {
  if (!keepsRecord(draft)) return ['No record was kept, as wished. The visit itself is noted.']
  const open = draft.plan.actions
    .filter(({ status }) => status === 'to-do' || status === 'doing')
    .toSorted((a, b) => (a.by ?? '9').localeCompare(b.by ?? '9'))
    .map(({ what, who, by }) => `${what}: ${who}${by ? `, by ${formatDay(by)}` : ''}`)
  const referrals = draft.services.filter(({ as }) => as === 'referral').length
  return [
    ...open,
    ...(referrals > 0 ? [`${counted(referrals, 'referral')} to be answered`] : []),
    ...(open.length + referrals === 0
      ? [`Nothing was agreed to be done. ${name}’s file is up to date.`]
      : []),
  ]
}
