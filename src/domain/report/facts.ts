import type { CareUseBody } from '../careUse/careUse.ts'
import type { ClientBody } from '../client/client.ts'
import type { ContactBody } from '../contact/contact.ts'
import type { DropInBody } from '../dropIn/dropIn.ts'
import type { DropInContactBody } from '../dropIn/dropInContact.ts'
import { headsOf } from '../duplicates/heads.ts'
import type { GapBody } from '../gap/gap.ts'
import { impactBeneath } from '../review/impact.ts'
import type { OnwardReferralBody } from '../onwardReferral/onwardReferral.ts'
import type { Held } from '../record/held.ts'
import type { ReferralBody } from '../referral/referral.ts'
import type { ResponseBody } from '../response/response.ts'
import type { ServiceBody } from '../service/service.ts'
import type { SignpostBody } from '../signpost/signpost.ts'
import type { VisitBody } from '../visit/visit.ts'

/**
 * What of each kind reports go by, with what it has to be: nothing else is kept of a record once it was read. A field with
 * a question mark may be missing, and is left out where it is something else; without one of the others a record cannot be
 * counted, which the report says.
 */
const fields = {
  client: {
    dateOfBirth: 'string?',
    sex: 'string?',
    ethnicity: 'string?',
    carerStatus: 'string?',
    practice: 'string?',
    team: 'string',
    coordinator: 'string?',
    status: 'string',
    openedOn: 'string?',
    closedOn: 'string?',
    closingReason: 'string?',
    declinedReason: 'string?',
    merged: 'object?',
    restriction: 'object?',
  },
  referral: {
    source: 'string',
    practice: 'string?',
    date: 'string',
    reasons: 'texts',
    status: 'string',
    statusReason: 'string?',
    closedOn: 'string?',
    closingReason: 'string?',
    impact: 'string?',
  },
  contact: { at: 'string', outcome: 'string' },
  visit: { startsAt: 'string', heldAt: 'string?', purpose: 'string', status: 'string' },
  response: { authored: 'string', purpose: 'string?', amends: 'string?' },
  onwardReferral: {
    service: 'string',
    serviceName: 'string?',
    organisation: 'string?',
    madeOn: 'string',
    status: 'string',
    statusOn: 'string?',
    startedOn: 'string?',
  },
  signpost: { service: 'string', givenOn: 'string' },
  careUse: { what: 'string', on: 'string', count: 'number?', cost: 'number?', days: 'number?' },
  gap: { need: 'string', wanted: 'string?', why: 'string', on: 'string' },
  dropIn: { day: 'string' },
  dropInContact: { at: 'string', needs: 'texts', given: 'texts', referral: 'string?' },
  service: {
    organization_id: 'string',
    name: 'string',
    status: 'string?',
    open_to_referrals: 'boolean?',
    waiting_weeks: 'number?',
  },
  organisation: { name: 'string' },
  practice: { name: 'string' },
} as const satisfies Record<string, Readonly<Record<string, FieldShape>>>
type FieldShape = `${'string' | 'number' | 'boolean' | 'object'}${'' | '?'}` | 'texts'

export type FactKind = keyof typeof fields
const factKinds = Object.keys(fields).filter((kind): kind is FactKind => Object.hasOwn(fields, kind))

/** A finished form without its answers; `impact`: what the person said of the effect on their quality of life. */
type ResponseFact = Pick<ResponseBody, 'authored' | 'purpose' | 'amends'> & {
  scores: Score[]
  impact?: string
}
/** Of `total` and `metric` the one that is averaged: the metric, where a measure has one. */
export interface Score {
  measure: string
  value: number
}
interface Named {
  name: string
}
interface Bodies {
  client: ClientBody
  referral: ReferralBody
  contact: ContactBody
  visit: VisitBody
  response: ResponseFact
  onwardReferral: OnwardReferralBody
  signpost: SignpostBody
  careUse: CareUseBody
  gap: GapBody
  dropIn: DropInBody
  dropInContact: DropInContactBody
  service: ServiceBody
  organisation: Named
  practice: Named
}
export type Fact<Kind extends FactKind> = Held<Bodies[Kind]>
/** `unread`: how many records could not be counted, since they lack what they have to say. */
export type Facts = { [Kind in FactKind]: Fact<Kind>[] } & { unread: number }

/** A record as it is read from wherever it lies. */
export interface Read {
  id: string
  kind: string
  file: string | null
  deleted: unknown
  body: Readonly<Record<string, unknown>>
}

/** Takes records one by one, in any order, and keeps of each what reports go by. */
export class FactCollector {
  readonly #lists = new Map<FactKind, Held<object>[]>(factKinds.map((kind) => [kind, []]))
  readonly #into = new Map<string, string>()
  #unread = 0

  take({ id, kind, file, deleted, body }: Read): void {
    if (deleted || !isFactKind(kind)) return
    const kept = factOf(kind, body)
    if (kept === null) {
      this.#unread += 1
      return
    }
    if (kind === 'client') this.#noteMerged(id, kept)
    this.#lists.get(kind)?.push({ id, file, body: kept })
  }

  /** Files of one person that were merged count as one, under the file that they were merged into. */
  facts(): Facts {
    const heads = headsOf(this.#into)
    const headOf = (each: Held<object>) =>
      each.file === null || !heads.has(each.file) ? each : { ...each, file: heads.get(each.file) ?? null }
    const lists = [...this.#lists].map(([kind, list]) => [
      kind,
      heads.size === 0
        ? list
        : kind === 'client'
          ? list.filter(({ id }) => !heads.has(id))
          : list.map(headOf),
    ])
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every kind has its list, of bodies that `factOf` has read
    return { ...Object.fromEntries(lists), unread: this.#unread } as Facts
  }

  #noteMerged(id: string, { merged }: Body): void {
    const into = isBody(merged) ? merged['into'] : undefined
    if (typeof into === 'string') this.#into.set(id, into)
  }
}

/** The same as pairs, made once: a hundred thousand records go by them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys
const shapes = Object.fromEntries(factKinds.map((kind) => [kind, Object.entries(fields[kind])])) as Record<
  FactKind,
  [string, FieldShape][]
>

function isFactKind(kind: string): kind is FactKind {
  return Object.hasOwn(fields, kind)
}

type Body = Readonly<Record<string, unknown>>

function factOf(kind: FactKind, body: Body): Body | null {
  const kept: Record<string, unknown> = {}
  for (const [name, shape] of shapes[kind]) {
    const value = body[name]
    if (isShaped(value, shape)) kept[name] = value
    else if (!shape.endsWith('?')) return null
  }
  return kind === 'response' ? { ...kept, ...saidIn(body) } : kept
}

function isShaped(value: unknown, shape: FieldShape): boolean {
  if (value === undefined || value === null) return false
  if (shape === 'texts') return Array.isArray(value) && value.every((each) => typeof each === 'string')
  return shape.startsWith(typeof value)
}

function saidIn({ item, scores }: Body): Pick<ResponseFact, 'scores' | 'impact'> {
  const impact = impactBeneath(item)
  const list: unknown[] = Array.isArray(scores) ? scores : []
  return { scores: list.flatMap(scoreOf), ...(impact === undefined ? {} : { impact }) }
}

function scoreOf(score: unknown): Score[] {
  if (!isBody(score)) return []
  const { measure, metric, total } = score
  const value = typeof metric === 'number' ? metric : total
  return typeof measure === 'string' && typeof value === 'number'
    ? [{ measure: measure.toLowerCase(), value }]
    : []
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null
}
