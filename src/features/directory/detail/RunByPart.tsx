import { Section } from '#ui/Section.tsx'
import classes from '../Directory.module.css'
import type { ServicePartProps } from '../ServiceDetail.tsx'

export function RunByPart({ organisation }: ServicePartProps) {
  if (!organisation) return null
  const { name, alternate_name, description } = organisation.body
  return (
    <Section title="Run by">
      <p className={classes['description']}>
        <strong>{name}</strong>
        {alternate_name && `, also known as ${alternate_name}`}
      </p>
      <p className={classes['description']}>{description}</p>
    </Section>
  )
}
