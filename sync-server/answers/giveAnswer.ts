import type { Edit } from '#domain/change/change.ts'
import { createRecord, editRecord } from '#domain/change/write.ts'
import { entryAfterAnswer } from '#domain/directory/afterAnswer.ts'
import type { MessageBody } from '#domain/message/message.ts'
import { type Answer, answered, saidIn } from '#domain/onwardReferral/answers.ts'
import {
  type OnwardReferralBody,
  onwardReferralBody,
  providerAnswers,
} from '#domain/onwardReferral/onwardReferral.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Ground } from '../accounts/ground.ts'
import { reservedAuthor } from '../accounts/reserved.ts'
import { idFor } from '../reconcile/canonical.ts'
import { lockCounter } from '../reconcile/load.ts'
import { rethrow } from '../reconcile/ownChange.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { Tx } from '../store/tables.ts'
import { type Closed, type OpenLink, openLink, recordIn, useUp } from './links.ts'

/**
 * What somebody wrote on the page of a link.
 *
 * - `answer`: null where it was only a message
 * - `forEverybody`: their entry in the directory is to say so, too
 * - `seen`: the answer that the referral had when they opened the page: what was answered meanwhile meets theirs
 */
export interface Given {
  name: string
  text: string
  answer: Answer | null
  forEverybody: boolean
  seen: Partial<OnwardReferralBody>
}

/**
 * Takes an answer by link, once: the link is used up, and the answer taken as a provider's of that organisation, by the
 * same rules as any, in one transaction. What the rules refuse leaves the link as it was.
 */
export async function giveAnswer(
  ground: Ground,
  { tenant, token }: { tenant: string; token: string },
  given: Given,
): Promise<Result<{ seq: number }, Closed>> {
  return ground.database.transaction().execute(async (tx) => {
    await lockCounter(tx, tenant)
    const link = await openLink({ ...ground, database: tx }, tenant, token)
    if (!link.ok) return link
    if (!(await useUp(tx, ground, tenant, token))) return err('used')
    return ok({ seq: await take(tx, ground, link.value, given) })
  })
}

async function take(tx: Tx, ground: Ground, link: OpenLink, given: Given): Promise<number> {
  const { tenant, organisation } = link
  const name = await organisationName(tx, link)
  const author = await reservedAuthor(tx, ground, tenant, {
    staff: idFor(`answers by link ${organisation}`),
    name: `${name}, by link`,
    role: 'provider',
    organisation,
  })
  const at = ground.now().toISOString()
  const answered = editsOf(link, given, { id: ground.newId(), at, staff: author.staff, name })
  const edits = [...answered, ...entryEdits(link, given, at.slice(0, 10))]
  const change = { id: ground.newId(), device: tenant, at, app: 'link', edits }
  const push = { tenant, device: tenant, received: at, changes: [change] }
  const { receipts, seq } = await reconcile(tx, push, async () => author, rethrow)
  const [receipt] = receipts
  if (!receipt || receipt.outcome === 'refused') throw new Error(`An answer by link was ${receipt?.reason}`)
  return seq
}

/** The answer and the message that says it, as an app of the provider's own would write them. */
function editsOf(
  { referral, organisation, record }: OpenLink,
  { name: writer, text, answer, seen }: Given,
  made: { id: string; at: string; staff: string; name: string },
): Edit[] {
  const message: MessageBody = {
    onwardReferral: referral,
    organisation,
    side: 'provider',
    text,
    at: made.at,
    by: made.staff,
    byName: `${writer}, ${made.name}`,
    ...(answer ? { answer: { ...saidIn(answer) } } : {}),
  }
  const written = createRecord('message', made.id, record.file, message)
  if (!answer) return [written]
  const before = asSeen(record.body, seen)
  const edit = editRecord({ ...record, body: before }, answered(before, answer, made.at.slice(0, 10)))
  return edit ? [edit, written] : [written]
}

/** What the answer says of the entry, where that is still there. */
function entryEdits({ entry }: OpenLink, { answer, forEverybody }: Given, today: string): Edit[] {
  if (!entry || !answer || !forEverybody) return []
  const after = entryAfterAnswer(entry.body, answer, today)
  const edit = after && editRecord(entry, after)
  return edit ? [edit] : []
}

function asSeen(body: object, seen: Partial<OnwardReferralBody>): OnwardReferralBody {
  const others = Object.entries(body).filter(([field]) => !providerAnswers.some((answer) => answer === field))
  return onwardReferralBody.parse({ ...Object.fromEntries(others), ...seen })
}

async function organisationName(tx: Tx, { tenant, organisation }: OpenLink): Promise<string> {
  const name = (await recordIn(tx, tenant, organisation))?.body['name']
  return typeof name === 'string' && name !== '' ? name : 'A provider'
}
