import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { agesWords, facts, languageName, needName } from '#words/directory/serviceWords.ts'
import type { ServicePartProps } from '../ServiceDetail.tsx'

/** Whom it is for, and what it helps with. */
export function ForWhomPart({ service: { body } }: ServicePartProps) {
  const told = facts([
    ['Helps with', (body.needs ?? []).map(needName).join(', ')],
    ['For whom', agesWords(body)],
    ['Languages', (body.languages ?? []).map(languageName).join(', ')],
    ['Area', (body.service_areas ?? []).map(({ name }) => name).join(', ')],
    ['Also called', body.alternate_name],
  ])
  if (told.length === 0) return null
  return (
    <Section title="Whom it is for">
      <Facts facts={told} />
    </Section>
  )
}
