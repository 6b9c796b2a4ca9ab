import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core'
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { reportNames, shapeOf } from '#domain/report/reports.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { listTeams } from '#sync/members.ts'
import { DayField } from '#ui/DayField.tsx'
import { useAsked } from '#ui/useAsked.ts'
import { referralSource } from '#words/codes.ts'
import { type Choice, cohortIn, coordinatorIn, whereIn } from './choice.ts'
import { type Period, periods, periodWords } from './period.ts'
import classes from './Reports.module.css'

const cohortWords = {
  activity: 'What happened in this time',
  referred: 'People referred in this time',
  engaged: 'People referred in this time and seen',
}

/** What is to be counted. It lies in the address, by ids and codes. */
export function ReportChoice({ choice }: { choice: Choice | null }) {
  const { params, set } = useParams()
  const { person } = useWorkspace()
  const period = periods.find((each) => each === params.get('period')) ?? 'this-quarter'
  const name = choice?.name ?? 'referrals'
  return (
    <form
      className={classes['choice']}
      onSubmit={(event) => event.preventDefault()}
      aria-label="What to count"
    >
      <div className={classes['fields']}>
        <NativeSelect
          label="Report"
          value={name}
          onChange={(event) => set('report', event.currentTarget.value)}
          data={reportNames.map((each) => ({ value: each, label: shapeOf(each).title }))}
        />
        <NativeSelect
          label="Time"
          value={period}
          onChange={(event) => set('period', event.currentTarget.value)}
          data={periods.map((each: Period) => ({ value: each, label: periodWords[each] }))}
        />
        {period === 'own' && (
          <div className={classes['days']}>
            <DayField label="From" value={params.get('from') ?? ''} onChange={(day) => set('from', day)} />
            <DayField label="Until" value={params.get('to') ?? ''} onChange={(day) => set('to', day)} />
          </div>
        )}
        <NativeSelect
          label="Count"
          value={cohortIn(params)}
          onChange={(event) => set('cohort', event.currentTarget.value)}
          data={Object.entries(cohortWords).map(([value, label]) => ({ value, label }))}
        />
        <Narrowing />
      </div>
      {person.role === 'manager' && (
        <SegmentedControl
          aria-label="Of whom"
          value={whereIn(params, person)}
          onChange={(where) => set('where', where)}
          data={[
            { value: 'service', label: 'Whole service' },
            { value: 'device', label: 'On this device' },
          ]}
        />
      )}
      <Checkbox
        label="To be published: hide counts under five"
        checked={params.get('suppress') === 'true'}
        onChange={(event) => set('suppress', event.currentTarget.checked ? 'true' : '')}
      />
    </form>
  )
}

function Narrowing() {
  const { params, set } = useParams()
  const { person } = useWorkspace()
  const practices = (useRecords('practice') ?? []).map(({ id, body }) => ({ value: id, label: body.name }))
  const coordinators = (useRecords('staff') ?? [])
    .filter(({ body }) => body.role === 'coordinator')
    .map(({ id, body }) => ({ value: id, label: id === person.id ? `${body.name} (you)` : body.name }))
  return (
    <>
      <Narrow label="Practice" name="practice" all="All practices" data={sorted(practices)} />
      <NativeSelect
        label="Co-ordinator"
        value={coordinatorIn(params, person)}
        onChange={(event) => set('coordinator', event.currentTarget.value, true)}
        data={[{ value: '', label: 'Everybody' }, ...sorted(coordinators)]}
      />
      {whereIn(params, person) === 'service' && <Teams />}
      <Narrow
        label="Referred by"
        name="source"
        all="Anybody"
        data={Object.entries(referralSource).map(([value, label]) => ({ value, label }))}
      />
    </>
  )
}

/** Names of teams lie with the service; without an answer there is nothing to choose from. */
function Teams() {
  const { answer } = useAsked(useCallback(() => listTeams(), []))
  if (!answer?.ok || answer.value.length < 2) return null
  const teams = answer.value.map(({ id, name }) => ({ value: id, label: name }))
  return <Narrow label="Team" name="team" all="All teams" data={sorted(teams)} />
}

interface Option {
  value: string
  label: string
}

function Narrow({ label, name, all, data }: { label: string; name: string; all: string; data: Option[] }) {
  const { params, set } = useParams()
  return (
    <NativeSelect
      label={label}
      value={params.get(name) ?? ''}
      onChange={(event) => set(name, event.currentTarget.value)}
      data={[{ value: '', label: all }, ...data]}
    />
  )
}

function sorted(options: Option[]): Option[] {
  return options.toSorted((a, b) => a.label.localeCompare(b.label))
}

/** `kept`: that it is empty is itself a choice. */
function useParams() {
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string, kept = false) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '' && !kept) after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return { params, set }
}
