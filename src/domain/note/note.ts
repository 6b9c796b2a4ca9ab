import { z } from 'zod'
import { codes, moment, ref } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'

/** What somebody wrote down. Never edited: an amendment is a new note that points back with `amends`. */
export const noteBody = z.looseObject({
  text: z.string(),
  at: moment,
  author: ref,
  about: codes(['note', 'call', 'visit', 'contact-attempt']).optional(),
  visit: ref.optional(),
  amends: ref.optional(),
})
export type NoteBody = z.infer<typeof noteBody>

export const note = defineKind({
  kind: 'note',
  version: 1,
  body: noteBody,
  place: 'file',
  appendOnly: true,
  rules: {},
  upcasts: [],
})
