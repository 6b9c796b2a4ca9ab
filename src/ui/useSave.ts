import { useState } from 'react'
import type { Change, Edit } from '#domain/change/change.ts'
import type { KeepFault } from '#store/faults.ts'
import { useWorkspace } from '#store/react.ts'

export interface Saving {
  /** Saves as one change; null when it could not be kept, and then `fault` says why. Without edits nothing is saved. */
  save: (edits: readonly (Edit | null)[]) => Promise<'saved' | 'nothing' | null>
  /** The same, together with letting go of the draft that the edits came from. */
  finish: (draft: string, edits: readonly (Edit | null)[]) => Promise<'saved' | 'nothing' | null>
  saving: boolean
  fault: KeepFault | null
}

/** One command with its state: what a button needs to save, and to say honestly whether it did. */
export function useSave(): Saving {
  const workspace = useWorkspace()
  const [state, setState] = useState<{ saving: boolean; fault: KeepFault | null }>({
    saving: false,
    fault: null,
  })
  const run = async (
    keep: () => Promise<{ ok: true; value: Change | void } | { ok: false; error: KeepFault }>,
  ) => {
    setState({ saving: true, fault: null })
    const kept = await keep()
    setState({ saving: false, fault: kept.ok ? null : kept.error })
    return kept.ok
  }
  return {
    ...state,
    async save(given) {
      const edits = given.filter((edit) => edit !== null)
      if (edits.length === 0) return 'nothing'
      return (await run(() => workspace.save(edits))) ? 'saved' : null
    },
    async finish(draft, given) {
      const edits = given.filter((edit) => edit !== null)
      if (edits.length === 0) return (await run(() => workspace.drafts.discard(draft))) ? 'nothing' : null
      return (await run(() => workspace.drafts.finish(draft, edits))) ? 'saved' : null
    },
  }
}
