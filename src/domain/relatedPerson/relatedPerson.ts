import { z } from 'zod'
import { codes, ref, setOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asSet } from '../merge/rules.ts'

/**
 * Somebody around the client (FHIR RelatedPerson; PRSB "Contacts"). `client`: their own file, where they have one; a
 * carer is a client in their own right. `roles` say what they are to the person whose file this is.
 */
const relatedPersonBody = z.looseObject({
  name: z.string(),
  relation: z.string().optional(),
  roles: setOf(
    codes(['carer', 'cared-for', 'household', 'emergency-contact', 'next-of-kin', 'professional']),
  ),
  phone: z.string().optional(),
  note: z.string().optional(),
  client: ref.optional(),
})
export type RelatedPersonBody = z.infer<typeof relatedPersonBody>

export const relatedPerson = defineKind({
  kind: 'relatedPerson',
  version: 1,
  body: relatedPersonBody,
  place: 'file',
  rules: { roles: asSet },
  upcasts: [],
})
