import { Button, NativeSelect, Switch } from '@mantine/core'
import { IconFileSpreadsheet, IconPlus, IconPrinter, IconPuzzle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { areaOf, type GapChoice, isChosenGap } from '#domain/gap/counting.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { Bars } from '#ui/Bars.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { handOver } from '#ui/handOver.ts'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { periods, periodSince } from '#ui/periods.ts'
import { Section } from '#ui/Section.tsx'
import { useLocalNow } from '#ui/useNow.ts'
import { EachGap } from './EachGap.tsx'
import classes from './Gaps.module.css'
import { areaWords, needWords, whyWords } from './gapWords.ts'
import { type GapTable, gapsCsv, gapTable } from './table.ts'

/** What people need and the borough does not have: counted by need and area, for the partners who could mend it. */
export function GapsScreen() {
  const gaps = useRecords('gap')
  return (
    <Page
      title="Gaps"
      back={{ to: '/directory', label: 'Directory' }}
      lead="Needs for which nothing fitted, or what would have was full or too far. Nobody is named here."
      actions={
        <Button component={Link} to="/gaps/new" leftSection={<IconPlus size={20} aria-hidden />}>
          Write down a gap
        </Button>
      }
    >
      {!gaps && <Loading />}
      {gaps?.length === 0 && (
        <EmptyState title="No gap was met with yet" icon={<IconPuzzle size={36} />}>
          Write one down where you meet it: on a visit, at a drop-in, or where the directory finds nothing.
        </EmptyState>
      )}
      {gaps && gaps.length > 0 && <Gaps gaps={gaps} />}
    </Page>
  )
}

function Gaps({ gaps }: { gaps: View<'gap'>[] }) {
  const [choice, filters] = useFilters(gaps)
  const [forPartners, setForPartners] = useState(false)
  const chosen = useMemo(() => gaps.filter(({ body }) => isChosenGap(body, choice)), [gaps, choice])
  const table = useMemo(
    () =>
      gapTable(
        chosen.map(({ body }) => body),
        { forPartners },
      ),
    [chosen, forPartners],
  )
  return (
    <>
      {filters}
      {chosen.length === 0 ? (
        <EmptyState title="No gap fits">Try another period, or fewer choices.</EmptyState>
      ) : (
        <>
          <Section title="By need">
            <Bars label="Gaps by need" bars={table.bars} />
          </Section>
          <Section title="By need and area">
            <Table table={table} />
            <Switch
              className={classes['unprinted'] ?? ''}
              label="For partners: leave out numbers under 5"
              checked={forPartners}
              onChange={(event) => setForPartners(event.currentTarget.checked)}
            />
            <Taking table={table} />
          </Section>
          <EachGap gaps={chosen} />
        </>
      )}
    </>
  )
}

function Table({ table: { rows, total } }: { table: GapTable }) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">Need</th>
          <th scope="col">Area</th>
          <th scope="col">How often</th>
          <th scope="col">Why nothing fitted</th>
          <th scope="col">What was wanted</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ need, area, count, why, wanted }) => (
          <tr key={`${need} ${area}`}>
            <th scope="row">{need}</th>
            <td>{area}</td>
            <td className={classes['number']}>{count ?? 'not told'}</td>
            <td>{why}</td>
            <td>{wanted}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            All
          </th>
          <td className={classes['number']} colSpan={3}>
            {total ?? 'not told'}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Taking({ table }: { table: GapTable }) {
  const save = () =>
    handOver(gapsCsv(table), { name: `gaps-${new Date().toISOString().slice(0, 10)}.csv`, type: 'text/csv' })
  return (
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
  )
}

/** The choice lives in the address, so that going back finds it again. An empty area is one, too. */
function useFilters(gaps: readonly View<'gap'>[]) {
  const [params, setParams] = useSearchParams()
  const { today } = useLocalNow()
  const [period, need, area, why] = ['period', 'need', 'area', 'why'].map((name) => params.get(name))
  const choice = useMemo((): GapChoice => {
    const from = periodSince(period ?? '', today)
    return {
      ...(from === undefined ? {} : { from }),
      ...(need ? { need } : {}),
      ...(area ? { area: area === NONE ? '' : area } : {}),
      ...(why ? { why } : {}),
    }
  }, [period, need, area, why, today])
  const bodies = gaps.map(({ body }) => body)
  const field = (name: string, label: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={params.get(name) ?? ''}
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
  const filters = (
    <div className={classes['filters']}>
      {field('period', 'Period', periods)}
      {field(
        'need',
        'Need',
        offered(
          'Any',
          bodies.map((body) => body.need),
          needWords,
        ),
      )}
      {field(
        'area',
        'Area',
        offered(
          'Everywhere',
          bodies.map((body) => areaOf(body) || NONE),
          inArea,
        ),
      )}
      {field(
        'why',
        'Why',
        offered(
          'Any',
          bodies.map((body) => body.why),
          whyWords,
        ),
      )}
    </div>
  )
  return [choice, filters] as const
}

/** In the address, for gaps without an area. */
const NONE = '-'

function inArea(area: string): string {
  return areaWords(area === NONE ? '' : area)
}

function offered(all: string, values: readonly string[], words: (value: string) => string) {
  const options = [...new Set(values)].map((value) => ({ value, label: words(value) }))
  return [{ value: '', label: all }, ...options.toSorted((a, b) => a.label.localeCompare(b.label))]
}
