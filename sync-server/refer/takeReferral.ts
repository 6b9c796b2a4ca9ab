import type { Edit } from '#domain/change/change.ts'
import type { Ground } from '../accounts/ground.ts'
import { type Reserved, reservedAuthor } from '../accounts/reserved.ts'
import { lockCounter } from '../reconcile/load.ts'
import { rethrow } from '../reconcile/ownChange.ts'
import { reconcile } from '../reconcile/reconcile.ts'

/** The author of what comes in through the public page: a referrer like any other, whom nobody can sign in as. */
const publicForm: Reserved = {
  staff: '9efe77a1-0000-7000-8000-000000000001',
  name: 'Public referral form',
  role: 'referrer',
}

export interface Taking {
  tenant: string
  /** Of the change, so that the same form sent again is the same referral. */
  id: string
  /** When the form was shown: what is sent again must say the same. */
  at: string
  edits: Edit[]
}

/**
 * - `taken`: it is in, now or from an earlier sending of the same
 * - `otherwise`: this form was sent before and is in, and it said something else then
 */
export type Taken = { outcome: 'taken'; seq: number; news: boolean } | { outcome: 'otherwise' }

/** Takes a referral of the public page as it would that of any referrer: the same checks, the same order, one receipt. */
export async function takeReferral(ground: Ground, { tenant, id, at, edits }: Taking): Promise<Taken> {
  const received = ground.now().toISOString()
  return ground.database.transaction().execute(async (tx) => {
    await lockCounter(tx, tenant)
    const author = await reservedAuthor(tx, ground, tenant, publicForm)
    const change = { id, device: tenant, at, app: 'server', edits }
    const push = { tenant, device: tenant, received, changes: [change] }
    const { receipts, seq, news } = await reconcile(tx, push, async () => author, rethrow)
    const [receipt] = receipts
    if (receipt?.outcome === 'applied' || receipt?.outcome === 'contested')
      return { outcome: 'taken', seq, news }
    if (receipt?.reason === 'idReused') return { outcome: 'otherwise' }
    throw new Error(`A referral of the public page was refused: ${receipt?.reason ?? 'no receipt'}`)
  })
}
