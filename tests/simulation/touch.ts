import { isObject, type Json, type JsonObject } from '#domain/json.ts'
import type { Random } from './random.ts'

interface Touchable {
  plain: string[]
  sets: string[]
  /** Keyed lists: the inner field that is edited, and what a new element needs besides. */
  lists: Record<string, { inner: string; needs: JsonObject }>
}

/** What people write in which kind of record. */
export const touchable: Record<string, Touchable> = {
  client: {
    plain: ['phone', 'email', 'aboutMe', 'firstName'],
    sets: ['accessNeeds', 'communicationNeeds'],
    lists: { risks: { inner: 'note', needs: { risk: 'stairs' } } },
  },
  plan: {
    plain: ['whatMatters'],
    sets: ['strengths'],
    lists: {
      actions: { inner: 'outcome', needs: { goal: 'weekly', what: 'call', who: 'us', status: 'to-do' } },
      needs: { inner: 'need', needs: { area: 'isolation', need: '' } },
    },
  },
  visit: { plain: ['statusReason', 'riskNote'], sets: [], lists: {} },
  referral: { plain: ['presentingIssue', 'consentNote'], sets: ['reasons'], lists: {} },
  onwardReferral: { plain: ['outcome', 'statusReason'], sets: ['agreedToShare'], lists: {} },
  service: {
    plain: ['alert', 'waiting_time'],
    sets: ['categories'],
    lists: { phones: { inner: 'number', needs: {} } },
  },
  organisation: { plain: ['website'], sets: [], lists: {} },
}

/** Fields that a kind cannot be without. */
const REQUIRED = new Set(['firstName', 'reasons', 'actions', 'needs'])

/**
 * The body after one thing was written into it. Everything written holds `token`, which nobody else writes: whoever
 * writes from it has seen it, and where it is nowhere it was lost.
 */
export function touch(body: JsonObject, kind: string, token: string, random: Random): JsonObject {
  const { plain, sets, lists } = touchable[kind] ?? { plain: [], sets: [], lists: {} }
  const field = random.pick([...plain, ...plain, ...sets, ...Object.keys(lists)])
  if (field === undefined) return body
  if (sets.includes(field)) return { ...body, [field]: touchSet(body[field], token, random) }
  const list = lists[field]
  if (list) return { ...body, [field]: touchList(body[field], list, token, random) }
  if (random.chance(0.12) && !REQUIRED.has(field)) return { ...body, [field]: null }
  return { ...body, [field]: `${field} ${token}` }
}

function touchSet(set: Json | undefined, token: string, random: Random): Json[] {
  const items = Array.isArray(set) ? set : []
  const gone = random.below(items.length)
  return random.chance(0.3) && items.length > 1
    ? items.filter((_, i) => i !== gone)
    : [...items, `item ${token}`]
}

function touchList(
  list: Json | undefined,
  { inner, needs }: { inner: string; needs: JsonObject },
  token: string,
  random: Random,
): Json[] {
  const elements = Array.isArray(list) ? list : []
  const at = random.below(elements.length)
  const kind = random.next()
  if (kind < 0.35 || elements.length === 0) {
    return [...elements, { ...needs, id: `e${token}`, [inner]: `${inner} ${token}` }]
  }
  if (kind < 0.5) return elements.filter((_, i) => i !== at)
  return elements.map((it, i) => (i === at && isObject(it) ? { ...it, [inner]: `${inner} ${token}` } : it))
}
