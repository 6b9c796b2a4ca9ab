import { Button } from '@mantine/core'
import { IconDeviceTablet, IconInfoCircle } from '@tabler/icons-react'
import { risksFrom } from '#domain/assessment/assessment.ts'
import { NO_KNOWN_RISKS } from '#domain/client/client.ts'
import { findItem } from '#domain/form/openForm.ts'
import { isSameRisk, riskInWords } from '#domain/visit/risksOnFile.ts'
import { Notice } from '#ui/Notice.tsx'
import { Questions } from '#questions/Questions.tsx'
import { useVisitWork } from './VisitWork.tsx'
import { WordingNotice } from './wellbeing/WordingNotice.tsx'
import { WellbeingScore } from './wellbeing/WellbeingScore.tsx'
import { WorriedCard } from './WorriedCard.tsx'
import classes from './Visit.module.css'

export interface FormSectionProps {
  section: string
  checked: boolean
  handOver: (part: 'matters' | 'wellbeing') => void
}

/** A part of the form, with what belongs beside it. */
export function FormSection({ section, checked, handOver }: FormSectionProps) {
  const { view } = useVisitWork()
  const item = findItem(view, section)
  if (!item) return null
  return (
    <div className={classes['stack']}>
      {(section === 'matters' || section === 'wellbeing') && <HandOver part={section} handOver={handOver} />}
      {section === 'risks' && <RisksOnFile />}
      <Questions items={item.items} checked={checked} />
      {section === 'wellbeing' && <Wellbeing />}
      {(section === 'risks' || section === 'area.safety') && (
        <div className={classes['onlyPhone']}>
          <WorriedCard />
        </div>
      )}
    </div>
  )
}

function HandOver({
  part,
  handOver,
}: {
  part: 'matters' | 'wellbeing'
  handOver: FormSectionProps['handOver']
}) {
  const { name } = useVisitWork()
  return (
    <Notice
      tone="accent"
      icon={<IconDeviceTablet size={24} />}
      action={<Button onClick={() => handOver(part)}>Hand over the tablet</Button>}
    >
      {name} can answer these alone, one at a time. Nothing else can be seen until you enter your PIN.
    </Notice>
  )
}

function Wellbeing() {
  return (
    <>
      <WellbeingScore />
      <WordingNotice />
    </>
  )
}

function NoRisksOnFile() {
  const { client } = useVisitWork()
  if (!client.risks?.length) return null
  return (
    <Notice icon={<IconInfoCircle size={24} />}>
      On the file: no known risks. It is asked anew each time.
    </Notice>
  )
}

/** What is on the file is in the answers already; what was unticked is said, as it will come off the file. */
function RisksOnFile() {
  const { client, draft } = useVisitWork()
  const known = (client.risks ?? []).filter(({ risk }) => risk !== NO_KNOWN_RISKS)
  if (known.length === 0) return <NoRisksOnFile />
  const said = risksFrom(draft.answers)
  const gone = known.filter((entry) => !said.risks.some((risk) => isSameRisk(entry, risk)))
  const list = (entries: typeof known) => entries.map((entry) => riskInWords(entry)).join('; ')
  return (
    <Notice icon={<IconInfoCircle size={24} />} title={`On the file: ${list(known)}.`}>
      {gone.length === 0
        ? 'Untick what is no longer so.'
        : `Coming off the file when you finish: ${list(gone)}. Tick it again to keep it.`}
    </Notice>
  )
}
