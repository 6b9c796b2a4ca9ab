import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconListDetails } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { howTakenFrom } from '#domain/assessment/assessment.ts'
import { answer } from '#domain/form/answers.ts'
import { findItem, type FormView } from '#domain/form/openForm.ts'
import { mutable, type VisitDraft } from '#domain/visit/visitDraft.ts'
import { Loading } from '#ui/Loading.tsx'
import { useTabName } from '#ui/Page.tsx'
import type { FinishedVisit } from './finish/FinishedScreen.tsx'
import { focusSoon } from './focusSoon.ts'
import { FormSection } from './FormSection.tsx'
import { KeepFaultNotice } from './KeptState.tsx'
import { OtherCopies } from './OtherCopies.tsx'
import { PlanSection } from './plan/PlanSection.tsx'
import { StepsSection } from './plan/StepsSection.tsx'
import { SectionList } from './SectionList.tsx'
import { sectionsOf, type VisitSection } from './sections.ts'
import { useVisitWork } from './VisitWork.tsx'
import { PersonFirst, VisitHeader } from './VisitHeader.tsx'
import { WorriedCard } from './WorriedCard.tsx'
import classes from './Visit.module.css'

// A visit does not begin with these: the first part is there without waiting for them.
const ServicesSection = lazy(async () => ({
  default: (await import('./services/ServicesSection.tsx')).ServicesSection,
}))
const FinishSection = lazy(async () => ({
  default: (await import('./finish/FinishSection.tsx')).FinishSection,
}))
const PartsDrawer = lazy(async () => ({ default: (await import('./PartsDrawer.tsx')).PartsDrawer }))

/** The visit under way: one place of it at a time, every other one a tap away. */
export function OpenVisit({ finished }: { finished: (visit: FinishedVisit) => void }) {
  const work = useVisitWork()
  const sections = sectionsOf(work)
  const current = sections.find(({ key }) => key === work.draft.section) ?? sections[0]
  const [checked, setChecked] = useState(false)
  const headingRef = useRef<HTMLHeadingElement>(null)
  const { leave, handOver } = useWaysOut()
  const [turn] = useState(work.draft.turn)
  // Never the client's name: browsers keep the names of tabs on the disk, in the clear.
  useTabName('Visit')
  if (turn) return <Navigate to={`/visits/${work.draft.seen.visit.id}/turn`} replace />
  if (!current) return null
  const goTo = (section: string, field?: string) => {
    if (section === 'finish') setChecked(true)
    work.goTo(section)
    window.scrollTo({ top: 0 })
    if (field === undefined) headingRef.current?.focus({ preventScroll: true })
    else focusSoon(field)
  }
  return (
    <div className={classes['visit']}>
      <VisitHeader leave={() => void leave()} />
      <div className={classes['body']}>
        <nav className={classes['side']} aria-label="Parts of the visit">
          <SectionList sections={sections} current={current.key} goTo={goTo} />
          <WorriedCard />
        </nav>
        <div>
          <PersonFirst />
          <KeepFaultNotice />
          <OtherCopies />
          <main id="main" className={classes['main']}>
            <h1 ref={headingRef} tabIndex={-1} className={classes['title']}>
              {current.within && <span className={classes['within']}>{current.within}</span>}
              {current.key === 'finish' ? 'Finish the visit' : current.title}
            </h1>
            <Suspense key={current.key} fallback={<Loading />}>
              <SectionContent
                current={current}
                sections={sections}
                checked={checked}
                goTo={goTo}
                handOver={(part) => void handOver(part)}
                finished={finished}
              />
            </Suspense>
          </main>
        </div>
      </div>
      <Bar sections={sections} current={current} goTo={goTo} />
    </div>
  )
}

interface ContentProps {
  current: VisitSection
  sections: readonly VisitSection[]
  checked: boolean
  goTo: (section: string, field?: string) => void
  handOver: (part: 'matters' | 'wellbeing') => void
  finished: (visit: FinishedVisit) => void
}

function SectionContent({ current, sections, checked, goTo, handOver, finished }: ContentProps) {
  switch (current.key) {
    case 'steps':
      return <StepsSection />
    case 'plan':
      return <PlanSection />
    case 'services':
      return <ServicesSection checked={checked} />
    case 'finish':
      return <FinishSection sections={sections} goTo={goTo} finished={finished} />
    default:
      return <FormSection section={current.key} checked={checked} handOver={handOver} />
  }
}

/** Back and on; on a phone the list of places besides. */
function Bar({ sections, current, goTo }: Pick<ContentProps, 'sections' | 'current' | 'goTo'>) {
  const [listed, setListed] = useState<boolean | null>(null)
  const at = sections.indexOf(current)
  const [before, after] = [sections[at - 1], sections[at + 1]]
  return (
    <div className={classes['bar']}>
      {before ? (
        <Button
          variant="default"
          className={classes['back']}
          leftSection={<IconArrowLeft size={20} aria-hidden />}
          onClick={() => goTo(before.key)}
        >
          Back
        </Button>
      ) : (
        <span />
      )}
      <span className={classes['listButton']}>
        <Button
          variant="default"
          aria-label={`Parts of the visit: ${at + 1} of ${sections.length}`}
          leftSection={<IconListDetails size={20} aria-hidden />}
          onClick={() => setListed(true)}
        >
          {at + 1} of {sections.length}
        </Button>
      </span>
      {after ? (
        <Button
          className={classes['next']}
          aria-label={`Next: ${after.title}`}
          rightSection={<IconArrowRight size={20} aria-hidden />}
          onClick={() => goTo(after.key)}
        >
          <span className={classes['onlyPhone']}>Next</span>
          <span className={classes['notPhone']}>{after.title}</span>
        </Button>
      ) : (
        <span />
      )}
      {listed !== null && (
        <Suspense>
          <PartsDrawer
            opened={listed}
            close={() => setListed(false)}
            sections={sections}
            current={current.key}
            goTo={goTo}
          />
        </Suspense>
      )}
    </div>
  )
}

function useWaysOut() {
  const { keeper, draft, view } = useVisitWork()
  const navigate = useNavigate()
  return {
    leave: async () => {
      await keeper.flush()
      if (keeper.work().kept.state === 'kept') await navigate('/today')
    },
    handOver: async (turn: 'matters' | 'wellbeing') => {
      keeper.change((now) => ({ ...(turn === 'wellbeing' ? answeredAlone(now, view) : now), turn }))
      await keeper.flush()
      if (keeper.work().kept.state === 'kept') await navigate(`/visits/${draft.seen.visit.id}/turn`)
      else keeper.change((now) => ({ ...now, turn: null }))
    },
  }
}

/** Whoever gets the tablet answers on their own, unless it was said how they answer. */
function answeredAlone(draft: VisitDraft, view: FormView): VisitDraft {
  const how = howTakenFrom(draft.answers)
  const alone = findItem(view, 'wellbeing.how')?.options.find(
    ({ value }) => value.type === 'coding' && value.value.code === 'self',
  )
  if (!alone || (how !== undefined && how !== 'not-today')) return draft
  return { ...draft, answers: mutable(answer(draft.answers, 'wellbeing.how', [alone.value])) }
}
