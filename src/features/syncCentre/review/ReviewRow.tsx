import { IconFileCheck, IconFileOff, IconFileUnknown } from '@tabler/icons-react'
import type { ReviewItem } from '#protocol/review.ts'
import { since } from '#ui/dates.ts'
import { ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { useNow } from '#ui/useNow.ts'
import { changeWords, subjectOfChange } from '../changeWords.ts'
import { useFiles } from '../useFiles.ts'
import { useNames } from '../wording/names.ts'

const signs = { held: IconFileUnknown, taken: IconFileCheck, declined: IconFileOff, refused: IconFileOff }

/** One change on the list: whose file, who wrote it, what, and when it came. */
export function ReviewRow({ item }: { item: ReviewItem }) {
  const { hash, state, by, received, change } = item
  const nameOf = useNames()
  const fileOf = useFiles(change ? [{ change }] : [])
  const now = useNow()
  const Sign = signs[state]
  const author = nameOf('staff', by) ?? 'Somebody'
  return (
    <ListRow
      to={`/review/${hash}`}
      icon={<Sign size={26} stroke={1.75} />}
      title={change ? subjectOfChange(change, fileOf, nameOf) : 'Something that cannot be read'}
      detail={`${author}, ${since(received, now)}${change ? `. ${changeWords(change)}` : ''}`}
      aside={pillOf(state)}
    />
  )
}

function pillOf(state: ReviewItem['state']) {
  switch (state) {
    case 'held':
      return <Pill tone="amber">Decide</Pill>
    case 'taken':
      return <Pill tone="accent">Taken in</Pill>
    case 'declined':
      return <Pill>Left out</Pill>
    case 'refused':
      return <Pill>Refused</Pill>
  }
}
