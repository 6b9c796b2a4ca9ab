import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Criterion } from '#domain/directory/criteria.ts'
import type { Found } from '#domain/directory/find.ts'
import { asked, type Wish } from '#domain/directory/wish.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import classes from './Filters.module.css'
import { count } from './serviceWords.ts'
import { looseWords } from './wishWords.ts'

export interface NothingFitsProps {
  found: Found
  wish: Wish
  onChange: (part: Partial<Wish>) => void
  /** What can be done when it really does not exist. */
  children?: ReactNode
}

/** Nothing found is no dead end: what to let go of, and how many that would bring. */
export function NothingFits({ found, wish, onChange, children }: NothingFitsProps) {
  const ways = [...found.brings].toSorted(([, a], [, b]) => b - a)
  return (
    <EmptyState title="Nothing fits all of that" action={children}>
      {ways.length > 0
        ? 'Letting go of one thing would help:'
        : 'No single change would help. Try fewer words, or take some choices away.'}
      <ul className={classes['loosen']}>
        {ways.map(([criterion, number]) => (
          <li key={criterion}>
            <Button variant="default" onClick={() => onChange(loosened(wish, criterion))}>
              {criterion === 'words' ? `Without “${wish.words.trim()}”` : looseWords[criterion]}:{' '}
              {count(number, 'service')}
            </Button>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

function loosened(wish: Wish, criterion: Criterion | 'words'): Partial<Wish> {
  if (criterion === 'words') return { words: '' }
  return { criteria: asked({ ...wish.criteria, [criterion]: undefined }) }
}
