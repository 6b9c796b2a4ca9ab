import type { z } from 'zod'
import { type Change, changeSchema } from '#domain/change/change.ts'
import type { RefusalReason } from '#domain/change/receipt.ts'
import { isPlainText } from '#domain/json.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { PUSH_LIMITS } from '#protocol/sync.ts'
import { canonicalJson, isDeeperThan, sha256 } from './canonical.ts'
import { oddTextIn } from './oddText.ts'

export interface Refusal {
  reason: RefusalReason
  detail?: string
}

/**
 * One change as it came in.
 *
 * - `id`: '' where it names none, so that its receipt is known by its place alone
 * - `content`: all of it as JSON text, with what this version does not know
 * - `contentHash`: the same for the same content, whatever the order of keys
 */
export interface Incoming {
  id: string
  content: string
  contentHash: string
  change: Result<Change, Refusal>
}

/** Deeper than any body of ours by far; what recurs over it stays well within the stack. */
const DEEPEST = 64
const LONGEST_ID = 64

/** Reads one change of a push apart from all others. Whatever comes in, an answer comes out. */
export function readChange(raw: unknown): Incoming {
  const id = idOf(raw)
  if (isDeeperThan(raw, DEEPEST)) return nestedTooDeep(raw, id)
  const content = JSON.stringify(raw) ?? 'null'
  return { id, content, contentHash: sha256(canonicalJson(raw)), change: parse(raw, content) }
}

function parse(raw: unknown, content: string): Result<Change, Refusal> {
  if (Buffer.byteLength(content) > PUSH_LIMITS.changeBytes) {
    return err({
      reason: 'tooLarge',
      detail: `${Buffer.byteLength(content)} of ${PUSH_LIMITS.changeBytes} bytes`,
    })
  }
  const odd = oddTextIn(raw, content)
  if (odd !== null) return err({ reason: 'malformed', detail: odd })
  const parsed = changeSchema.safeParse(raw)
  return parsed.success ? ok(parsed.data) : err({ reason: 'malformed', detail: placeOf(parsed.error) })
}

function nestedTooDeep(raw: unknown, id: string): Incoming {
  const detail = `nested deeper than ${DEEPEST}`
  const content = textOf(raw) ?? JSON.stringify({ id, unreadable: detail })
  return { id, content, contentHash: sha256(content), change: err({ reason: 'malformed', detail }) }
}

/** Null where it is nested so deep that writing it down would exhaust the stack. */
function textOf(raw: unknown): string | null {
  try {
    return JSON.stringify(raw)
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

/** Where the first fault lies, and what it is; never the value. */
export function placeOf(error: z.ZodError, prefix: readonly PropertyKey[] = []): string {
  const issue = error.issues[0]
  const path = [...prefix, ...(issue?.path ?? [])].map(String).join('.')
  return [path, issue?.message ?? 'invalid'].filter(Boolean).join(': ')
}

function idOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return ''
  return typeof raw.id === 'string' && raw.id.length <= LONGEST_ID && isPlainText(raw.id) ? raw.id : ''
}
