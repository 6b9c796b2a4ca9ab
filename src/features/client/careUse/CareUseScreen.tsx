import { Button } from '@mantine/core'
import { IconStethoscope } from '@tabler/icons-react'
import { useParams } from 'react-router'
import { removeRecord, restoreRecord } from '#domain/change/write.ts'
import { useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'
import { careUsed, wordFor } from '#words/codes.ts'
import { NotHere } from '../NotHere.tsx'
import classes from './CareUse.module.css'
import { CareUseEntry } from './CareUseEntry.tsx'

/** What a surgery or hospital has said of a client's use of health care: reports compare before and after the referral. */
export function CareUseScreen() {
  const { clientId = '' } = useParams()
  const client = useRecord('client', clientId)
  const uses = useRecords('careUse', { file: clientId })
  return (
    <Page
      title="Use of health care"
      back={{ to: `/clients/${clientId}`, label: 'Back to the file' }}
      lead="Figures from the surgery or hospital, six months before and after the referral. Reports count them; nobody else is given them."
    >
      {(client === undefined || !uses) && <Loading />}
      {client === null && <NotHere />}
      {client && uses && (
        <>
          <Section title="Add what was given">
            <CareUseEntry clientId={client.id} />
          </Section>
          <Section title="Entered so far" look="plain">
            <Entered uses={uses} />
          </Section>
        </>
      )}
    </Page>
  )
}

function Entered({ uses }: { uses: View<'careUse'>[] }) {
  if (uses.length === 0)
    return (
      <EmptyState title="No figures yet" icon={<IconStethoscope size={40} stroke={1.5} />}>
        Where somebody has looked and there was nothing, enter that: it is not the same as not known.
      </EmptyState>
    )
  return (
    <ul className={classes['entered']} aria-label="Entered so far">
      {uses
        .toSorted((a, b) => b.body.on.localeCompare(a.body.on))
        .map((use) => (
          <Use key={use.id} use={use} />
        ))}
    </ul>
  )
}

function Use({ use }: { use: View<'careUse'> }) {
  const { save, fault } = useSave()
  const what = wordFor(careUsed, use.body.what) ?? ''
  const takeAway = async () => {
    if ((await save([removeRecord(use, 'Entered by mistake')])) !== 'saved') return
    offerUndo('Taken away', async () => void (await save([restoreRecord(use)])))
  }
  return (
    <li className={classes['use']}>
      <span className={classes['on']}>{formatDay(use.body.on)}</span>
      <span className={classes['what']}>
        {what}
        {detailsOf(use).map((detail) => (
          <span key={detail} className={classes['detail']}>
            {detail}
          </span>
        ))}
      </span>
      <Button
        variant="subtle"
        onClick={() => void takeAway()}
        aria-label={`Take away: ${what}, ${formatDay(use.body.on)}`}
      >
        Take away
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </li>
  )
}

function detailsOf({ body: { count, cost, days, note } }: View<'careUse'>): string[] {
  return [
    count === undefined ? '' : count === 1 ? 'once' : `${count} times`,
    days === undefined ? '' : `${days} ${days === 1 ? 'day' : 'days'}`,
    cost === undefined
      ? ''
      : `£${cost.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`,
    note ?? '',
  ].filter(Boolean)
}
