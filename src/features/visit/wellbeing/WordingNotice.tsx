import { IconInfoCircle } from '@tabler/icons-react'
import { wemwbs } from '#domain/measure/wemwbs.ts'
import { Notice } from '#ui/Notice.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import turnClasses from '#ui/Turn.module.css'

/** In whose words the scale is asked, with the notice that its owners ask for. */
export function WordingNotice() {
  const { draft } = useVisitWork()
  const licence = draft.loaded?.pack.licence
  return (
    <Notice icon={<IconInfoCircle size={24} />}>
      {licence
        ? `In the scale’s own wording, licensed to ${licence.holder} (${licence.reference}). ${licence.notice}`
        : `The questions are shown as cue words. A service with a licence can load the scale’s own wording. ${wemwbs.copyright}`}
    </Notice>
  )
}

/** The same beneath each question while the tablet is with the client. */
export function ScaleNotice() {
  const { draft } = useVisitWork()
  const licence = draft.loaded?.pack.licence
  return (
    <p className={turnClasses['notice']}>
      {licence
        ? `${licence.notice} Licensed to ${licence.holder}.`
        : `Short cues, not the scale’s own wording.`}
    </p>
  )
}
