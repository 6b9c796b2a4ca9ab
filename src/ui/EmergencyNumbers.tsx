import { useSettings } from '#store/settings.ts'
import classes from './EmergencyNumbers.module.css'

/** The numbers that hold everywhere in the country. They are here before any setting has arrived. */
const everywhere = [
  { id: '999', label: '999', number: '999' },
  { id: '111', label: '111', number: '111' },
]

/** Whom to ring at once: 999 for danger now, 111 for urgent medical help, then whom the service has named besides. */
export function EmergencyNumbers() {
  const { urgentNumbers } = useSettings()
  return (
    <>
      {everywhere.map(({ id, label, number }) => (
        <Ring key={id} label={label} number={number} />
      ))}
      {urgentNumbers.map(({ id, label, number, note }) => (
        <Ring key={id} label={`${label} ${number}`} number={number} note={note} />
      ))}
    </>
  )
}

function Ring({ label, number, note }: { label: string; number: string; note?: string | undefined }) {
  return (
    <a className={classes['ring']} href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      <span>
        Ring {label}
        {note ? <span className={classes['note']}>: {note}</span> : null}
      </span>
    </a>
  )
}
