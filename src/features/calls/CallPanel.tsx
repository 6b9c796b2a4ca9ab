import { Button, NativeSelect } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { numbersOf } from '#domain/callList/calling.ts'
import type { ContactBody } from '#domain/contact/contact.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import * as codes from '#words/codes.ts'
import { BeforeRinging } from './BeforeRinging.tsx'
import classes from './Calls.module.css'
import { outcomesOf } from './callWords.ts'
import { LoggedCall } from './LoggedCall.tsx'
import { useLogCall } from './useLogCall.ts'

export interface CallPanelProps {
  client: View<'client'>
  about: NonNullable<ContactBody['about']>
  callList?: string
  onLogged?: () => void
  onTakenBack?: () => void
  /** What may be done instead of calling. */
  instead?: ReactNode
  /** Where to go once it is written down. */
  onward: ReactNode
}

/** One call to one person: the number, then one tap on what came of it; a note and another day after that. */
export function CallPanel({
  client,
  about,
  callList,
  onLogged,
  onTakenBack,
  instead,
  onward,
}: CallPanelProps) {
  const call = useLogCall(client.id)
  const [how, setHow] = useState('phone')
  const log = async (outcome: string) => {
    const from = callList === undefined ? {} : { callList }
    if (await call.log({ how, outcome, about, ...from })) onLogged?.()
  }
  const takeBack = () => void call.takeBack().then(onTakenBack)
  return (
    <div className={classes['panel']}>
      <BeforeRinging client={client.body} />
      {call.logged ? (
        <LoggedCall contact={call.logged} client={client} onTakeBack={takeBack} onward={onward} />
      ) : (
        <>
          <Numbers client={client} />
          <Outcomes how={how} disabled={call.saving} onOutcome={(outcome) => void log(outcome)} />
          <div className={classes['row']}>
            <How how={how} onHow={setHow} />
            {instead}
          </div>
        </>
      )}
      {call.fault && <p role="alert">{keepFaultWords(call.fault)}</p>}
    </div>
  )
}

function Numbers({ client }: { client: View<'client'> }) {
  const numbers = numbersOf(client.body)
  if (numbers.length === 0) {
    return <p className={classes['quiet']}>There is no telephone number in the file.</p>
  }
  return (
    <div className={classes['row']}>
      {numbers.map((number) => (
        <Button
          key={number}
          component="a"
          href={`tel:${number.replaceAll(/\s/g, '')}`}
          size="lg"
          leftSection={<IconPhone size={24} aria-hidden />}
        >
          Call {number}
        </Button>
      ))}
    </div>
  )
}

interface OutcomesProps {
  how: string
  disabled: boolean
  onOutcome: (outcome: string) => void
}

function Outcomes({ how, disabled, onOutcome }: OutcomesProps) {
  return (
    <fieldset className={classes['outcomes']}>
      <legend>What came of it?</legend>
      {outcomesOf(how).map(({ code, label }) => (
        <Button key={code} variant="default" size="lg" disabled={disabled} onClick={() => onOutcome(code)}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}

function How({ how, onHow }: { how: string; onHow: (how: string) => void }) {
  return (
    <NativeSelect
      label="How"
      value={how}
      onChange={(event) => onHow(event.currentTarget.value)}
      data={Object.entries(codes.contactHow).map(([value, label]) => ({ value, label }))}
    />
  )
}
