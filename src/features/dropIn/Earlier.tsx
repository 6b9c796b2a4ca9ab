import { Button, NativeSelect } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { isChosenSession, type SessionChoice } from '#domain/dropIn/session.ts'
import { tallyOf } from '#domain/dropIn/tally.ts'
import { useRecords } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { handOver } from '#ui/handOver.ts'
import { periods, periodSince } from '#ui/periods.ts'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import * as codes from '#words/codes.ts'
import classes from './DropIn.module.css'
import { hourOf } from './dropInWords.ts'
import { Numbers, TallyBars } from './SoFar.tsx'
import { SessionRows } from './SessionRows.tsx'
import { tallyCsv } from './tallyCsv.ts'
import type { HeldSession } from './useSessions.ts'

const AT_ONCE = 20

/** The sessions that were, narrowed by place, topic and period, with what they add up to. */
export function Earlier({ sessions }: { sessions: readonly HeldSession[] }) {
  const [choice, filters] = useFilters(sessions)
  const [shown, setShown] = useState(AT_ONCE)
  const chosen = useMemo(
    () => sessions.filter(({ session }) => isChosenSession(session.body, choice)),
    [sessions, choice],
  )
  if (sessions.length === 0) return null
  return (
    <>
      <Section title="Earlier" look="plain">
        {filters}
        {chosen.length === 0 ? (
          <EmptyState title="No drop-in fits">Try another period, place or topic.</EmptyState>
        ) : (
          <SessionRows sessions={chosen.slice(0, shown)} />
        )}
        {chosen.length > shown && (
          <Button variant="default" fullWidth mt="sm" onClick={() => setShown(shown + AT_ONCE)}>
            Show more of {chosen.length - shown}
          </Button>
        )}
      </Section>
      {chosen.length > 0 && <AddedUp sessions={chosen} />}
    </>
  )
}

function AddedUp({ sessions }: { sessions: readonly HeldSession[] }) {
  const services = useRecords('service', { removed: true })
  const tally = useMemo(
    () =>
      tallyOf(
        sessions.flatMap(({ contacts }) => contacts.map(({ body }) => body)),
        hourOf,
      ),
    [sessions],
  )
  if (tally.people === 0) return null
  const save = () => {
    const names = new Map(services?.map(({ id, body }) => [id, body.name]))
    const text = tallyCsv(tally, { sessions: sessions.length, serviceName: (id) => names.get(id) ?? id })
    handOver(text, { name: `drop-ins-${new Date().toISOString().slice(0, 10)}.csv`, type: 'text/csv' })
  }
  return (
    <Section title={sessions.length === 1 ? 'This drop-in' : `These ${sessions.length} drop-ins together`}>
      <Numbers tally={tally} />
      <TallyBars tally={tally} />
      <div className={classes['actions']}>
        <Button variant="default" leftSection={<IconFileSpreadsheet size={20} aria-hidden />} onClick={save}>
          Save as a table
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
      <p className={`${classes['quiet']} ${classes['unprinted']}`}>
        The table leaves out numbers under 5, so that nobody can be recognised by it.
      </p>
    </Section>
  )
}

/** The choice lives in the address, so that going back finds it again. */
function useFilters(sessions: readonly HeldSession[]) {
  const [params, setParams] = useSearchParams()
  const { today } = useLocalNow()
  const said = (name: string) => params.get(name) ?? ''
  const [place, topic, period] = [said('place'), said('topic'), said('period')]
  const choice = useMemo((): SessionChoice => {
    const from = periodSince(period, today)
    return { ...(place && { place }), ...(topic && { topic }), ...(from && { from }) }
  }, [place, topic, period, today])
  const field = (name: string, label: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={said(name)}
      data={options}
      onChange={({ currentTarget: { value } }) =>
        setParams(
          (before) => {
            const after = new URLSearchParams(before)
            if (value === '') after.delete(name)
            else after.set(name, value)
            return after
          },
          { replace: true, preventScrollReset: true },
        )
      }
    />
  )
  const bodies = sessions.map(({ session }) => session.body)
  const places = [...new Set(bodies.map((body) => body.place))].toSorted((a, b) => a.localeCompare(b))
  const topics = [...new Set(bodies.flatMap((body) => body.topic ?? []))]
  const filters = (
    <div className={classes['filters']}>
      {field('period', 'Period', periods)}
      {field('place', 'Place', [
        { value: '', label: 'Everywhere' },
        ...places.map((each) => ({ value: each, label: each })),
      ])}
      {topics.length > 0 &&
        field('topic', 'Topic', [
          { value: '', label: 'Any' },
          ...topics.map((code) => ({ value: code, label: codes.wordFor(codes.adviceTopic, code) ?? code })),
        ])}
    </div>
  )
  return [choice, filters] as const
}
