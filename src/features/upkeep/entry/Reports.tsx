import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useRecord } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Section } from '#ui/Section.tsx'
import { useNow } from '#ui/useNow.ts'
import { reportedWords } from '#words/upkeep/upkeepWords.ts'
import classes from '../Upkeep.module.css'
import { useCorrections } from './useCorrections.ts'
import { useDeciding } from './useDeciding.ts'

/** What those who work here have met with: put right, or left as it is. */
export function Reports({ service }: { service: View<'service'> }) {
  const reports = useCorrections(service.id, 'staff')
  if (reports.length === 0) return null
  return (
    <Section title="Reported" icon={<IconFlag size={22} />}>
      {reports.map((report) => (
        <Report key={report.id} service={service} report={report} />
      ))}
    </Section>
  )
}

function Report({ service, report }: { service: View<'service'>; report: View<'correction'> }) {
  const now = useNow()
  const by = useRecord('staff', report.body.by)
  const { decide, saving, fault } = useDeciding(service)
  const { what, note } = report.body
  return (
    <div className={classes['said']}>
      <p className={classes['words']}>
        <strong>{reportedWords(report.body, now)}</strong>
        {note && `\n${note}`}
        {by && <span className={classes['from']}>{`By ${by.body.name}`}</span>}
      </p>
      <div className={classes['actions']}>
        {what === 'closed-for-good' && (
          <Button
            loading={saving}
            onClick={() =>
              void decide(
                'Closed for good.',
                { ...service.body, status: 'defunct' },
                { correction: report, status: 'taken' },
              )
            }
          >
            Close it for good
          </Button>
        )}
        {what === 'full' && (
          <Button
            loading={saving}
            onClick={() =>
              void decide(
                'Closed to referrals.',
                { ...service.body, open_to_referrals: false },
                { correction: report, status: 'taken' },
              )
            }
          >
            Close it to referrals
          </Button>
        )}
        <Button component={Link} to={`/directory/${service.id}/edit?settles=${report.id}`} variant="default">
          Put it right
        </Button>
        <Button
          variant="default"
          loading={saving}
          onClick={() => void decide('Left as it is.', null, { correction: report, status: 'left' })}
        >
          It is right as it is
        </Button>
      </div>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </div>
  )
}
