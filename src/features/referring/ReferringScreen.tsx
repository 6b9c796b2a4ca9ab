import { Button } from '@mantine/core'
import { IconPencil, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useDrafts, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay, formatMoment } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import * as codes from '#words/codes.ts'
import classes from './Referring.module.css'
import { wordsFor } from './referringWords.ts'

/** Where a referrer starts: refer somebody, and see how far it has come with those whom they referred. */
export function ReferringScreen() {
  const { person } = useWorkspace()
  const words = wordsFor(person)
  return (
    <Page
      title={words.home}
      lead={`${person.service} gets in touch with everybody whom you name here.`}
      actions={
        <Button
          component={Link}
          to="/referring/new"
          size="lg"
          leftSection={<IconUserPlus size={24} aria-hidden />}
        >
          {words.refer}
        </Button>
      }
    >
      <Begun />
      <Section title={words.list} look="plain" icon={<IconUsers size={22} />}>
        <Referred person={person.id} empty={words.empty} />
      </Section>
    </Page>
  )
}

/** A referral that was begun and not sent is not to be forgotten. */
function Begun() {
  const begun = useDrafts()?.filter(({ id }) => id === 'refer' || id.startsWith('refer:')) ?? []
  if (begun.length === 0) return null
  return (
    <div className={classes['begun']}>
      <List label="Begun and not sent">
        {begun.map(({ id, savedAt }) => {
          const contact = id.slice('refer:'.length)
          return (
            <ListRow
              key={id}
              to={contact === '' ? '/referring/new' : `/referring/new?contact=${contact}`}
              icon={<IconPencil size={24} />}
              title={contact === '' ? 'Begun and not sent' : 'Begun at a drop-in and not sent'}
              detail={`Kept on this device, ${formatMoment(savedAt)}. Go on where you were.`}
            />
          )
        })}
      </List>
    </div>
  )
}

function Referred({ person, empty }: { person: string; empty: string }) {
  const referred = useRecords('referralProgress')
  if (!referred) return <Loading />
  const own = referred.filter(({ body }) => body.referredBy === person)
  if (own.length === 0)
    return (
      <EmptyState title={empty}>
        They are listed here then, with how far it has come: received, in contact, seen, closed.
      </EmptyState>
    )
  return (
    <>
      <List>
        {own
          .toSorted((a, b) => b.body.on.localeCompare(a.body.on) || b.id.localeCompare(a.id))
          .map((view) => (
            <Progress key={view.id} view={view} />
          ))}
      </List>
      <p className={classes['quiet']}>You see how far it has come, and nothing else of their file.</p>
    </>
  )
}

function Progress({ view: { body, pending } }: { view: View<'referralProgress'> }) {
  const status = codes.wordFor(codes.referralProgress, body.status)
  return (
    <ListRow
      title={body.name}
      detail={[
        `Referred ${formatDay(body.on)}`,
        body.statusOn && `${status?.toLowerCase()} since ${formatDay(body.statusOn)}`,
      ]
        .filter(Boolean)
        .join(', ')}
      aside={pending ? <Pill>Waits to be sent</Pill> : <Pill tone="accent">{status}</Pill>}
    />
  )
}
