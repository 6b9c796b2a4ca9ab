import { z } from 'zod'
import type { Edit } from '../change/change.ts'
import { createRecord, editRecord, type Seen } from '../change/write.ts'
import { districtTyped } from '../client/postcode.ts'
import type { DropInBody } from './dropIn.ts'
import type { DropInContactBody } from './dropInContact.ts'

/**
 * Somebody at a drop-in as they are being logged, everything as typed. All ids are made once, so that saving it again
 * says the same.
 *
 * - `gaps`: needs that nothing fitted, each a record of its own
 */
export const contactEntrySchema = z.object({
  id: z.uuid(),
  needs: z.array(z.string()),
  given: z.array(z.string()),
  gaps: z.array(z.object({ id: z.uuid(), need: z.string(), why: z.string(), wanted: z.string() })),
  agreed: z.boolean(),
  firstName: z.string(),
  ageBand: z.string(),
  postcodeDistrict: z.string(),
  note: z.string(),
})
export type ContactEntry = z.infer<typeof contactEntrySchema>

export function blankContact(id: string): ContactEntry {
  return { id, needs: [], given: [], gaps: [], note: '', ...notAgreed }
}

/** What is known of somebody who has not agreed that it is written down: nothing. */
const notAgreed = { agreed: false, firstName: '', ageBand: '', postcodeDistrict: '' }

export function withAgreement(entry: ContactEntry, agreed: boolean): ContactEntry {
  return agreed ? { ...entry, agreed } : { ...entry, ...notAgreed }
}

/** A need more or less. What was said to be missing for a need goes with it. */
export function withNeed(entry: ContactEntry, need: string): ContactEntry {
  const needs = toggled(entry.needs, need)
  return { ...entry, needs, gaps: entry.gaps.filter((gap) => needs.includes(gap.need)) }
}

export function withGiven(entry: ContactEntry, service: string): ContactEntry {
  return { ...entry, given: toggled(entry.given, service) }
}

/** That nothing fitted a need, or that something did after all. */
export function withGap(entry: ContactEntry, need: string, id: string): ContactEntry {
  const others = entry.gaps.filter((gap) => gap.need !== need)
  const gap = { id, need, why: 'nothing-found', wanted: '' }
  return { ...entry, gaps: others.length < entry.gaps.length ? others : [...others, gap] }
}

function toggled(chosen: readonly string[], code: string): string[] {
  return chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]
}

/** Whether there is something to log: what was asked for, or what was given. */
export function isSaid({ needs, given }: ContactEntry): boolean {
  return needs.length > 0 || given.length > 0
}

/** Whether nothing was said of anybody yet. */
export function isBlank(entry: ContactEntry): boolean {
  const { id: _, needs, given, gaps, agreed, ...texts } = entry
  const chosen = needs.length + given.length + gaps.length
  return chosen === 0 && !agreed && Object.values(texts).every((typed) => typed.trim() === '')
}

export interface Logging {
  readonly session: { readonly id: string; readonly body: Pick<DropInBody, 'people' | 'area' | 'day'> }
  readonly by: string
  /** By the device's clock, for display. */
  readonly now: string
}

/** One person logged, with what was missing, as the edits of one change. */
export function contactEdits(entry: ContactEntry, logging: Logging): Edit[] {
  const { session, by, now } = logging
  const body: DropInContactBody = {
    dropIn: session.id,
    people: [...new Set([...session.body.people, by])],
    at: now,
    by,
    ...saidIn(entry),
  }
  return [createRecord('dropInContact', entry.id, null, body), ...gapEdits(entry, logging)]
}

function saidIn(
  entry: ContactEntry,
): Pick<DropInContactBody, 'needs' | 'given'> & Partial<DropInContactBody> {
  const { needs, given, gaps, agreed, note } = entry
  return {
    needs,
    given,
    ...(gaps.length > 0 ? { gaps: gaps.map(({ id }) => id) } : {}),
    ...(agreed ? { agreed, ...aboutThem(entry) } : {}),
    ...text('note', note),
  }
}

function aboutThem({ firstName, ageBand, postcodeDistrict }: ContactEntry): Partial<DropInContactBody> {
  return {
    ...text('firstName', firstName),
    ...text('ageBand', ageBand),
    ...text('postcodeDistrict', districtTyped(postcodeDistrict)),
  }
}

/** Nothing in a gap says whose it was; the area is the district, if they agreed to that, or where the session is. */
function gapEdits(entry: ContactEntry, { session, by }: Logging): Edit[] {
  const district = entry.agreed ? districtTyped(entry.postcodeDistrict) : ''
  return entry.gaps.map(({ id, need, why, wanted }) =>
    createRecord('gap', id, null, {
      need,
      why,
      ...text('wanted', wanted),
      ...text('area', district || (session.body.area ?? '')),
      metAt: 'drop-in',
      on: session.body.day,
      by,
    }),
  )
}

/** Somebody who was logged, to be put right. Of the gaps only what is needed is taken: they are records of their own. */
export function entryOf(id: string, body: DropInContactBody): ContactEntry {
  return {
    id,
    needs: [...body.needs],
    given: [...body.given],
    gaps: [],
    agreed: body.agreed === true,
    firstName: body.firstName ?? '',
    ageBand: body.ageBand ?? '',
    postcodeDistrict: body.postcodeDistrict ?? '',
    note: body.note ?? '',
  }
}

/**
 * Somebody who was logged, put right: one change, null where nothing differs. Gaps that were added come as records of
 * their own; those of before stay.
 */
export function correctedContact(
  seen: Seen & { body: DropInContactBody },
  entry: ContactEntry,
  logging: Logging,
): (Edit | null)[] {
  const { agreed: _agreed, firstName: _name, ageBand: _age, ...rest } = seen.body
  const { postcodeDistrict: _district, note: _note, gaps: before = [], ...kept } = rest
  const said = saidIn(entry)
  const gaps = [...before, ...(said.gaps ?? [])]
  const after = { ...kept, ...said, ...(gaps.length > 0 ? { gaps } : {}) }
  return [editRecord(seen, after), ...gapEdits(entry, logging)]
}

function text(field: string, typed: string): Record<string, string> {
  const said = typed.trim()
  return said === '' ? {} : { [field]: said }
}
