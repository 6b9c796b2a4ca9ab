import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTenant, systemGround } from '../accounts/ground.ts'
import { openDatabase } from '../store/database.ts'
import { addMembers, bareServiceOn } from '../testing/bareService.ts'
import { change, createClient, createNote, newId } from '../testing/changes.ts'
import { teamA } from '../testing/demo.ts'
import { destroy } from './destroy.ts'

const mo = { staff: newId(), role: 'manager', team: null, active: true } as const
const WORD = 'Zwetschge'

test('not a byte of a destroyed file is left in SQLite’s files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-bytes-'))
  const at = join(folder, 'doorstep.db')
  const database = await openDatabase(at)
  try {
    const ground = systemGround(database)
    const tenant = await openTenant(ground)
    await addMembers(database, tenant, [mo])
    const service = bareServiceOn(database, tenant)
    const [client, other] = [newId(), newId()]
    await service.push(
      mo,
      change(createClient(client, teamA, { firstName: WORD, status: 'closed', closedOn: '2010-01-01' })),
      change(createClient(other, teamA)),
    )
    // Long ones lie on pages of their own, short ones among others'.
    for (let i = 0; i < 60; i++)
      await service.push(
        mo,
        change(createNote(newId(), client, `${WORD} `.repeat(1 + (i % 5) * 400))),
        change(createNote(newId(), other, 'x'.repeat(1 + i * 30))),
      )
    expect(bytesIn(at)).toBeGreaterThan(0)
    const asked = { tenant, by: mo.staff, client, name: `${WORD} Person`, why: 'Its time' }
    expect(await destroy(ground, asked)).toMatchObject({ outcome: 'destroyed', cleared: true })
    expect(bytesIn(at)).toBe(0)
  } finally {
    await database.destroy()
    await rm(folder, { recursive: true, force: true })
  }
})

/** How often the word is in the database's file and in what SQLite keeps beside it. */
function bytesIn(at: string): number {
  return [at, `${at}-wal`, `${at}-journal`]
    .filter((path) => existsSync(path))
    .reduce((count, path) => count + readFileSync(path).toString('latin1').split(WORD).length - 1, 0)
}
