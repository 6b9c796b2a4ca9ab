import classes from './Visit.module.css'

/** The numbers that hold everywhere in the country: 999 for danger now, 111 for urgent medical help. */
export function EmergencyNumbers() {
  return (
    <>
      <a className={classes['ring']} href="tel:999">
        Ring 999
      </a>
      <a className={classes['ring']} href="tel:111">
        Ring 111
      </a>
    </>
  )
}
