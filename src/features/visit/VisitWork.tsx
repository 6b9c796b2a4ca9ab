import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { inWordsOf } from '#domain/assessment/wording.ts'
import type { ClientBody } from '#domain/client/client.ts'
import { answer } from '#domain/form/answers.ts'
import { openForm, type FormView } from '#domain/form/openForm.ts'
import type { Questionnaire } from '#domain/form/questionnaire.ts'
import { formOf, mutable, type VisitDraft } from '#domain/visit/visitDraft.ts'
import { SayContext, type Say } from '#questions/saying.ts'
import type { DraftKeeper, Kept, Pace } from './draftKeeper.ts'
import { clientName } from './clientName.ts'

/** What the parts of an open visit share: the draft, the form over it, and the ways to change it. */
export interface VisitWork {
  readonly keeper: DraftKeeper
  readonly draft: VisitDraft
  readonly kept: Kept
  readonly form: Questionnaire
  readonly view: FormView
  /** As seen when the visit began. */
  readonly client: ClientBody
  readonly name: string
  change: (next: (draft: VisitDraft) => VisitDraft, pace?: Pace) => void
  say: Say
  goTo: (section: string) => void
  /** Opens the draft anew from the disk, where another copy has taken its place. */
  reopen: () => void
}

const VisitWorkContext = createContext<VisitWork | null>(null)

export function useVisitWork(): VisitWork {
  const work = use(VisitWorkContext)
  if (!work) throw new Error('There is no open visit above this component')
  return work
}

export function VisitWorkProvider({
  keeper,
  reopen,
  unknownForm,
  children,
}: {
  keeper: DraftKeeper
  reopen: () => void
  /** Shown when the visit was begun with an edition of the form that isn't here. */
  unknownForm: ReactNode
  children: ReactNode
}) {
  const work = useSyncExternalStore(keeper.subscribe, keeper.work)
  const form = formOf(work.draft)
  const value = useMemo(
    () => form && { ...workOf(keeper, work.draft, work.kept, form), reopen },
    [keeper, work, form, reopen],
  )
  useKeepingInTime(keeper)
  if (!value) return unknownForm
  return (
    <VisitWorkContext value={value}>
      <SayContext value={value.say}>
        {/* Leaving a field keeps it, without waiting for the pause. */}
        <div onBlur={() => void keeper.flush()} style={{ display: 'contents' }}>
          {children}
        </div>
      </SayContext>
    </VisitWorkContext>
  )
}

function workOf(
  keeper: DraftKeeper,
  draft: VisitDraft,
  kept: Kept,
  form: Questionnaire,
): Omit<VisitWork, 'reopen'> {
  const client = draft.seen.client.body
  return {
    keeper,
    draft,
    kept,
    form,
    view: openForm(draft.loaded ? inWordsOf(draft.loaded.pack, form) : form, draft.answers),
    client,
    name: clientName(client),
    change: (next, pace) => keeper.change(next, pace),
    say: (linkId, values, pace) =>
      keeper.change((now) => ({ ...now, answers: mutable(answer(now.answers, linkId, values)) }), pace),
    goTo: (section) => keeper.change((now) => ({ ...now, section })),
  }
}

/** A tablet that is put away or an app that is closed: whatever waited for a pause is written at once. */
function useKeepingInTime(keeper: DraftKeeper) {
  useEffect(() => {
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [keeper])
}
