import { Anchor } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { Link } from 'react-router'
import { concernThreads } from '#domain/concern/standing.ts'
import { useRecords } from '#store/react.ts'
import { formatMoment } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { concernAbout, wordFor } from '#words/codes.ts'
import classes from './ClientFile.module.css'

/** Concerns about the person that whoever looks may see: open ones by name, closed ones as a way to them. */
export function ConcernsOfFile({ clientId }: { clientId: string }) {
  const concerns = useRecords('concern', { file: clientId })
  const actions = useRecords('concernAction', { file: clientId })
  const threads = concernThreads(concerns ?? [], actions ?? [])
  const open = threads.filter((thread) => thread.open)
  if (threads.length === 0) return null
  return (
    <Notice
      tone={open.length > 0 ? 'amber' : 'plain'}
      icon={<IconHeartHandshake size={22} />}
      title={open.length > 0 ? 'Open concern' : 'Earlier concerns, closed'}
    >
      <ul className={classes['list']}>
        {(open.length > 0 ? open : threads).map(({ concern: { id, body } }) => (
          <li key={id}>
            <Anchor component={Link} to={`/concerns/${id}`} underline="always">
              {wordFor(concernAbout, body.about)}, {formatMoment(body.at)}
            </Anchor>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
