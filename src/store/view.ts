import type { BodyOf, KindName } from '#domain/kind/kinds.ts'
import type { Contested, Removal, Written } from '#domain/record/record.ts'

/**
 * A record as a person sees it: what the server holds, with the device's own unsent changes laid over it.
 * `pending` says that at least one of those is not settled yet. Hand it to the functions of
 * `#domain/change/write.ts` to make an edit of it.
 */
export interface View<Name extends KindName = KindName> {
  id: string
  kind: Name
  version: number
  /** The case file under which it is shown: of a file that was merged into another, that other one. */
  file: string | null
  /** The merged file in which it really lies, where it is shown under another. Of a merged client: its own id. */
  mergedFile?: string
  rev: number
  body: BodyOf<Name>
  contested: Contested
  /** Who wrote what stands now: see `writerAt`. */
  written?: Written | undefined
  deleted: Removal | null
  pending: boolean
}
