import { Button } from '@mantine/core'
import { IconCheck, IconUserPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { takenBack } from '#domain/change/takeBack.ts'
import {
  blankContact,
  contactEdits,
  type ContactEntry,
  contactEntrySchema,
  isBlank,
  isSaid,
} from '#domain/dropIn/logContact.ts'
import { timesGiven } from '#domain/dropIn/propose.ts'
import { sessionEdits } from '#domain/dropIn/session.ts'
import { newId } from '#store/ids.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { StickyFoot } from '#ui/StickyFoot.tsx'
import { type FormDraft, useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import { useDirectory } from '#words/directory/useDirectory.ts'
import { AboutThem } from './AboutThem.tsx'
import { needsWords } from './dropInWords.ts'
import { GivenPart } from './GivenPart.tsx'
import { GapsPart, NeedsPart } from './NeedsPart.tsx'
import type { HeldSession } from './useSessions.ts'

/** One person after the other: asked for, told about, logged. What is tapped is kept as it is tapped. */
export function LogForm({ held }: { held: HeldSession }) {
  const { session } = held
  const [begin] = useState(() => blankContact(newId()))
  const draft = useFormDraft<ContactEntry>({
    id: `drop-in:${session.id}`,
    about: session.id,
    schema: contactEntrySchema,
    begin,
  })
  const directory = useDirectory()
  const logged = useRecords('dropInContact')
  const times = useMemo(() => timesGiven((logged ?? []).map(({ body }) => body)), [logged])
  const { problems, log, passOn } = useLogging(held, draft)
  const { state } = draft
  if (!state || !directory) return <Loading />
  const part = { entry: state, onChange: draft.change }
  return (
    // Whoever is next begins with lists that are closed again.
    <div key={state.id}>
      <ErrorSummary problems={problems} />
      {/* A tap that falls into the moment of saving belongs to nobody. */}
      <div inert={draft.saving}>
        <NeedsPart {...part} />
        <GivenPart {...part} directory={directory} times={times} />
        <GapsPart {...part} />
        <AboutThem {...part} />
      </div>
      <StickyFoot>
        <Button
          size="lg"
          flex="1 1 7rem"
          loading={draft.saving}
          leftSection={<IconCheck size={24} aria-hidden />}
          onClick={() => void log()}
        >
          Log
        </Button>
        <Button
          size="lg"
          variant="default"
          flex="1 1 9rem"
          disabled={draft.saving}
          leftSection={<IconUserPlus size={24} aria-hidden />}
          aria-label="Pass on to a co-ordinator"
          onClick={() => void passOn()}
        >
          Pass on
        </Button>
        {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
      </StickyFoot>
    </div>
  )
}

const nothingSaid: FieldProblem = {
  field: 'asked-for',
  text: 'Tap what they asked for, or what you told them about.',
}

function useLogging({ session, contacts }: HeldSession, draft: FormDraft<ContactEntry>) {
  const { person } = useWorkspace()
  const navigate = useNavigate()
  const undoing = useSave()
  const putBack = usePutBack(draft)
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const { state } = draft

  const save = async (entry: ContactEntry) => {
    const now = new Date().toISOString()
    const edits = contactEdits(entry, { session, by: person.id, now })
    const saved = await draft.finish([...edits, ...sessionEdits(session, session.body, contacts)])
    if (saved === 'saved') draft.restart(blankContact(newId()))
    return saved === 'saved' ? edits : null
  }
  const log = async () => {
    if (!state || draft.saving) return
    setProblems(isSaid(state) ? [] : [nothingSaid])
    const edits = isSaid(state) ? await save(state) : null
    if (!edits) return
    offerUndo(`Logged${state.needs.length > 0 ? `: ${needsWords(state.needs)}` : ''}`, async () => {
      if ((await undoing.save(takenBack(edits, 'Logged by mistake'))) === 'saved') putBack(state)
    })
    toTheNext()
  }
  /** Who is passed on is logged first: the referral can be left for later, and is not forgotten. */
  const passOn = async () => {
    if (state && (await save(state))) void navigate(`/referring/new?contact=${state.id}`)
  }
  return { problems, log, passOn }
}

/** What was logged a moment ago goes back into the form, unless the next person is in it already. */
function usePutBack({ state, change }: FormDraft<ContactEntry>) {
  const shown = useRef<ContactEntry | null>(null)
  useEffect(() => {
    shown.current = state ?? null
    return () => {
      shown.current = null
    }
  }, [state])
  return (entry: ContactEntry) => {
    const now = shown.current
    if (!now || !isBlank(now)) return
    // With ids of its own: the record that was taken back stays taken back.
    change({ ...entry, id: newId(), gaps: entry.gaps.map((gap) => ({ ...gap, id: newId() })) })
  }
}

/** The thumb is where it was; the screen is at its beginning, and so is a screen reader. */
function toTheNext() {
  window.scrollTo({ top: 0 })
  document.getElementById('asked-for')?.focus({ preventScroll: true })
}
