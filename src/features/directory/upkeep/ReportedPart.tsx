import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { Link } from 'react-router'
import { removeRecord, restoreRecord } from '#domain/change/write.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useNow } from '#ui/useNow.ts'
import { useSave } from '#ui/useSave.ts'
import { reportedWords } from '#words/upkeep/upkeepWords.ts'
import classes from '../Directory.module.css'

/** What was reported about an entry, for everybody, until somebody has decided. */
export function ReportedPart({ service }: { service: View<'service'> }) {
  const reports = (useRecords('correction') ?? []).filter(
    ({ body }) => body.service === service.id && body.side !== 'provider' && body.status === 'open',
  )
  return reports.map((report) => <Reported key={report.id} report={report} />)
}

function Reported({ report }: { report: View<'correction'> }) {
  const { person } = useWorkspace()
  const now = useNow()
  const by = useRecord('staff', report.body.by)
  const { save } = useSave()
  const takeBack = async () => {
    if ((await save([removeRecord(report, 'Taken back')])) !== 'saved') return
    offerUndo('Taken back.', async () => void (await save([restoreRecord(report)])))
  }
  return (
    <div className={classes['notice']}>
      <Notice
        tone="amber"
        icon={<IconFlag size={22} />}
        title={reportedWords(report.body, now)}
        action={
          person.role === 'manager' ? (
            <Button component={Link} to={`/directory/upkeep/${report.body.service}`} variant="default">
              Decide
            </Button>
          ) : (
            report.body.by === person.id && (
              <Button variant="default" onClick={() => void takeBack()}>
                Take it back
              </Button>
            )
          )
        }
      >
        {[report.body.note, by?.body.name && `By ${by.body.name}.`].filter(Boolean).join(' ')}
      </Notice>
    </div>
  )
}
