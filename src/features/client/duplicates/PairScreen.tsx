import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { takenBack } from '#domain/change/takeBack.ts'
import { clientName } from '#domain/client/name.ts'
import { ordered } from '#domain/duplicates/candidates.ts'
import { mergeFiles, mergeObstacle, notSamePerson } from '#domain/duplicates/mergeFiles.ts'
import { saysNothing } from '#domain/duplicates/seenClient.ts'
import { featuresOf, reasonsFor } from '#domain/duplicates/reasons.ts'
import { type FieldPair, type Side, sideBySide } from '#domain/duplicates/sideBySide.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Facts } from '#ui/Facts.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import { NotHere } from '../NotHere.tsx'
import { useNames } from '../useClientFile.ts'
import { FieldChoice } from './FieldChoice.tsx'
import { labelOf, readField } from './fieldWords.ts'
import classes from './Pair.module.css'
import { reasonWords } from './reasonWords.ts'
import { WhatLiesWhere } from './WhatLiesWhere.tsx'

const back = { to: '/duplicates', label: 'Possible duplicates' }

/** Two files side by side: whether they are of one person, and if so, what holds. */
export function PairScreen() {
  const { one = '', other = '' } = useParams()
  const [first, second] = [useRecord('client', one), useRecord('client', other)]
  const isHere = first !== undefined && second !== undefined
  return (
    <Page title="The same person?" back={back}>
      {!isHere && <Loading label="Opening the files…" />}
      {isHere && (!first || !second || first.id === second.id) && <NotHere />}
      {first && second && first.id !== second.id && <Pair {...ordered(first, second)} />}
    </Page>
  )
}

interface PairProps {
  a: View<'client'>
  b: View<'client'>
}

function Pair({ a, b }: PairProps) {
  if (a.file === b.file) return <OneFile head={a.file ?? a.id} />
  const obstacle = mergeObstacle(a, b)
  return (
    <>
      <Why a={a} b={b} />
      <WhatLiesWhere files={[a, b]} />
      {a.body.team !== b.body.team && (
        <Notice title="They lie with different teams">
          Merged, both lie with the team of the first file. Taken apart, the second goes back to its own.
        </Notice>
      )}
      {obstacle === 'restricted' && (
        <Notice title="One of them is restricted">
          The use of a restricted file is stopped, so it cannot be merged. A manager can lift the restriction.
        </Notice>
      )}
      {obstacle === 'merged' && (
        <Notice title="One of them was merged already">
          It was merged into a file that is not on this device. A manager sees both.
        </Notice>
      )}
      {obstacle === null && <Merging key={`${a.id} ${b.id}`} a={a} b={b} />}
    </>
  )
}

function Why({ a, b }: PairProps) {
  const reasons = reasonsFor(featuresOf(a.body), featuresOf(b.body))
  return (
    <p className={classes['why']}>
      {reasons.length === 0
        ? 'Little in these files speaks for one person. Look closely.'
        : `${reasonWords(reasons)}.`}
    </p>
  )
}

const sideSchema = z.enum(['a', 'b', 'both'])
const choicesSchema = z.object({ choices: z.record(z.string(), sideSchema) })

function Merging({ a, b }: PairProps) {
  const { person } = useWorkspace()
  const { today } = useLocalNow()
  const names = useNames()
  const navigate = useNavigate()
  const along = useRecords('client', { file: b.id, merged: true })?.filter(({ id }) => id !== b.id)
  const draft = useFormDraft<{ choices: Record<string, Side> }>({
    id: `merge:${a.id}:${b.id}`,
    about: 'merge',
    schema: choicesSchema,
    begin: { choices: {} },
  })
  const undoing = useSave()
  if (!draft.state || !along) return <Loading />
  const { choices } = draft.state
  const pairs = sideBySide(a, b).map((pair) => ({ ...pair, choice: choices[pair.field] ?? pair.choice }))
  const merge = async () => {
    const chosen = Object.fromEntries(pairs.map(({ field, choice }) => [field, choice]))
    const edits = mergeFiles({ a, b, along }, chosen, { by: person.id, on: today })
    if ((await draft.finish(edits)) !== 'saved') return
    offerUndo('Merged into one file.', async () => void (await undoing.save(takenBack(edits, 'Undone'))))
    void navigate(`/clients/${a.id}`)
  }
  return (
    <>
      <Section title="What should the one file say?">
        <Differences
          pairs={pairs}
          a={a}
          b={b}
          onChoose={(field, side) => draft.change({ choices: { ...choices, [field]: side } })}
        />
      </Section>
      <Section title="The same in both" look="plain">
        <Facts
          facts={pairs
            .filter(({ same }) => same)
            .map((pair) => ({ label: labelOf(pair.field), value: readField(pair.field, pair.a, names) }))}
        />
      </Section>
      <TwoPeople a={a} b={b} />
      <FormFoot
        draft={draft}
        label="Merge into one file"
        onSave={() => void merge()}
        onLeave={() => void draft.discard().then(() => navigate('/duplicates'))}
      />
    </>
  )
}

interface DifferencesProps extends PairProps {
  pairs: readonly FieldPair[]
  onChoose: (field: string, side: Side) => void
}

/** What both say differently is to be chosen; what only one says is taken, and can be looked at. */
function Differences({ pairs, a, b, onChoose }: DifferencesProps) {
  const names = useNames()
  const different = pairs.filter(({ same }) => !same)
  const oneSided = different.filter((pair) => saysNothing(pair.a) || saysNothing(pair.b))
  const choices = (of: readonly FieldPair[]) =>
    of.map((pair) => (
      <FieldChoice
        key={pair.field}
        pair={pair}
        written={[a.written?.[pair.field], b.written?.[pair.field]]}
        names={names}
        onChoose={(side) => onChoose(pair.field, side)}
      />
    ))
  if (different.length === 0) return <p>Both files say the same. There is nothing to choose.</p>
  return (
    <>
      <p className={classes['why']}>
        What looks better is chosen already. What is not chosen stays in its own file, and comes back if you
        take the two apart.
      </p>
      {choices(different.filter((pair) => !oneSided.includes(pair)))}
      {oneSided.length > 0 && (
        <details className={classes['oneSided']}>
          <summary>
            {oneSided.length === 1 ? 'One thing is' : `${oneSided.length} things are`} said in one file only
          </summary>
          {choices(oneSided)}
        </details>
      )}
    </>
  )
}

function TwoPeople({ a, b }: PairProps) {
  const navigate = useNavigate()
  const { save, saving, fault } = useSave()
  const say = async () => {
    const edits = notSamePerson(a, b)
    if ((await save(edits)) === null) return
    offerUndo(
      'Noted: two people. They are not shown together again.',
      async () => void (await save(takenBack(edits, 'Undone'))),
    )
    void navigate('/duplicates')
  }
  return (
    <div className={classes['two']}>
      <Button
        variant="default"
        loading={saving}
        leftSection={<IconUsers size={20} aria-hidden />}
        onClick={() => void say()}
      >
        Not the same person
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </div>
  )
}

function OneFile({ head }: { head: string }) {
  const client = useRecord('client', head)
  return (
    <EmptyState
      title="These are one file already"
      action={
        <Button component={Link} to={`/clients/${head}/merged`}>
          See what was merged
        </Button>
      }
    >
      {client ? `Both are shown as the file of ${clientName(client.body)}.` : 'Both are shown as one.'}
    </EmptyState>
  )
}
