import type { ReactNode } from 'react'
import { useTabName } from './Page.tsx'
import classes from './Doorway.module.css'

/** The screen before the lock: one narrow sheet, the same for unlocking, signing in and choosing a PIN. */
export function Doorway({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useTabName(title)
  return (
    <div className={classes['ground']}>
      <header className={classes['brand']}>
        <img src="/icons/doorstep.svg" alt="" width={44} height={44} />
        <span>Doorstep</span>
      </header>
      <main id="main" className={classes['sheet']}>
        <h1 className={classes['title']}>{title}</h1>
        {lead && <p className={classes['lead']}>{lead}</p>}
        {children}
      </main>
    </div>
  )
}
