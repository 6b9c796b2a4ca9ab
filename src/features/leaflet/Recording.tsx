import { Button } from '@mantine/core'
import { IconBookmark, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { takenBack } from '#domain/change/takeBack.ts'
import { giveLeaflet, unrecorded } from '#domain/leaflet/give.ts'
import type { Leaflet } from '#domain/leaflet/leaflet.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { dayOf } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import type { FormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import { listed } from './timeWords.ts'
import type { Choice } from './useLeaflet.ts'

export interface RecordingProps {
  /** `file`: offered, for the file of this client. `visit`: finishing the visit does it. `nobody`: nothing is recorded. */
  recording: { where: 'file'; file: string; name: string } | { where: 'visit' } | { where: 'nobody' }
  form: FormDraft<Leaflet>
  leaflet: Leaflet
  choices: readonly Choice[]
  /** It was printed or shared a moment ago. */
  given: boolean
}

/** What the file will say of it, and of what it says so already. */
export function Recording({ recording, ...props }: RecordingProps) {
  switch (recording.where) {
    case 'visit':
      return (
        <Quietly>
          Finishing the visit puts these services into the file. The leaflet adds nothing to it.
        </Quietly>
      )
    case 'nobody':
      return <Quietly>Nothing is recorded about anybody.</Quietly>
    case 'file':
      return <Offer {...props} file={recording.file} name={recording.name} />
  }
}

interface OfferProps extends Omit<RecordingProps, 'recording'> {
  file: string
  name: string
}

function Offer({ file, name, form, leaflet, choices, given }: OfferProps) {
  const record = useRecording({ file, form, leaflet, choices })
  const missing = unrecorded(choices)
  const names = choices.filter(({ ticked, recorded }) => ticked && !recorded).map(({ told }) => told.name)
  const place = useInSight(given && missing.length > 0)
  if (missing.length === 0) {
    const any = choices.some(({ ticked }) => ticked)
    return any ? <Quietly>The file knows of all of these. Nothing is recorded twice.</Quietly> : null
  }
  return (
    <div ref={place}>
      <Notice
        tone="accent"
        live={given}
        icon={<IconBookmark size={22} />}
        title={given ? `Did ${name} get it?` : `Not in ${name}’s file so far`}
        action={
          <Button
            leftSection={<IconCircleCheck size={20} aria-hidden />}
            loading={form.saving}
            onClick={() => void record()}
          >
            Record that it was given
          </Button>
        }
      >
        {listed(names)}. It is recorded as details given, not as a referral.
      </Notice>
    </div>
  )
}

/** Saves the signposts and lets go of the draft in one step; what is on the screen stays, to be printed again. */
function useRecording({ file, form, leaflet, choices }: Omit<OfferProps, 'name' | 'given'>) {
  const { person } = useWorkspace()
  const { save } = useSave()
  return async () => {
    const today = dayOf(new Date())
    const edits = giveLeaflet(leaflet, choices, { file, by: person.id, today, newId })
    if ((await form.finish(edits)) !== 'saved') return
    form.restart({ ...leaflet, id: newId() })
    offerUndo(
      edits.length === 1 ? 'One service is in the file.' : `${edits.length} services are in the file.`,
      async () => void (await save(takenBack(edits, 'Recorded by mistake'))),
    )
  }
}

function useInSight(wanted: boolean) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wanted) place.current?.scrollIntoView({ block: 'center' })
  }, [wanted])
  return place
}

function Quietly({ children }: { children: string }) {
  return <p style={{ color: 'var(--quiet)', marginTop: 0 }}>{children}</p>
}
