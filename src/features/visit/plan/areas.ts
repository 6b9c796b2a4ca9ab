import { assessmentSections } from '#domain/assessment/assessment.ts'

/** The areas of life with their titles as on the form: `people` is 'People'. */
export const areas: readonly { area: string; title: string }[] = assessmentSections
  .flatMap((section) => section.parts)
  .map(({ linkId, title }) => ({ area: linkId.replace(/^area\./, ''), title }))

/** An area of a plan that this form doesn't have is shown as it was written. */
export function areaInWords(area: string): string {
  return areas.find((known) => known.area === area)?.title ?? area
}
