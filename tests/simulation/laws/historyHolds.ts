import { Kysely, SqliteDialect } from 'kysely'
import { verifyHistory } from '#server/reconcile/verifyHistory.ts'
import type { Tables } from '#server/store/tables.ts'
import { TENANT } from '../cast.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/** No change was applied twice; the history replays to the records; its hash chain holds. */
export async function historyHolds({ server, witness }: World, { history, records }: Stored): Promise<void> {
  const seen = new Set<string>()
  for (const { id } of history) {
    if (seen.has(id)) witness.breach('No change is applied twice', id)
    seen.add(id)
  }
  const last = history.at(-1)?.seq ?? 0
  if (history.some(({ seq }, i) => i > 0 && seq <= (history[i - 1]?.seq ?? 0)))
    witness.breach('The order only goes forward', JSON.stringify(history.map(({ seq }) => seq)))
  for (const { id, seq } of records.values())
    if (seq > last) witness.breach('A record is as of a change that was taken', id)
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: server.file }) })
  for (const fault of await verifyHistory(database, TENANT)) {
    witness.breach('The history holds together and replays to the records', JSON.stringify(fault))
  }
}
