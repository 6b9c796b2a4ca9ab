import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { full, page } from '#domain/feed/feed.fixture.ts'
import { openTenant, systemGround } from '../../accounts/ground.ts'
import { databaseOf } from '../../config.ts'
import { openDatabase } from '../../store/database.ts'
import { addMembers } from '../../testing/bareService.ts'
import { freshPlace } from '../../testing/place.ts'
import type { Outcome } from '../outcome.ts'
import { directoryCommand } from './directoryCommand.ts'
import { type FeedServer, serve } from './feedServer.fixture.ts'
import { type FeedLimits, LIMITS } from './limits.ts'

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const

/** A service that has taken a directory from the source `council` already, and what may be tried on it. */
export interface FeedPlace {
  folder: string
  /** What a process of its own needs to know to find the same database. */
  env: Record<string, string>
  feed: (answer: RequestListener) => Promise<FeedServer>
  take: (from: string, source?: string, limits?: FeedLimits) => Promise<Outcome>
  /** The sentence with which a feed is refused, once it is sure that all is as it was. */
  refused: (from: string, limits?: FeedLimits) => Promise<string>
  /** Everything that is stored of the directory, and where the order stands. */
  standing: () => Promise<unknown>
  close: () => Promise<void>
}

export async function openFeedPlace(): Promise<FeedPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-bad-feed-'))
  const place = await freshPlace()
  const { databaseUrl } = place
  const database = await openDatabase(databaseOf({ databaseUrl, dataFolder: folder }))
  const ground = systemGround(database)
  const tenant = await openTenant(ground)
  await database.updateTable('services').set({ name: 'A service' }).execute()
  await addMembers(database, tenant, [mo])
  const servers: FeedServer[] = []

  const take: FeedPlace['take'] = (from, source = 'council', limits = LIMITS) =>
    directoryCommand(ground, { tenant, by: mo.staff }, { from, source, dryRun: false }, () => {}, limits)
  const standing = async () => ({
    records: await database.selectFrom('records').selectAll().orderBy('id').execute(),
    counters: await database.selectFrom('counters').selectAll().execute(),
    history: await database.selectFrom('history').select(['seq', 'hash']).orderBy('seq').execute(),
  })
  const before = join(folder, 'before.json')
  writeFileSync(before, JSON.stringify(page([full(1), full(2)])))
  await take(before)
  return {
    folder,
    env: { DOORSTEP_DATA: folder, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) },
    take,
    standing,
    feed: async (answer) => {
      const server = await serve(answer)
      servers.push(server)
      return server
    },
    refused: async (from, limits) => {
      const stood = await standing()
      const sentence = await take(from, 'council', limits).then(
        () => 'It was taken',
        (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
      )
      expect(await standing()).toEqual(stood)
      return sentence
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()))
      await database.destroy()
      await place.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
