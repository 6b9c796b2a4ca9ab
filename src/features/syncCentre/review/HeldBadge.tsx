import { VisuallyHidden } from '@mantine/core'
import { useHeldCount } from '#sync/useHeldCount.ts'
import classes from './HeldBadge.module.css'

/** How many changes of colleagues wait for this manager; nothing where none does. */
export function HeldBadge() {
  const count = useHeldCount()
  if (count === 0) return null
  return (
    <span className={classes['badge']}>
      {count}
      <VisuallyHidden> to decide about</VisuallyHidden>
    </span>
  )
}
