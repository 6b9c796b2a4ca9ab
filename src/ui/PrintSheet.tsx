import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import classes from './PrintSheet.module.css'

/**
 * What is printed in place of the screen: nothing of the screen is on the paper, and nothing of this on the screen. It is
 * black on white whatever the screen is, and its headings begin anew with an h1, for whoever has the PDF read out.
 */
export function PrintSheet({ children }: { children: ReactNode }) {
  return createPortal(<div className={classes['sheet']}>{children}</div>, document.body)
}
