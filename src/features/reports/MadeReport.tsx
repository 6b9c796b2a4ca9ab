import { Button, Progress } from '@mantine/core'
import { IconBraces, IconChartBar, IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { reportCsv } from '#domain/report/csv.ts'
import type { Report } from '#domain/report/report.ts'
import { headOf } from '#domain/report/wording.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { handOver } from '#ui/handOver.ts'
import { Notice } from '#ui/Notice.tsx'
import type { Choice, Where } from './choice.ts'
import classes from './Reports.module.css'
import { ReportTable } from './ReportTable.tsx'
import { useReport } from './useReport.ts'

/** The report that is chosen, as it comes to be. */
export function MadeReport({ choice, today }: { choice: Choice; today: string }) {
  const making = useReport(choice, today)
  switch (making.is) {
    case 'making':
      return <OnItsWay part={making.part} cancel={making.cancel} />
    case 'made':
      return <Sheet report={making.report} where={choice.where} />
    case 'cancelled':
      return <Notice title="Given up: nothing was counted." live action={<Again again={making.again} />} />
    case 'failed':
      return <Notice title={making.why} live action={<Again again={making.again} />} />
  }
}

function Again({ again }: { again: () => void }) {
  return (
    <Button variant="default" onClick={again}>
      Count again
    </Button>
  )
}

function OnItsWay({ part, cancel }: { part: number | null; cancel: () => void }) {
  return (
    <div className={classes['way']} role="status">
      <p>{part === null ? 'The service is counting…' : 'Counting what this device holds…'}</p>
      {part !== null && <Progress value={part * 100} aria-label="How far it has come" />}
      <Button variant="default" onClick={cancel}>
        Cancel
      </Button>
    </div>
  )
}

const whereWords: Readonly<Record<Where, string>> = {
  device: 'On this device: the files that it holds, with what is not sent yet.',
  service: 'Whole service: everything that has reached it.',
}

function Sheet({ report, where }: { report: Report; where: Where }) {
  const { person } = useWorkspace()
  const nothing = report.tables.every(({ of }) => of.count === 0)
  return (
    <article className={classes['sheet']} aria-label={report.title}>
      <p className={classes['whose']}>{person.service}</p>
      <h2 className={classes['name']}>{report.title}</h2>
      <p className={classes['where']}>{whereWords[where]}</p>
      <dl className={classes['about']}>
        {headOf(report).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.notes.map((note) => (
        <p key={note} className={classes['rests']}>
          {note}
        </p>
      ))}
      {nothing ? (
        <EmptyState title="Nothing to count here" icon={<IconChartBar size={40} stroke={1.5} />}>
          Nobody and nothing falls into this. Choose a longer time, or take a filter away.
        </EmptyState>
      ) : (
        <>
          <Taking report={report} />
          {report.tables.map((table) => (
            <ReportTable key={table.id} table={table} />
          ))}
        </>
      )}
    </article>
  )
}

function Taking({ report }: { report: Report }) {
  const file = `report-${report.name}-${report.made}`
  return (
    <div className={classes['actions']}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden />}
        onClick={() => window.print()}
      >
        Print
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={20} aria-hidden />}
        onClick={() => handOver(reportCsv(report), { name: `${file}.csv`, type: 'text/csv' })}
      >
        Save as a table (CSV)
      </Button>
      <Button
        variant="default"
        leftSection={<IconBraces size={20} aria-hidden />}
        onClick={() =>
          handOver(JSON.stringify(report, null, 2), { name: `${file}.json`, type: 'application/json' })
        }
      >
        Save for programs (JSON)
      </Button>
    </div>
  )
}
