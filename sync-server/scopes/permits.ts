import type { Edit } from '#domain/change/change.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import { kindNamed } from '#domain/kind/kinds.ts'
import { providerAnswers } from '#domain/onwardReferral/onwardReferral.ts'
import { openContested, type StoredRecord } from '#domain/record/record.ts'
import { providersOwn } from '#domain/service/service.ts'
import type { Member } from './scopes.ts'

type Find = (id: string) => StoredRecord | null

/**
 * What a role may do with a record that lies in a scope where it writes.
 *
 * | role                  | may                                                                                       |
 * |-----------------------|-------------------------------------------------------------------------------------------|
 * | manager               | everything                                                                                |
 * | co-ordinator          | everything but the directory; of that, and of drop-ins, what a volunteer may, and to have |
 * |                       | checked an entry                                                                          |
 * | volunteer             | write down a concern, and what was done about it; their drop-ins; gaps, mistakes met with |
 * | provider              | answer a referral made to their organisation, and write a message on it; say of their own |
 * |                       | entries whether they are open and how long the wait is, and propose how they should read  |
 * | referrer              | nothing: they begin files, see `isIntake`                                                 |
 */
export function isPermitted(by: Member, edit: Edit, find: Find): boolean {
  switch (by.role) {
    case 'manager':
      return true
    case 'coordinator':
      if (isOfDropIn(edit)) return isOwnDropIn(by, edit, find)
      return kindNamed(edit.kind)?.place !== 'directory' || isUpkeep(by, edit, find) || isCheck(edit)
    case 'volunteer':
      return isConcern(edit) || isOwnDropIn(by, edit, find) || isUpkeep(by, edit, find)
    case 'provider':
      return (
        isAnswer(edit, find) ||
        isOwnMessage(by, edit, find) ||
        isOwnEntry(by, edit, find) ||
        isProposal(by, edit, find)
      )
    case 'referrer':
      return false
  }
}

function isConcern({ op, kind }: Edit): boolean {
  return op === 'create' && (kind === 'concern' || kind === 'concernAction')
}

function isOfDropIn({ kind }: Edit): boolean {
  return kind === 'dropIn' || kind === 'dropInContact'
}

/**
 * What is there is theirs because it names them, which `person:<id>` sees to. A session is begun in one's own name, and
 * who came is logged in one's own name at a session that one is of.
 */
function isOwnDropIn({ staff }: Member, edit: Edit, find: Find): boolean {
  if (!isOfDropIn(edit)) return false
  if (edit.op !== 'create') return true
  if (edit.kind === 'dropIn') return edit.body['openedBy'] === staff
  const { by, dropIn } = edit.body
  const session = typeof dropIn === 'string' ? find(dropIn) : null
  return by === staff && session?.kind === 'dropIn' && names(session.body['people'], staff)
}

function names(people: Json | undefined, staff: string): boolean {
  return Array.isArray(people) && people.includes(staff)
}

/** A gap or a mistake that somebody met with, in their own name; their own they also take back. */
function isUpkeep(by: Member, edit: Edit, find: Find): boolean {
  if (!isMetWith(edit.kind)) return false
  if (edit.op === 'create') {
    if (edit.kind === 'correction' && !isOpenReport(edit.body, 'staff')) return false
    return edit.body['by'] === by.staff
  }
  const isTheirs = find(edit.id)?.body['by'] === by.staff
  return isTheirs && (edit.op !== 'edit' || edit.kind === 'gap')
}

function isMetWith(kind: string): boolean {
  return kind === 'gap' || kind === 'correction'
}

/** What is decided about a report is the curator's to say. */
function isOpenReport(body: JsonObject, side: 'staff' | 'provider'): boolean {
  return body['side'] === side && body['status'] === 'open'
}

const check = new Set(['assured_date', 'assured_by'])

/** That they rang, and that the entry is right. */
function isCheck(edit: Edit): boolean {
  return (
    edit.op === 'edit' && edit.kind === 'service' && Object.keys(edit.fields).every((path) => check.has(path))
  )
}

/** An entry of their organisation: whether it takes referrals, and how long the wait is. */
function isOwnEntry({ organisation }: Member, edit: Edit, find: Find): boolean {
  if (edit.op !== 'edit' || edit.kind !== 'service') return false
  const isTheirs = find(edit.id)?.body['organization_id'] === organisation
  return isTheirs && Object.keys(edit.fields).every((path) => providersOwn.some((field) => field === path))
}

function isProposal({ staff, organisation }: Member, edit: Edit, find: Find): boolean {
  if (edit.kind !== 'correction') return false
  if (edit.op !== 'create') return edit.op !== 'edit' && find(edit.id)?.body['by'] === staff
  const { by, service } = edit.body
  const entry = typeof service === 'string' ? find(service) : null
  return (
    by === staff &&
    isOpenReport(edit.body, 'provider') &&
    edit.body['organisation'] === organisation &&
    entry?.kind === 'service' &&
    entry.body['organization_id'] === organisation
  )
}

function isAnswer(edit: Edit, find: Find): boolean {
  if (edit.op !== 'edit' || edit.kind !== 'onwardReferral') return false
  const isTheirs = Object.keys(edit.fields).every((path) => providerAnswers.some((field) => field === path))
  return isTheirs && isTheirsToSay(edit.fields['status']?.to ?? null, find(edit.id))
}

/** That it was sent or withdrawn is the service's to say; where somebody has said so, a provider may leave it at that. */
function isTheirsToSay(status: Json, referral: StoredRecord | null): boolean {
  if (status === null || (status !== 'sent' && status !== 'withdrawn')) return true
  if (!referral) return false
  return [referral.body['status'], ...openContested(referral, 'status').map(({ to }) => to)].includes(status)
}

/** On a referral that was made to their organisation, in the file where that lies. */
function isOwnMessage({ staff, organisation }: Member, edit: Edit, find: Find): boolean {
  if (edit.op !== 'create' || edit.kind !== 'message') return false
  const { by, side, onwardReferral } = edit.body
  const about = typeof onwardReferral === 'string' ? find(onwardReferral) : null
  return (
    by === staff &&
    side === 'provider' &&
    edit.body['organisation'] === organisation &&
    about?.kind === 'onwardReferral' &&
    about.file === edit.file &&
    about.body['organisation'] === organisation
  )
}

const begun = new Set(['client', 'referral', 'referralProgress'])

/**
 * Whoever refers somebody begins their file, and sees nothing of it: a client, the referral, and what the referrer is
 * told, in one change. `before`: as it was before that change.
 */
export function isIntake({ role, active }: Member, edit: Edit, before: Find): boolean {
  if (!active || (role !== 'referrer' && role !== 'volunteer')) return false
  return edit.op === 'create' && begun.has(edit.kind) && edit.file !== null && before(edit.file) === null
}

/**
 * Whose devices give back records after a restore: who may do everything in their scopes, so of the directory a
 * co-ordinator's no more than what anybody writes down about it. Of all others a record says more than they may write:
 * nothing but their own changes counts, which go up again and are judged like any.
 */
export function givesBackRecords({ role, active }: Member, kind?: string): boolean {
  if (!active) return false
  if (role === 'manager') return true
  const entry = kind !== undefined && kindNamed(kind)?.place === 'directory' && !isMetWith(kind)
  return role === 'coordinator' && !entry
}
