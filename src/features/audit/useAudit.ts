import { useCallback, useState } from 'react'
import { useSearchParams } from 'react-router'
import { addDays } from '#domain/calendar/day.ts'
import { createRecord } from '#domain/change/write.ts'
import type { AuditLine } from '#protocol/rights.ts'
import { newId } from '#store/ids.ts'
import type { Workspace } from '#store/workspace.ts'
import type { HttpFault } from '#sync/http.ts'
import { type AuditFilter, readAudit } from '#sync/rights.ts'
import { isDay } from '#ui/dates.ts'
import { useAsked } from '#ui/useAsked.ts'

interface Audit {
  /** Undefined until the service has answered. */
  lines: AuditLine[] | undefined
  fault: string | null
  more: boolean
  fetchMore: () => void
}

/** The audit as the address narrows it, page by page. */
export function useAudit(): Audit {
  const [params] = useSearchParams()
  const key = params.toString()
  const { answer } = useAsked(useCallback(() => readAudit(filterOf(new URLSearchParams(key))), [key]))
  const [earlier, setEarlier] = useState<{ key: string; lines: AuditLine[]; more: boolean } | null>(null)
  if (!answer) return { lines: undefined, fault: null, more: false, fetchMore: () => undefined }
  if (!answer.ok)
    return { lines: undefined, fault: faultWords(answer.error), more: false, fetchMore: () => undefined }
  const further = earlier?.key === key ? earlier : { lines: [], more: answer.value.more }
  const lines = [...answer.value.lines, ...further.lines]
  const fetchMore = async () => {
    const next = await readAudit(filterOf(params), lines.at(-1)?.cursor ?? '')
    if (next.ok) setEarlier({ key, lines: [...further.lines, ...next.value.lines], more: next.value.more })
  }
  return { lines, fault: null, more: further.more, fetchMore: () => void fetchMore() }
}

/** Days of the address are whole days here; a day that is half typed narrows nothing yet. */
function filterOf(params: URLSearchParams): AuditFilter {
  const given = (name: string) => params.get(name) ?? ''
  const [from, until] = [given('from'), given('until')]
  return {
    file: given('file'),
    by: given('by'),
    act: given('act'),
    from: isDay(from) ? startOf(from) : '',
    to: isDay(until) ? startOf(addDays(until, 1)) : '',
  }
}

function startOf(day: string): string {
  return new Date(`${day}T00:00`).toISOString()
}

function faultWords({ fault }: HttpFault): string {
  switch (fault) {
    case 'offline':
      return 'The audit lies with the service: it needs a signal.'
    case 'signIn':
      return 'Sign in again to see the audit.'
    default:
      return 'The service could not say. Try again in a moment.'
  }
}

/** Nobody waits for it, as for any line of the log. */
export function noteAuditTaken(workspace: Workspace, act: 'printed' | 'exported'): void {
  const line = { act, at: new Date().toISOString(), by: workspace.person.id, about: { kind: 'audit' } }
  void workspace.save([createRecord('audit', newId(), null, line)])
}
