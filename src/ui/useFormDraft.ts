import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Edit } from '#domain/change/change.ts'
import { useWorkspace } from '#store/react.ts'
import type { Draft } from '#store/workspace.ts'
import { useSave } from './useSave.ts'
import { FormKeeper, type Kept } from './formKeeper.ts'

export interface FormDraft<State> {
  /** Undefined while the device is asked whether something was begun before. */
  state: State | undefined
  /** Whether the state was begun earlier and taken up again. */
  resumed: boolean
  kept: Kept
  change: (next: State) => void
  /** Saves the edits and lets go of the draft in one step. Null: not saved, and `fault` says why. */
  finish: (edits: readonly (Edit | null)[]) => Promise<'saved' | 'nothing' | null>
  /** Begins anew after finishing, for a form that stays on the screen. */
  restart: (state: State) => void
  /** Puts back on the disk what was let go. */
  takeBack: (state: State) => Promise<void>
  /** Lets go of what was typed. */
  discard: () => Promise<void>
  saving: boolean
  fault: ReturnType<typeof useSave>['fault']
}

export interface FormDraftOptions<State> {
  /** Of the draft: what the form is, and whose. */
  id: string
  about: string
  schema: z.ZodType<State>
  /** The state of a form that was not begun before; undefined while that cannot be said yet. */
  begin: State | undefined
}

/** A form whose every word is kept on this device as it is typed, and is there again after a crash. */
export function useFormDraft<State extends object>(options: FormDraftOptions<State>): FormDraft<State> {
  const { id, about, schema, begin } = options
  const { drafts } = useWorkspace()
  const saving = useSave()
  const [begun, setBegun] = useState<{ state: State; resumed: boolean } | undefined>(undefined)
  const [kept, setKept] = useState<Kept>('untouched')
  const keeper = useKeeper(id, about, setKept)
  const canBegin = begin !== undefined
  // The state that a form begins with is taken once; what colleagues change later must not replace what is typed.
  const start = useEffectEvent((draft: Draft | null) => {
    if (begun || begin === undefined) return
    const parsed = draft && schema.safeParse(draft.content)
    setBegun(parsed?.success ? { state: parsed.data, resumed: true } : { state: begin, resumed: false })
  })

  useEffect(() => {
    if (!canBegin) return
    let here = true
    void drafts.read(id).then((draft) => here && start(draft))
    return () => {
      here = false
    }
  }, [drafts, id, canBegin])

  return {
    state: begun?.state,
    resumed: begun?.resumed ?? false,
    kept,
    saving: saving.saving,
    fault: saving.fault,
    change(next) {
      setBegun((now) => ({ state: next, resumed: now?.resumed ?? false }))
      keeper.current?.keep(next)
    },
    async finish(edits) {
      await keeper.current?.flush()
      await keeper.current?.close()
      const saved = await saving.finish(id, edits)
      if (saved === null) keeper.current?.reopen()
      return saved
    },
    restart(state) {
      keeper.current?.reopen()
      setBegun({ state, resumed: false })
      setKept('untouched')
    },
    async takeBack(state) {
      keeper.current?.reopen()
      keeper.current?.keep(state)
      await keeper.current?.flush()
    },
    async discard() {
      await keeper.current?.close()
      await drafts.discard(id)
    },
  }
}

function useKeeper(id: string, about: string, said: (kept: Kept) => void) {
  const workspace = useWorkspace()
  const keeper = useRef<FormKeeper>(null)
  useEffect(() => {
    const own = new FormKeeper(workspace.drafts, { id, about, begunAt: new Date().toISOString() }, said)
    const flush = () => void own.flush()
    const lockedLater = workspace.beforeLock(() => own.flush())
    keeper.current = own
    document.addEventListener('visibilitychange', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      lockedLater()
      flush()
    }
  }, [workspace, id, about, said])
  return keeper
}
