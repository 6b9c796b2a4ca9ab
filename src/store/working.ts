import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb/plugins/core'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { map, type Observable } from 'rxjs'
import type { KindName } from '#domain/kind/kinds.ts'
import { openQuestions } from '#domain/record/record.ts'
import type { View } from './view.ts'
import type { Where } from './workspace.ts'

/** A view with what the queries go by beside it. `file` is empty for the directory. */
interface Shown {
  id: string
  kind: string
  file: string
  removed: boolean
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
    question: { type: 'boolean' },
    view: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'kind', 'file', 'removed', 'question', 'view'],
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

  /** Shows these views as they now are, and none of `gone`. */
  async show(views: View[], gone: string[]): Promise<void> {
    const { error } = await this.#shown.bulkUpsert(views.map(shownAs))
    const failed = error[0]
    if (failed) throw new Error(`A view could not be shown: ${failed.status}`)
    if (gone.length > 0) await this.#shown.bulkRemove(gone)
  }

  records$<Name extends KindName>(kind: Name, { file, removed }: Where): Observable<View<Name>[]> {
    const selector = { kind, ...(file === undefined ? {} : { file }), ...(removed ? {} : { removed: false }) }
    return this.#views(this.#shown.find({ selector }).$, (view): view is View<Name> => view.kind === kind)
  }

  record$<Name extends KindName>(kind: Name, of: string): Observable<View<Name> | null> {
    return this.#views(
      this.#shown.find({ selector: { id: of } }).$,
      (view): view is View<Name> => view.kind === kind,
    ).pipe(map((views) => views[0] ?? null))
  }

  file$(file: string): Observable<View[]> {
    return this.#views(this.#shown.find({ selector: { file, removed: false } }).$, isView)
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
    question: openQuestions(view).length > 0,
    view,
  }
}
