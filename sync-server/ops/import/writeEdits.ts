import type { Change, Edit } from '#domain/change/change.ts'
import { PUSH_LIMITS } from '#protocol/sync.ts'
import type { Ground } from '../../accounts/ground.ts'
import { rethrow } from '../../reconcile/ownChange.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import type { Tx } from '../../store/tables.ts'

/** Edits in one change, and their size: a change has to stay well within its bounds. */
const EDITS = 50
const BYTES = PUSH_LIMITS.changeBytes - 10_000
/** Changes that are taken together: what is held of them in memory at one time. */
const PUSHED_BYTES = 10 * PUSH_LIMITS.bytes

/** Writes what an import brings, on a manager's behalf, in the order's one way. `done`: after each portion, how many. */
export async function writeEdits(
  tx: Tx,
  { newId, now }: Ground,
  { tenant, by }: { tenant: string; by: string },
  edits: readonly Edit[],
  done: (edits: number) => void = () => {},
): Promise<void> {
  const at = now().toISOString()
  const changes = portions(edits, EDITS, BYTES).map((some): Change => ({
    id: newId(),
    device: tenant,
    at,
    app: 'import',
    edits: some,
  }))
  const author = { staff: by, role: 'manager', team: null, active: true } as const
  let written = 0
  for (const portion of portions(changes, PUSH_LIMITS.changes, PUSHED_BYTES)) {
    const push = { tenant, device: tenant, received: at, changes: portion }
    const { receipts } = await reconcile(tx, push, async () => author, rethrow)
    const refused = receipts.find(({ outcome }) => outcome === 'refused')
    if (refused) throw new Error(`A change of the import was refused: ${refused.reason} ${refused.detail}`)
    written += portion.reduce((sum, change) => sum + change.edits.length, 0)
    done(written)
  }
}

/** In their order, each portion of at most so many and, unless one alone is larger, of so many bytes. */
function portions<Item>(items: readonly Item[], most: number, bytes: number): Item[][] {
  const found: Item[][] = []
  let size = Infinity
  for (const item of items) {
    const own = Buffer.byteLength(JSON.stringify(item))
    const last = found.at(-1)
    if (last && last.length < most && size + own <= bytes) {
      last.push(item)
      size += own
    } else {
      found.push([item])
      size = own
    }
  }
  return found
}
