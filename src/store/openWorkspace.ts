import { BehaviorSubject, map, type Subscription } from 'rxjs'
import type { Person } from '#protocol/account.ts'
import { Filing } from './filing.ts'
import type { Keeper } from './keeper.ts'
import { overlay, viewOf } from './overlay.ts'
import { reportBug } from './reportBug.ts'
import type { View } from './view.ts'
import { WorkingSet } from './working.ts'
import type { Drafts, OutboxEntry, Workspace } from './workspace.ts'

/** A workspace and the way to put it away again. */
export interface OpenWorkspace {
  workspace: Workspace
  /** Brings what is still being typed to the disk; a storage that does not answer cannot hold the lock up. */
  finishTyping(): Promise<void>
  close(): Promise<void>
}

const PATIENCE_MS = 2_000

/** Opens what the keeper keeps for the screens: every record with the device's own changes laid over it, live. */
export async function openWorkspace(keeper: Keeper, person: Person, device: string): Promise<OpenWorkspace> {
  const working = await WorkingSet.open()
  const filing = new Filing()
  const show = (ids: Iterable<string>) => showRecords({ keeper, working, filing, by: person.id }, ids)
  const outbox$ = new BehaviorSubject<OutboxEntry[]>(keeper.outbox())
  const typing = new Set<() => Promise<void>>()
  const drafts$ = new BehaviorSubject(draftsIn(keeper))
  let showing: Promise<void> = Promise.resolve()
  const following = keeper.turned$.subscribe((turned) => {
    if (turned.outbox) outbox$.next(keeper.outbox())
    if (turned.drafts) drafts$.next(draftsIn(keeper))
    showing = showing.then(() => show(turned.records)).catch(reportBug)
  })
  await show(new Set([...keeper.recordIds, ...keeper.outbox().flatMap(idsOf)]))

  const workspace: Workspace = {
    person,
    device,
    outbox$,
    drafts: draftsOf(keeper, drafts$),
    beforeLock: (work) => {
      typing.add(work)
      return () => typing.delete(work)
    },
    save: (edits) => keeper.save(edits),
    sendAgain: (change, edits) => keeper.sendAgain(change, edits),
    discard: (change) => keeper.discard(change, person.id),
    records$: (kind, where = {}) => working.records$(kind, where),
    record$: (kind, id) => working.record$(kind, id),
    file$: (file) => working.file$(file),
    questions$: working.questions$(),
  }
  const finishTyping = async () => {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    await Promise.race([Promise.allSettled([...typing].map((work) => work())), patience])
  }
  return { workspace, finishTyping, close: () => close(keeper, working, following) }
}

type DraftsIn = ReturnType<typeof draftsIn>

function draftsIn({ drafts }: Keeper) {
  const unreadable = drafts.asidesOf('unreadable')[0]?.copies ?? 0
  return { list: drafts.list(), standing: drafts.standing(), unreadable }
}

function draftsOf(keeper: Keeper, drafts$: BehaviorSubject<DraftsIn>): Drafts {
  return {
    list$: drafts$.pipe(map(({ list }) => list)),
    standing$: drafts$.pipe(map(({ standing }) => standing)),
    unreadable$: drafts$.pipe(map(({ unreadable }) => unreadable)),
    read: async (id) => keeper.drafts.read(id),
    write: (draft) => keeper.writeDraft(draft),
    finish: (id, edits) => keeper.finishDraft(id, edits),
    discard: (id) => keeper.discardDraft(id),
    choose: async (id, copy, take) => {
      const kept = await keeper.keepDrafts((drafts) => drafts.chosen(id, copy, take))
      // Whoever chose has seen both: what they write next goes on from there.
      if (kept.ok) keeper.drafts.read(id)
      return kept
    },
  }
}

interface Showing {
  keeper: Keeper
  working: WorkingSet
  filing: Filing
  by: string
}

/** Where a client was merged into another, or taken apart, all that lies in its file is shown anew. */
async function showRecords(showing: Showing, ids: Iterable<string>): Promise<void> {
  const { working, filing } = showing
  const { views, gone } = viewsOf(showing, ids)
  const moved = filing.note(views, gone)
  const lying = await Promise.all(moved.map(({ file, shownUnder }) => working.idsIn(file, shownUnder)))
  const here = new Set([...views.map(({ id }) => id), ...gone])
  const along = viewsOf(
    showing,
    lying.flat().filter((id) => !here.has(id)),
  )
  const filed = [...views, ...along.views].map((view) => filing.filed(view))
  await working.show(filed, [...gone, ...along.gone], filing.heads)
}

function viewsOf({ keeper, by }: Showing, ids: Iterable<string>): { views: View[]; gone: string[] } {
  const views: View[] = []
  const gone: string[] = []
  for (const id of ids) {
    const changes = keeper.changesOf(id)
    const record = overlay(keeper.record(id), changes, by, id)
    const view = record && viewOf(record, changes.length > 0)
    if (view) views.push(view)
    else gone.push(id)
  }
  return { views, gone }
}

function idsOf(entry: OutboxEntry): string[] {
  return entry.change.edits.map((edit) => edit.id)
}

async function close(keeper: Keeper, working: WorkingSet, following: Subscription): Promise<void> {
  following.unsubscribe()
  await keeper.close()
  await working.close()
}
