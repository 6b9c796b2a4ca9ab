import { Button } from '@mantine/core'
import { IconEye, IconFileSpreadsheet, IconLock, IconPrinter } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { AuditLine } from '#protocol/rights.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { handOver } from '#ui/handOver.ts'
import { Loading } from '#ui/Loading.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import classes from './Audit.module.css'
import { AuditFilters } from './AuditFilters.tsx'
import { auditCsv, type FileName, fileWords, whatWords, whenWords } from './auditWords.ts'
import { noteAuditTaken, useAudit } from './useAudit.ts'
import { useFileNames } from './useFileNames.ts'

/** Who opened, changed, exported or printed what: for managers, from the service's log and its history. */
export function AuditScreen() {
  const { person } = useWorkspace()
  return (
    <Page
      title="Audit"
      width="wide"
      place="/audit"
      back={{ to: '/people', label: 'People' }}
      lead="Who opened, changed, copied or printed which file, the newest first. What was opened without a signal comes in with the next one."
    >
      {person.role === 'manager' ? (
        <Audit />
      ) : (
        <EmptyState title="This is for managers" icon={<IconLock size={36} />}>
          Ask your manager if you think that somebody looked at a file who should not have.
        </EmptyState>
      )}
    </Page>
  )
}

function Audit() {
  const { nameOf, files } = useFileNames()
  const { lines, fault, more, fetchMore } = useAudit()
  return (
    <>
      <AuditFilters files={files} />
      {fault !== null && <Notice title={fault} live />}
      {!lines && fault === null && <Loading />}
      {lines && lines.length === 0 && (
        <EmptyState title="Nothing to show" icon={<IconEye size={40} stroke={1.5} />}>
          Nobody did that in these days. Choose other days, or another person or file.
        </EmptyState>
      )}
      {lines && lines.length > 0 && (
        <>
          <Taking lines={lines} nameOf={nameOf} />
          <ul className={classes['lines']} aria-label="Audit">
            {lines.map((line) => (
              <Line key={line.cursor} line={line} nameOf={nameOf} />
            ))}
          </ul>
          {more && (
            <div className={classes['actions']}>
              <Button variant="default" onClick={fetchMore}>
                Show earlier ones
              </Button>
            </div>
          )}
        </>
      )}
    </>
  )
}

function Line({ line, nameOf }: { line: AuditLine; nameOf: FileName }) {
  const named = line.file !== null && nameOf(line.file) !== null
  return (
    <li className={classes['line']}>
      <span className={classes['when']}>{whenWords(line)}</span>
      <span>{line.byName ?? 'Somebody who is not known any more'}</span>
      <span className={classes['what']}>{whatWords(line)}</span>
      <span>
        {named ? (
          <Link className={classes['file']} to={`/audit?file=${line.file}`}>
            {fileWords(line, nameOf)}
          </Link>
        ) : (
          fileWords(line, nameOf)
        )}
      </span>
    </li>
  )
}

/** What is shown, to take along. That it was taken is itself in the log. */
function Taking({ lines, nameOf }: { lines: AuditLine[]; nameOf: FileName }) {
  const workspace = useWorkspace()
  const print = () => {
    noteAuditTaken(workspace, 'printed')
    window.print()
  }
  const save = () => {
    noteAuditTaken(workspace, 'exported')
    const name = `audit-${new Date().toISOString().slice(0, 10)}.csv`
    handOver(auditCsv(lines, nameOf), { name, type: 'text/csv' })
  }
  return (
    <div className={classes['actions']}>
      <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={print}>
        Print what is shown
      </Button>
      <Button variant="default" leftSection={<IconFileSpreadsheet size={20} aria-hidden />} onClick={save}>
        Save as a table (CSV)
      </Button>
    </div>
  )
}
