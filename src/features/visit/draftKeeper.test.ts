import { describe, expect, test, vi } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import { ok, err, type Result } from '#domain/result.ts'
import type { VisitDraft } from '#domain/visit/visitDraft.ts'
import type { KeepFault } from '#store/faults.ts'
import type { Draft } from '#store/workspace.ts'
import { DraftKeeper } from './draftKeeper.ts'

const visit = '019a8f00-0000-7000-8000-000000000002'

function draft(section = 'consent'): VisitDraft {
  const seen = { version: 1, contested: {} }
  return {
    form: 'urn:form|1',
    ids: { response: visit, plan: visit },
    begunAt: '2026-11-23T10:30:00.000Z',
    section,
    turn: null,
    answers: {},
    plan: { needs: [], goals: [], actions: [] },
    services: [],
    seen: {
      visit: {
        ...seen,
        id: visit,
        kind: 'visit',
        body: { startsAt: '', place: 'home', coordinator: 'g', purpose: 'first', status: 'planned' },
      },
      client: {
        ...seen,
        id: 'client',
        kind: 'client',
        body: { firstName: 'Iris', familyName: 'Ade', team: 't', status: 'open' },
      },
      plan: null,
    },
  }
}

/** A disk whose writes wait until they are let through, one by one. */
function slowDisk() {
  const kept: Draft[] = []
  const waiting: (() => void)[] = []
  let fault: KeepFault | null = null
  const through = async <T>(act: () => T): Promise<Result<T, KeepFault>> => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return fault ? err(fault) : ok(act())
  }
  const finished: Edit[][] = []
  const change = { id: visit, device: visit, at: '', app: '', edits: [] }
  return {
    kept,
    finished,
    fail: (next: KeepFault | null) => (fault = next),
    next: async () => {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0))
      waiting.shift()?.()
      await new Promise((resolve) => setTimeout(resolve))
    },
    isIdle: () => waiting.length === 0,
    drafts: {
      write: (draft: Draft) => through(() => void kept.push(draft)),
      finish: (_id: string, edits: Edit[]) =>
        through(() => {
          finished.push(edits)
          return change
        }),
    },
  }
}

const clock = () => new Date('2026-11-23T10:40:00Z')
const at = (section: string) => (now: VisitDraft) => ({ ...now, section })

describe('an answer', () => {
  test('is called kept only once it is on the disk', async () => {
    const disk = slowDisk()
    const keeper = new DraftKeeper(disk.drafts, { draft: draft(), savedAt: 'before', clock })
    expect(keeper.work().kept).toEqual({ state: 'kept', at: 'before' })
    keeper.change(at('risks'))
    expect(keeper.work().kept).toEqual({ state: 'keeping' })
    await disk.next()
    expect(keeper.work().kept).toEqual({ state: 'kept', at: '2026-11-23T10:40:00.000Z' })
    expect(disk.kept.map(({ id, about, content }) => [id, about, content['section']])).toEqual([
      [visit, 'client', 'risks'],
    ])
  })

  test('given while another is written follows it, and is not called kept before', async () => {
    const disk = slowDisk()
    const keeper = new DraftKeeper(disk.drafts, { draft: draft(), savedAt: 'before', clock })
    keeper.change(at('risks'))
    keeper.change(at('plan'))
    keeper.change(at('finish'))
    await disk.next()
    expect(keeper.work().kept).toEqual({ state: 'keeping' })
    await disk.next()
    expect(keeper.work().kept.state).toBe('kept')
    expect(disk.kept.map(({ content }) => content['section'])).toEqual(['risks', 'finish'])
  })

  test('that is typed waits for a pause, but not for one that never comes', async () => {
    const disk = slowDisk()
    const keeper = new DraftKeeper(disk.drafts, { draft: draft(), savedAt: 'before', clock })
    keeper.change(at('typed'), 'typing')
    expect(disk.isIdle()).toBe(true)
    void keeper.flush()
    await disk.next()
    expect(disk.kept).toHaveLength(1)
    expect(keeper.work().kept.state).toBe('kept')
  })

  test('that the disk refuses stays on the screen, says why, and is kept at the next try', async () => {
    const disk = slowDisk()
    const keeper = new DraftKeeper(disk.drafts, { draft: draft(), savedAt: 'before', clock })
    disk.fail('full')
    keeper.change(at('risks'))
    await disk.next()
    expect(keeper.work()).toMatchObject({
      draft: { section: 'risks' },
      kept: { state: 'fault', fault: 'full' },
    })
    disk.fail(null)
    void keeper.flush()
    await disk.next()
    expect(keeper.work().kept.state).toBe('kept')
    expect(disk.kept.map(({ content }) => content['section'])).toEqual(['risks'])
  })
})

describe('finishing', () => {
  test('comes after the last answer, and nothing is written after it', async () => {
    const disk = slowDisk()
    const keeper = new DraftKeeper(disk.drafts, { draft: draft(), savedAt: 'before', clock })
    keeper.change(at('finish'), 'typing')
    const done = keeper.finish([])
    await disk.next()
    expect(disk.kept.map(({ content }) => content['section'])).toEqual(['finish'])
    await disk.next()
    expect((await done).ok).toBe(true)
    keeper.change(at('late'))
    await keeper.flush()
    expect(disk.kept).toHaveLength(1)
    expect(disk.finished).toHaveLength(1)
  })

  test('that the disk refuses leaves the visit open to go on', async () => {
    const disk = slowDisk()
    const keeper = new DraftKeeper(disk.drafts, { draft: draft(), savedAt: 'before', clock })
    disk.fail('full')
    const done = keeper.finish([])
    await disk.next()
    expect(await done).toEqual({ ok: false, error: 'full' })
    expect(keeper.work().kept).toEqual({ state: 'fault', fault: 'full' })
    disk.fail(null)
    keeper.change(at('again'))
    await disk.next()
    expect(keeper.work().kept.state).toBe('kept')
  })
})
