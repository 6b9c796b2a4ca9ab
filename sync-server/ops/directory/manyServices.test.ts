import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { full, page } from '#domain/feed/feed.fixture.ts'
import { type FeedPlace, openFeedPlace } from './feedPlace.fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let at: FeedPlace
beforeEach(async () => {
  at = await openFeedPlace()
})
afterEach(() => at.close())

test('five thousand services come in well under a minute, and again in less', async () => {
  const path = join(at.folder, 'large.json')
  writeFileSync(path, JSON.stringify(page(Array.from({ length: 5000 }, (_, i) => full(i + 1)))))
  const first = await timed(() => at.take(path, 'large'))
  expect(first.value.json).toMatchObject({ new: 5000, problems: [] })
  const second = await timed(() => at.take(path, 'large'))
  expect(second.value.json).toMatchObject({ same: 5000, written: 0 })
  console.log(`5,000 services: ${first.seconds.toFixed(1)} s, again ${second.seconds.toFixed(1)} s`)
  expect(first.seconds).toBeLessThan(45)
  expect(second.seconds).toBeLessThan(30)
})

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const from = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - from) / 1000 }
}
