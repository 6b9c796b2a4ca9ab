import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '#domain/change/receipt.ts'
import { type Cluster, startPostgres } from '#tests/fixtures/postgres.ts'
import { verifyHistory } from '#server/reconcile/verifyHistory.ts'
import { change, createOrganisation, newId } from '#server/testing/changes.ts'
import { buildSmallService } from '#server/testing/demo.ts'
import { openService, type TestService } from '#server/testing/service.ts'

// PostgreSQL itself goes down, without having written anything that it did not have to.

let cluster: Cluster
let folder: string
let service: TestService

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-away-'))
  cluster = await startPostgres()
  service = await openService({ demo: buildSmallService }, { databaseUrl: cluster.url, dataFolder: folder })
}, 60_000)
afterAll(async () => {
  await service.remove()
  await cluster.end()
  rmSync(folder, { recursive: true, force: true })
})

test('what was answered is there when it comes back; what could not be is taken then', async () => {
  const mo = await service.signIn('mo')
  const body = JSON.stringify({ protocol: 1, device: mo.id, changes: [] })
  const statusOf = async (path: string, init = {}) => (await mo.call(path, init)).status
  const receipts: Receipt[] = []
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 10; i++) receipts.push(...(await mo.push(change(createOrganisation(newId())))))
    // At once after an answer.
    await cluster.crash()
    expect(await statusOf('/api/sync/changes', { method: 'POST', body })).toBe(503)
    expect(await statusOf('/api/sync/records')).toBe(503)
    expect([await statusOf('/readyz'), await statusOf('/healthz')]).toEqual([503, 200])
    await cluster.restart()
  }
  const rows = await service.database.selectFrom('history').select(['change', 'seq']).orderBy('seq').execute()
  expect(rows.slice(-receipts.length)).toEqual(
    receipts.map((receipt) => ({ change: receipt.change, seq: receipt.seq })),
  )
  expect(await verifyHistory(service.database, service.tenant)).toEqual([])
}, 60_000)
