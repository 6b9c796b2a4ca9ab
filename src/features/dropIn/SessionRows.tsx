import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { people, topicWords, whenWords } from './dropInWords.ts'
import type { HeldSession } from './useSessions.ts'

/** Sessions by where and when they were, with how many came. */
export function SessionRows({ sessions }: { sessions: readonly HeldSession[] }) {
  return (
    <List>
      {sessions.map(({ session: { id, body, pending }, contacts }) => (
        <ListRow
          key={id}
          to={`/drop-in/${id}`}
          title={body.place}
          detail={[whenWords(body), topicWords(body)].filter(Boolean).join('. ')}
          aside={
            <>
              {people(contacts.length)} {pending && <Pill>Waits to be sent</Pill>}
            </>
          }
        />
      ))}
    </List>
  )
}
