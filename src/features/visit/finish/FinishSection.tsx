import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFlag, IconInfoCircle } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ReferralsOfFile } from '#domain/referral/progress.ts'
import { finishVisit } from '#domain/visit/finishVisit.ts'
import { whatBlocks, whatIsOpen, type Missing } from '#domain/visit/missing.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import { dayOf } from '#ui/dates.ts'
import { Facts } from '#ui/Facts.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Section.tsx'
import { keepFaultInWords } from '../KeptState.tsx'
import { counted, type VisitSection } from '../sections.ts'
import { useVisitWork } from '../VisitWork.tsx'
import classes from './Finish.module.css'
import type { FinishedVisit } from './FinishedScreen.tsx'
import { missingLine } from './missingWords.ts'
import { recordedFacts } from './recordedFacts.ts'

export interface FinishSectionProps {
  sections: readonly VisitSection[]
  goTo: (section: string, field?: string) => void
  finished: (visit: FinishedVisit) => void
}

/** The visit looked through: what stands in the way, what is still open, what will be recorded. */
export function FinishSection({ sections, goTo, finished }: FinishSectionProps) {
  const { draft, name } = useVisitWork()
  const { reviewMonths } = useSettings()
  const { blockRef, busy, fault, finish } = useFinish(finished)
  const blocking = whatBlocks(draft)
  const open = whatIsOpen(draft)
  return (
    <div className={classes['stack']}>
      {blocking.length > 0 && (
        <div ref={blockRef} tabIndex={-1}>
          <Notice
            tone="amber"
            icon={<IconAlertTriangle size={24} />}
            title="Needed before the visit can be finished"
          >
            <MissingList missing={blocking} sections={sections} goTo={goTo} />
          </Notice>
        </div>
      )}
      {open.length > 0 && (
        <Notice icon={<IconInfoCircle size={24} />} title={`${counted(open.length, 'thing')} still open`}>
          <MissingList missing={open} sections={sections} goTo={goTo} />
          <p className={classes['quiet']}>
            You can finish without. Or leave for now and come back another day.
          </p>
        </Notice>
      )}
      <Section title="What will be recorded" icon={<IconCircleCheck size={24} />}>
        <Facts facts={recordedFacts(draft, reviewMonths)} />
      </Section>
      {fault && (
        <Notice
          tone="amber"
          live
          icon={<IconAlertTriangle size={24} />}
          title="The visit is not finished yet"
        >
          {fault}
        </Notice>
      )}
      <div>
        <Button
          size="lg"
          leftSection={<IconFlag size={24} aria-hidden />}
          loading={busy}
          onClick={() => void finish()}
        >
          Finish visit
        </Button>
        <p className={classes['quiet']} style={{ marginTop: '0.5rem' }}>
          {name}’s file is brought up to date in one go. It is kept on this tablet first, signal or not.
        </p>
      </div>
    </div>
  )
}

function MissingList({
  missing,
  sections,
  goTo,
}: { missing: readonly Missing[] } & Pick<FinishSectionProps, 'sections' | 'goTo'>) {
  const { view } = useVisitWork()
  return (
    <ul className={classes['list']}>
      {missing.map((each) => {
        const { text, section, field } = missingLine(each, view, sections)
        return (
          <li key={`${section ?? ''} ${field ?? ''} ${text}`}>
            {section === undefined ? (
              text
            ) : (
              <button type="button" className={classes['jump']} onClick={() => goTo(section, field)}>
                {text}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Finishing: one change, kept on the disk, and the draft gone in the same step; or the reason why not. */
function useFinish(finished: FinishSectionProps['finished']) {
  const { draft, keeper } = useVisitWork()
  const { person } = useWorkspace()
  const phone = useRecord('staff', person.id)?.body.phone
  const blockRef = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { reviewMonths } = useSettings()
  const referrals = useReferrals(draft.seen.client.id)
  const finish = async () => {
    if (!referrals) return
    const now = new Date()
    const edits = finishVisit(draft, {
      person: { ...person, phone },
      now: now.toISOString(),
      today: dayOf(now),
      referrals,
      reviewMonths,
    })
    if (!edits.ok) return blockRef.current?.focus()
    setBusy(true)
    const result = await keeper.finish(edits.value)
    setBusy(false)
    if (result.ok) finished({ draft, change: result.value.id })
    else setFault(keepFaultInWords(result.error))
  }
  return { blockRef, busy: busy || !referrals, fault, finish }
}

/** Undefined until they are there. */
function useReferrals(file: string): ReferralsOfFile | undefined {
  const referrals = useRecords('referral', { file })
  const progress = useRecords('referralProgress', { file })
  return referrals && progress && { referrals, progress }
}
