import { Link } from 'react-router'
import { useRecords, useWorkspace } from '#store/react.ts'
import { EmergencyNumbers } from '#ui/EmergencyNumbers.tsx'
import { useVisitWork } from './VisitWork.tsx'
import classes from './Visit.module.css'

/** Whom to ring, at hand in every part of a visit: this can't wait for a signal or a sync. */
export function WorriedCard() {
  const lead = useLead()
  const { client, visit } = useVisitWork().draft.seen
  return (
    <section className={classes['worried']} aria-label="Worried about somebody’s safety?">
      <p style={{ fontWeight: 600 }}>Worried about somebody’s safety?</p>
      <p>In danger now: 999. Urgent medical help: 111. Then ring {lead?.name ?? 'your lead'} today.</p>
      <EmergencyNumbers />
      {lead?.phone && (
        <a className={classes['ring']} href={`tel:${lead.phone.replaceAll(/[^+\d]/g, '')}`}>
          Ring {lead.name}
        </a>
      )}
      <Link className={classes['ring']} to={`/clients/${client.id}/concern?visit=${visit.id}`}>
        Then write it down
      </Link>
    </section>
  )
}

/** The manager of one's own team, if the service has put one in. */
function useLead() {
  const { person } = useWorkspace()
  const managers = (useRecords('staff') ?? []).filter(
    ({ body }) => body.role === 'manager' && body.active !== false,
  )
  const own = managers.find(({ body }) => body.team !== undefined && body.team === person.team)
  return (own ?? managers[0])?.body
}
