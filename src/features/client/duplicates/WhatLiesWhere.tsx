import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { ageOn } from '#domain/client/birthDate.ts'
import { clientName } from '#domain/client/name.ts'
import { useFile } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { useLocalNow } from '#ui/useNow.ts'
import * as codes from '#words/codes.ts'
import { useNames } from '../useClientFile.ts'
import { liesInWords } from './liesIn.ts'
import classes from './Pair.module.css'

/** Both files at a glance: who, with whom, and what lies in each. */
export function WhatLiesWhere({ files: [a, b] }: { files: readonly [View<'client'>, View<'client'>] }) {
  return (
    <div className={classes['files']}>
      <FileCard client={a} title="First file" />
      <FileCard client={b} title="Second file" />
    </div>
  )
}

function FileCard({ client: { id, body }, title }: { client: View<'client'>; title: string }) {
  const names = useNames()
  const { today } = useLocalNow()
  const views = useFile(id) ?? []
  const age = ageOn(body.dateOfBirth, today)
  const status = codes.wordFor(codes.clientStatus, body.status)
  return (
    <section className={classes['file']} aria-label={title}>
      <p className={classes['which']}>{title}</p>
      <h2 className={classes['name']}>
        <Anchor component={Link} to={`/clients/${id}`} inherit underline="always">
          {clientName(body)}
        </Anchor>
      </h2>
      {body.dateOfBirth !== undefined && (
        <p>
          {age !== null && `${age}, `}born {formatFullDay(body.dateOfBirth)}
        </p>
      )}
      <p>
        {[status, body.coordinator && `with ${names.staff(body.coordinator)}`].filter(Boolean).join(', ')}
      </p>
      <p>In it: {liesInWords(views, id)}</p>
    </section>
  )
}
