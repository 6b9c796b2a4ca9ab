import { isRunning } from '#domain/directory/choose.ts'
import { waitInWords } from '#domain/directory/wait.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import * as codes from '#words/codes.ts'

export function openWords(service: ServiceBody): string {
  if (!isRunning(service)) return codes.wordFor(codes.serviceStatus, service.status) ?? ''
  if (service.accepts === 'signpost') return 'Takes no referrals: people come by themselves'
  return service.open_to_referrals === false ? 'Closed to referrals' : 'Open to referrals'
}

export function waitLine({ waiting_time, waiting_weeks }: ServiceBody): string {
  const words = waiting_time ?? (waiting_weeks === undefined ? undefined : waitInWords(waiting_weeks))
  return words === undefined ? '' : `Wait: ${words}`
}
