import { z } from 'zod'

/**
 * A leaflet as its author has it so far. Everything else on it follows from records, so that it is never older than they
 * are.
 *
 * - `id`: the signposts that are recorded of it name it
 * - `services`: those that were brought along or added, besides what the file offers
 * - `ofFile`: whether what the file offers is on it from the start, or only where it is ticked
 * - `ticked`: by service, where it differs from what is offered
 * - `size`: of print. `large` is 18 point and `larger` 24; clear-print guidance (UKAAF) calls 16 the least for large print
 * - `codes`: whether each service has its QR code
 */
export const leafletSchema = z.object({
  id: z.uuid(),
  services: z.array(z.string()),
  ofFile: z.boolean(),
  ticked: z.record(z.string(), z.boolean()),
  note: z.string(),
  size: z.enum(['large', 'larger']),
  codes: z.boolean(),
})
export type Leaflet = z.infer<typeof leafletSchema>

const BIGGER = /larg|big|giant|sight|see\b|blind|visual|macular|glaucoma|magnif/i
const PLAINER =
  /easy[ -]?read|plain|simple|short sentence|learning (disab|diffic)|few words|no (smart|mobile) ?phone/i
const LANGUAGE = /interpret|translat|language|\bspeaks\b|english/i

/** A leaflet as it begins: as far as is known, how this person reads best. */
export function beginLeaflet(
  id: string,
  services: readonly string[],
  needs: readonly string[] = [],
): Leaflet {
  return {
    id,
    services: [...services],
    ofFile: services.length === 0,
    ticked: {},
    note: '',
    size: needs.some((need) => BIGGER.test(need)) ? 'larger' : 'large',
    codes: !needs.some((need) => PLAINER.test(need)),
  }
}

/** One that was begun for anybody becomes a client's, beside what was begun for that client before. */
export function handedTo(before: Leaflet, { services, ticked, note }: Leaflet): Leaflet {
  return {
    ...before,
    services: [...new Set([...before.services, ...services])],
    ticked: { ...before.ticked, ...ticked },
    note: [before.note, note].filter((words) => words.trim() !== '').join('\n'),
  }
}

/** Whether how it is printed follows from these needs. */
export function isPrintedFor(needs: readonly string[]): boolean {
  return needs.some((need) => BIGGER.test(need) || PLAINER.test(need))
}

/** Whether somebody's communication needs, in whatever words, are about the language that a leaflet is in. */
export function needsAnotherLanguage(needs: readonly string[]): boolean {
  return needs.some((need) => LANGUAGE.test(need))
}

/** The services of an address, `?services=id,id`: each once. */
export function servicesAsked(asked: string | null): string[] {
  return [...new Set((asked ?? '').split(',').filter((id) => id !== ''))]
}
