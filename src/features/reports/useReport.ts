import { useEffect, useMemo, useState } from 'react'
import type { Report } from '#domain/report/report.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { HttpFault } from '#sync/http.ts'
import { readReport } from '#sync/reports.ts'
import type { Choice } from './choice.ts'
import { reportOnDevice } from './readDevice.ts'

export type Making =
  | { is: 'making'; part: number | null; cancel: () => void }
  | { is: 'made'; report: Report }
  | { is: 'cancelled'; again: () => void }
  | { is: 'failed'; why: string; again: () => void }

/** The report that is chosen, made anew whenever the choice is another one; what is on its way then is given up. */
export function useReport(choice: Choice, today: string): Making {
  const workspace = useWorkspace()
  const names = useStaffNames()
  const [turn, setTurn] = useState(0)
  const key = `${JSON.stringify(choice)} ${today} ${turn}`
  const again = () => setTurn(turn + 1)
  const [state, setState] = useState<{ of: string; making: Making } | null>(null)
  useEffect(() => {
    if (!names) return
    const stop = new AbortController()
    const tell = (making: Making) => setState({ of: key, making })
    const cancel = () => {
      stop.abort()
      tell({ is: 'cancelled', again })
    }
    const onProgress = (part: number | null) => {
      if (!stop.signal.aborted) tell({ is: 'making', part, cancel })
    }
    onProgress(choice.where === 'device' ? 0 : null)
    const run = async () => {
      const made = await make({ choice, workspace, names, today, stop: stop.signal, onProgress })
      if (stop.signal.aborted) return
      tell(typeof made === 'string' ? { is: 'failed', why: made, again } : { is: 'made', report: made })
    }
    void run()
    return () => stop.abort()
    // oxlint-disable-next-line react/exhaustive-deps -- the key says all of the choice, which is another object each time
  }, [key, workspace, names])
  return state?.of === key ? state.making : { is: 'making', part: null, cancel: () => undefined }
}

interface Wanted {
  choice: Choice
  workspace: ReturnType<typeof useWorkspace>
  names: ReadonlyMap<string, string>
  today: string
  stop: AbortSignal
  onProgress: (part: number) => void
}

/** The report, or why there is none. */
async function make({ choice, workspace, names, today, stop, onProgress }: Wanted): Promise<Report | string> {
  if (choice.where === 'service') {
    const answer = await readReport(choice.name, { filter: choice.filter, suppress: choice.suppress, stop })
    return answer.ok ? answer.value : faultWords(answer.error)
  }
  try {
    return await reportOnDevice(choice, { workspace, today, names, stop, onProgress })
  } catch (fault) {
    if (stop.aborted) return ''
    throw fault
  }
}

function faultWords({ fault }: HttpFault): string {
  switch (fault) {
    case 'offline':
      return 'The whole service needs a signal. What this device holds can be counted without one.'
    case 'signIn':
      return 'Sign in again for a report of the whole service.'
    default:
      return 'The service could not make it. Try again in a moment.'
  }
}

function useStaffNames(): ReadonlyMap<string, string> | undefined {
  const staff = useRecords('staff', { removed: true })
  return useMemo(() => staff && new Map(staff.map(({ id, body }) => [id, body.name])), [staff])
}
