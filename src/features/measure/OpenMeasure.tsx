import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import { createRecord } from '#domain/change/write.ts'
import { instrumentOf, measureResponse } from '#domain/measure/taken.ts'
import { MeasureQuestion } from '#questions/MeasureQuestion.tsx'
import type { KeepFault } from '#store/faults.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EndTurn } from '#ui/EndTurn.tsx'
import type { Kept } from '#ui/formKeeper.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo, tell } from '#ui/offerUndo.tsx'
import { useTabName } from '#ui/Page.tsx'
import turn from '#ui/Turn.module.css'
import type { FormDraft } from '#ui/useFormDraft.ts'
import { useNoWayOut } from '#ui/useNoWayOut.ts'
import { AfterLast } from './AfterLast.tsx'
import { BeforeFirst } from './BeforeFirst.tsx'
import type { MeasureDraft } from './measureDraft.ts'
import { MeasureFoot } from './MeasureFoot.tsx'

export interface OpenMeasureProps {
  client: View<'client'>
  code: string
  draft: FormDraft<MeasureDraft>
  state: MeasureDraft
}

/** The measure under way. While it is the client's turn the one way out is the co-ordinator's PIN. */
export function OpenMeasure({ client, code, draft, state }: OpenMeasureProps) {
  const { person, drafts } = useWorkspace()
  const navigate = useNavigate()
  const [ending, setEnding] = useState(false)
  const top = useTop(state.at)
  useTabName('Measure')
  useNoWayOut(state.turn !== null)
  const instrument = instrumentOf(code, state.loaded)
  if (!instrument) throw new Error(`${code} was begun and is no measure`)
  const { items } = instrument
  const file = `/clients/${client.id}?part=wellbeing`
  const change = (part: Partial<MeasureDraft>) => draft.change({ ...state, ...part })
  const question = items[state.at]
  const unkept = draft.fault ?? faultIn(draft.kept)
  const finish = async () => {
    const authored = new Date().toISOString()
    const taking = { how: state.how ?? undefined, loaded: state.loaded, authored, author: person.id }
    const body = measureResponse(instrument, state.answers, taking)
    if ((await draft.finish([createRecord('response', state.response, client.id, body)])) === null) return
    tell(`${instrument.name} is on the file.`)
    await navigate(file)
  }
  const discard = async () => {
    const id = `measure:${client.id}:${code}`
    const thrown = await drafts.read(id)
    await draft.discard()
    await navigate(file)
    if (thrown) offerUndo('The answers are thrown away.', async () => void (await drafts.write(thrown)))
  }
  return (
    <div className={turn['turn']}>
      <main id="main" ref={top} tabIndex={-1} className={turn['main']}>
        {unkept && (
          <Notice tone="amber" live icon={<IconAlertTriangle size={24} />} title="Not kept yet">
            {keepFaultWords(unkept)}
          </Notice>
        )}
        {state.at < 0 && (
          <BeforeFirst
            instrument={instrument}
            name={clientName(client.body)}
            how={state.how}
            choose={(how) => change({ how })}
            begin={() =>
              change({ at: 0, turn: state.how === 'self' ? `/clients/${client.id}/measures/${code}` : null })
            }
          />
        )}
        {question && (
          <MeasureQuestion
            key={state.at}
            item={question}
            at={state.at}
            count={items.length}
            recall={instrument.recall}
            answer={state.answers[state.at] ?? null}
            say={(answer) =>
              change({ answers: state.answers.map((one, i) => (i === state.at ? answer : one)) })
            }
            go={(at) => change({ at })}
          />
        )}
        {state.at >= items.length && (
          <AfterLast
            instrument={instrument}
            answers={state.answers}
            withClient={state.turn !== null}
            saving={draft.saving}
            back={() => change({ at: items.length - 1 })}
            give={() => setEnding(true)}
            finish={() => void finish()}
          />
        )}
      </main>
      <MeasureFoot
        instrument={instrument}
        kept={draft.kept}
        turn={state.turn !== null}
        begun={state.at >= 0}
        give={() => setEnding(true)}
        leave={() => void navigate(file)}
        discard={() => void discard()}
      />
      <EndTurn
        opened={ending}
        close={() => setEnding(false)}
        end={async () => {
          change({ turn: null, at: items.length })
          setEnding(false)
        }}
      />
    </div>
  )
}

/** The client, too, is told when an answer could not be kept. */
function faultIn(kept: Kept): KeepFault | null {
  return kept === 'untouched' || kept === 'keeping' || kept === 'kept' ? null : kept
}

/** Each step begins at its top, for eyes and for a screen reader. */
function useTop(at: number) {
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    top.current?.focus()
    window.scrollTo({ top: 0 })
  }, [at])
  return top
}
