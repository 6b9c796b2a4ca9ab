import { IconAlertCircle } from '@tabler/icons-react'
import { isRunning, takesReferrals } from '#domain/directory/choose.ts'
import { openQuestions } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { Notice } from '#ui/Notice.tsx'
import { Pill } from '#ui/Pill.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { ContactPart } from './detail/ContactPart.tsx'
import { ForWhomPart } from './detail/ForWhomPart.tsx'
import { GoingPart } from './detail/GoingPart.tsx'
import { RunByPart } from './detail/RunByPart.tsx'
import classes from './Directory.module.css'
import { HappenedPart } from './upkeep/HappenedPart.tsx'
import { ReportedPart } from './upkeep/ReportedPart.tsx'
import { UpkeepPart } from './upkeep/UpkeepPart.tsx'

export interface ServicePartProps {
  service: View<'service'>
  organisation: View<'organisation'> | undefined
  /** Local, `YYYY-MM-DDTHH:mm`. */
  now: string
}

/** All about one service, as far as the directory knows. Each part stands by itself. */
export function ServiceDetail(props: ServicePartProps) {
  return (
    <>
      <AboutService {...props} />
      <GoingPart {...props} />
      <ForWhomPart {...props} />
      <ContactPart {...props} />
      <RunByPart {...props} />
      <HappenedPart {...props} />
      <UpkeepPart {...props} />
    </>
  )
}

function AboutService({ service }: ServicePartProps) {
  const { body } = service
  return (
    <>
      <p className={`${classes['pills']} ${classes['notice']}`}>
        {takesReferrals(body) && <Pill tone="accent">Takes referrals</Pill>}
        {!isRunning(body) && <Pill>Not running now</Pill>}
        {(body.categories ?? []).map((category) => (
          <Pill key={category}>{category}</Pill>
        ))}
      </p>
      {openQuestions(service).length > 0 && <TwoAnswers record={service.id} />}
      <ReportedPart service={service} />
      {body.alert && (
        <div className={classes['notice']}>
          <Notice icon={<IconAlertCircle size={22} />} title="Good to know">
            {body.alert}
          </Notice>
        </div>
      )}
      {body.description && <p className={classes['description']}>{body.description}</p>}
    </>
  )
}
