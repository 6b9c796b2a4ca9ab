import { consentFrom } from '#domain/assessment/assessment.ts'
import { IconInfoCircle } from '@tabler/icons-react'
import { Notice } from '#ui/Notice.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import { ChosenCard } from './ChosenCard.tsx'
import { GapsNoted } from './GapsHere.tsx'
import classes from './Services.module.css'
import { LeafletButton } from './LeafletButton.tsx'
import { ServicePicker } from './ServicePicker.tsx'

/** Services looked up together, each as a referral that somebody must answer, or as a signpost. */
export function ServicesSection({ checked }: { checked: boolean }) {
  const { draft, name } = useVisitWork()
  const { share } = consentFrom(draft.answers)
  return (
    <div className={classes['stack']}>
      {share === 'no' && (
        <Notice icon={<IconInfoCircle size={24} />}>
          {name} would rather not have anything passed on. Details of a service can be given; a referral needs
          a yes to it.
        </Notice>
      )}
      {draft.services.length > 0 && (
        <section aria-labelledby="services-chosen">
          <h2 id="services-chosen" className={classes['heading']}>
            Chosen today
          </h2>
          <ul className={classes['list']}>
            {draft.services.map((chosen) => (
              <li key={chosen.id}>
                <ChosenCard chosen={chosen} checked={checked} />
              </li>
            ))}
          </ul>
          <LeafletButton />
        </section>
      )}
      <GapsNoted />
      <ServicePicker />
    </div>
  )
}
