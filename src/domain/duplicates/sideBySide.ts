import type { Json } from '../json.ts'
import { type SeenClient, canHoldBoth, personFields, saysNothing, saysSame, valueOf } from './seenClient.ts'

export type Side = 'a' | 'b' | 'both'

/** One field of two files beside each other. `choice`: what is proposed; `same`: there is nothing to choose. */
export interface FieldPair {
  field: string
  a: Json
  b: Json
  same: boolean
  choice: Side
}

/** All that either file says of the person, field by field, with what is proposed to hold for both. */
export function sideBySide(a: SeenClient, b: SeenClient): FieldPair[] {
  const status = statusSide(a, b)
  return personFields
    .map((field) => ({ field, a: valueOf(a.body, field), b: valueOf(b.body, field) }))
    .filter((pair) => !saysNothing(pair.a) || !saysNothing(pair.b))
    .map((pair) => {
      const same = saysSame(pair.field, pair.a, pair.b)
      return { ...pair, same, choice: same ? 'a' : proposed(pair, { a, b, status }) }
    })
}

interface Both {
  a: SeenClient
  b: SeenClient
  status: 'a' | 'b'
}

type Values = Pick<FieldPair, 'field' | 'a' | 'b'>

/**
 * | field                            | proposed                                             |
 * |----------------------------------|------------------------------------------------------|
 * | status, and what goes with it    | of the file that is further on: open before waiting  |
 * | do not visit alone               | yes, if either says so                               |
 * | last seen                        | the later                                            |
 * | opened, given to somebody        | the earlier                                          |
 * | one says nothing                 | the other                                            |
 * | sets and lists: risks, needs     | both                                                 |
 * | co-ordinator                     | of the same team, the later; else the first file's   |
 * | names                            | the fuller                                           |
 * | else                             | the one written later, else the fuller               |
 */
function proposed({ field, a, b }: Values, both: Both): Side {
  switch (field) {
    case 'status':
    case 'closedOn':
    case 'closingReason':
    case 'declinedReason':
    case 'callBackOn':
      return both.status
    case 'doNotVisitAlone':
      return b === true ? 'b' : 'a'
    case 'coordinator':
      return both.a.body.team === both.b.body.team ? (newer(field, both) ?? 'a') : 'a'
    default:
      if (saysNothing(a) || saysNothing(b)) return saysNothing(a) ? 'b' : 'a'
      if (canHoldBoth(field)) return 'both'
      return betterOf({ field, a, b }, both)
  }
}

function betterOf({ field, a, b }: Values, both: Both): Side {
  switch (field) {
    case 'lastSeenAt':
      return later(a, b)
    case 'openedOn':
    case 'allocatedOn':
      return later(a, b) === 'a' ? 'b' : 'a'
    case 'firstName':
    case 'familyName':
    case 'preferredName':
      return fuller(a, b)
    default:
      return newer(field, both) ?? fuller(a, b)
  }
}

/** Who wrote later, by their devices' clocks: good enough to propose, a person decides. */
function newer(field: string, { a, b }: Both): Side | null {
  const [first = '', second = ''] = [a.written?.[field]?.at, b.written?.[field]?.at]
  return first === second ? null : first > second ? 'a' : 'b'
}

function later(a: Json, b: Json): Side {
  return typeof a === 'string' && typeof b === 'string' && b > a ? 'b' : 'a'
}

function fuller(a: Json, b: Json): Side {
  return JSON.stringify(b).length > JSON.stringify(a).length ? 'b' : 'a'
}

const FURTHER_ON = ['open', 'waiting', 'closed', 'declined']

function statusSide(a: SeenClient, b: SeenClient): 'a' | 'b' {
  const [first, second] = [a, b].map(({ body }) => FURTHER_ON.indexOf(body.status))
  return (second ?? 0) >= 0 && (second ?? 0) < (first ?? 0) ? 'b' : 'a'
}
