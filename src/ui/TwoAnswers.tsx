import { IconHelpCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import classes from './TwoAnswers.module.css'

/** Stands beside what two people answered differently, and leads to where somebody can choose. */
export function TwoAnswers({ record, about }: { record: string; about?: string }) {
  return (
    <Link to={`/questions/${record}`} className={classes['marker']}>
      <IconHelpCircle size={20} aria-hidden />
      <span>Two answers – choose{about ? ` (${about})` : ''}</span>
    </Link>
  )
}
