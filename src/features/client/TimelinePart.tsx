import {
  IconArrowBarToRight,
  IconClipboardText,
  IconHome,
  IconInfoCircle,
  IconNote,
  IconPhone,
  IconSend,
} from '@tabler/icons-react'
import { openQuestions } from '#domain/record/record.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Pill } from '#ui/Pill.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { type Entry, timeline } from './timeline.ts'
import classes from './Timeline.module.css'
import type { ClientFile, Names } from './useClientFile.ts'

const icons: Record<Entry['what'], typeof IconNote> = {
  referral: IconArrowBarToRight,
  contact: IconPhone,
  visit: IconHome,
  response: IconClipboardText,
  note: IconNote,
  onwardReferral: IconSend,
  signpost: IconInfoCircle,
}

/** What happened, the latest first, with who did it. */
export function TimelinePart({ file, names }: { file: ClientFile; names: Names }) {
  const entries = timeline(file, names)
  if (entries.length === 0) {
    return <EmptyState title="Nothing has happened yet">Plan a visit, or add a note.</EmptyState>
  }
  return (
    <ol className={classes['timeline']} aria-label="Timeline, the latest first">
      {entries.map((entry) => (
        <TimelineEntry key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

function TimelineEntry({ entry }: { entry: Entry }) {
  const Icon = icons[entry.what]
  return (
    <li className={classes['entry']}>
      <span className={classes['icon']} aria-hidden>
        <Icon size={22} />
      </span>
      <div className={classes['words']}>
        <p className={classes['when']}>
          {entry.at.includes('T') ? formatMoment(entry.at) : formatDay(entry.at)} · {entry.by}
        </p>
        <p className={classes['title']}>{entry.title}</p>
        {entry.text && <p className={classes['text']}>{entry.text}</p>}
        {entry.pending && <Pill>Not sent yet</Pill>}
        {openQuestions({ contested: entry.questions }).length > 0 && <TwoAnswers record={entry.id} />}
      </div>
    </li>
  )
}
