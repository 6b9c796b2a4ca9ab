import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb/plugins/core'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { BehaviorSubject, distinctUntilChanged, map, type Observable, switchMap } from 'rxjs'
import type { KindName } from '#domain/kind/kinds.ts'
import { openQuestions } from '#domain/record/record.ts'
import type { View } from './view.ts'
import type { Where } from './workspace.ts'

/**
 * A view with what the queries go by beside it. `file` is empty for the directory; `merged`: a client whose file is
 * shown under another.
 */
interface Shown {
  id: string
  kind: string
  file: string
  removed: boolean
  merged: boolean
  question: boolean
  view: View
}

const id = { type: 'string', maxLength: 64 } as const

const schema: RxJsonSchema<Shown> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id,
    kind: id,
    file: id,
    removed: { type: 'boolean' },
    merged: { type: 'boolean' },
    question: { type: 'boolean' },
    view: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'kind', 'file', 'removed', 'merged', 'question', 'view'],
  indexes: ['kind', 'file', ['file', 'kind'], 'question'],
}

let opened = 0

/**
 * The open working set: what is shown, indexed in the clear, with live queries. It lives in memory only, while
 * the vault is unlocked; closing it is forgetting it.
 */
export class WorkingSet {
  readonly #database: RxDatabase
  readonly #shown: RxCollection<Shown>
  readonly #heads$ = new BehaviorSubject<ReadonlyMap<string, string>>(new Map())

  private constructor(database: RxDatabase, shown: RxCollection<Shown>) {
    this.#database = database
    this.#shown = shown
  }

  static async open(): Promise<WorkingSet> {
    opened += 1
    const database = await createRxDatabase({
      name: `working-set-${opened}`,
      storage: getRxStorageMemory(),
      multiInstance: false,
    })
    const { shown } = await database.addCollections<{ shown: RxCollection<Shown> }>({ shown: { schema } })
    return new WorkingSet(database, shown)
  }

  /** Shows these views as they now are, and none of `gone`. `heads`: under which file each merged one is shown. */
  async show(views: View[], gone: string[], heads: ReadonlyMap<string, string>): Promise<void> {
    const { error } = await this.#shown.bulkUpsert(views.map(shownAs))
    const failed = error[0]
    if (failed) throw new Error(`A view could not be shown: ${failed.status}`)
    if (gone.length > 0) await this.#shown.bulkRemove(gone)
    if (heads !== this.#heads$.value) this.#heads$.next(heads)
  }

  records$<Name extends KindName>(kind: Name, { file, removed, merged }: Where): Observable<View<Name>[]> {
    const is = (view: View): view is View<Name> => view.kind === kind
    const wanted = { kind, ...(removed ? {} : { removed: false }), ...(merged ? {} : { merged: false }) }
    if (file === undefined) return this.#views(this.#shown.find({ selector: wanted }).$, is)
    return this.#underHead$(file, (head) =>
      this.#views(this.#shown.find({ selector: { ...wanted, file: head } }).$, is),
    )
  }

  /** What is shown of a file that lies in it: not what was merged into it from others. */
  async idsIn(file: string, head: string): Promise<string[]> {
    const found = await this.#shown.find({ selector: { file: head } }).exec()
    return found
      .map((document) => plain(document))
      .flatMap((view) => ((view.mergedFile ?? view.file) === file ? [view.id] : []))
  }

  record$<Name extends KindName>(kind: Name, of: string): Observable<View<Name> | null> {
    return this.#views(
      this.#shown.find({ selector: { id: of } }).$,
      (view): view is View<Name> => view.kind === kind,
    ).pipe(map((views) => views[0] ?? null))
  }

  file$(file: string): Observable<View[]> {
    return this.#underHead$(file, (head) =>
      this.#views(this.#shown.find({ selector: { file: head, removed: false, merged: false } }).$, isView),
    )
  }

  /** Who asks for a merged file is answered with the file that it was merged into, as it now is. */
  #underHead$<V>(file: string, find: (head: string) => Observable<V>): Observable<V> {
    return this.#heads$.pipe(
      map((heads) => heads.get(file) ?? file),
      distinctUntilChanged(),
      switchMap(find),
    )
  }

  questions$(): Observable<View[]> {
    return this.#views(this.#shown.find({ selector: { question: true } }).$, isView)
  }

  async close(): Promise<void> {
    await this.#database.close()
  }

  #views<V extends View>(
    found: Observable<{ toJSON(): unknown; view: View }[]>,
    is: (view: View) => view is V,
  ) {
    return found.pipe(map((documents) => documents.map((document) => plain(document)).filter(is)))
  }
}

function plain(document: { toJSON(): unknown }): View {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- RxDB types its documents as deeply readonly; views are never written to
  return (document.toJSON() as Shown).view
}

function isView(_view: View): _view is View {
  return true
}

function shownAs(view: View): Shown {
  return {
    id: view.id,
    kind: view.kind,
    file: view.file ?? '',
    removed: view.deleted !== null,
    merged: view.kind === 'client' && view.mergedFile !== undefined,
    question: openQuestions(view).length > 0,
    view,
  }
}
