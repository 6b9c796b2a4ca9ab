import type { Edit } from '#domain/change/change.ts'
import type { Json } from '#domain/json.ts'
import { providerAnswers } from '#domain/onwardReferral/onwardReferral.ts'
import { openContested, type StoredRecord } from '#domain/record/record.ts'
import type { Member } from './scopes.ts'

type Find = (id: string) => StoredRecord | null

/**
 * What a role may do with a record that lies in a scope where it writes.
 *
 * | role                  | may                                                                                       |
 * |-----------------------|-------------------------------------------------------------------------------------------|
 * | manager, co-ordinator | everything                                                                                |
 * | volunteer             | write down a concern, and what was done about it                                          |
 * | provider              | answer a referral made to their organisation, and write a message on it                   |
 * | referrer              | nothing: they begin files, see `isIntake`                                                 |
 */
export function isPermitted(by: Member, edit: Edit, find: Find): boolean {
  switch (by.role) {
    case 'manager':
    case 'coordinator':
      return true
    case 'volunteer':
      return edit.op === 'create' && (edit.kind === 'concern' || edit.kind === 'concernAction')
    case 'provider':
      return isAnswer(edit, find) || isOwnMessage(by, edit, find)
    case 'referrer':
      return false
  }
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
 * Whose devices give back records after a restore: who may do everything in their scopes. Of all others a record says
 * more than they may write, so nothing but their own changes counts, which go up again and are judged like any.
 */
export function givesBackRecords({ role, active }: Member): boolean {
  return active && (role === 'manager' || role === 'coordinator')
}
