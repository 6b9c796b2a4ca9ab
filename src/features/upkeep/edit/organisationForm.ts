import { z } from 'zod'
import type { BodyOf } from '#domain/kind/kinds.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'

type OrganisationBody = BodyOf<'organisation'>

const organisationFields = ['name', 'alternate_name', 'description', 'email', 'website'] as const

export const organisationFormSchema = z.object({
  id: z.string(),
  name: z.string(),
  alternate_name: z.string(),
  description: z.string(),
  email: z.string(),
  website: z.string(),
})
export type OrganisationForm = z.infer<typeof organisationFormSchema>

export function organisationFormOf(id: string, body: Partial<OrganisationBody>): OrganisationForm {
  const { name = '', alternate_name = '', description = '', email = '', website = '' } = body
  return { id, name, alternate_name, description, email, website }
}

export function organisationProblems({ name }: OrganisationForm): FieldProblem[] {
  return name.trim() === '' ? [{ field: 'field-name', text: 'Write what the organisation is called.' }] : []
}

/** What is not touched stays exactly as it was. */
export function organisationOf(form: OrganisationForm, opened: Partial<OrganisationBody>): OrganisationBody {
  const before = organisationFormOf(form.id, opened)
  const { name, description, ...others } = Object.fromEntries(
    organisationFields.map((field) => [
      field,
      form[field] === before[field] ? opened[field] : form[field].trim() || undefined,
    ]),
  )
  const rest = Object.fromEntries(
    Object.entries({ ...opened, ...others }).filter(([, said]) => said !== undefined),
  )
  return { ...rest, name: name ?? '', description: description ?? '' }
}
