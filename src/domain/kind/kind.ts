import type { z } from 'zod'
import type { JsonObject } from '../json.ts'
import type { FieldRules } from '../merge/rules.ts'

/**
 * Turns a body of version `to - 1` into one of version `to`. Imports nothing live.
 *
 * - Doing it twice equals once, and a body that has some fields of the newer version already keeps them.
 * - Any field may be missing: an edit's few fields go through it as a small body of their own.
 * - What it cannot turn into something, it leaves where it is; it never invents what nobody wrote.
 */
export interface Upcast {
  to: number
  up: (body: JsonObject) => JsonObject
}

/**
 * | place       | of                                                                                     |
 * |-------------|----------------------------------------------------------------------------------------|
 * | `file`      | a client's case file                                                                   |
 * | `people`    | those whom its `people` name, and managers; about a client, where it has a file        |
 * | `team`      | the team that its `team` names                                                         |
 * | `directory` | everybody who works for the service                                                    |
 * | `everybody` | everybody who signs in, referrers and providers too                                    |
 * | `log`       | the service's log: added to by everybody, held by no device, read by managers online   |
 */
export type Place = 'file' | 'people' | 'team' | 'directory' | 'everybody' | 'log'

/**
 * Everything that is known about one kind of record.
 *
 * - `place`: where a record lies, which says who sees it (`sync-server/scopes`)
 * - `appendOnly`: once created never edited; an amendment is a new record with `amends`
 * - `rules`: how fields merge that are not plain values
 * - `upcasts`: gap-free from version 2 on
 */
export interface Kind<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  kind: Name
  version: number
  body: Schema
  place: Place
  appendOnly?: boolean
  rules: FieldRules
  upcasts: readonly Upcast[]
}

export function defineKind<const Name extends string, Schema extends z.ZodType>(
  kind: Kind<Name, Schema>,
): Kind<Name, Schema> {
  const expected = Array.from({ length: kind.version - 1 }, (_, i) => i + 2)
  if (
    kind.upcasts.length !== expected.length ||
    kind.upcasts.some((upcast, i) => upcast.to !== expected[i])
  ) {
    throw new Error(`The upcasts of ${kind.kind} must lead without a gap to version ${kind.version}`)
  }
  return kind
}

/** Brings a body of an older version up to date. A body from a newer version stays as it is. */
export function upcastBody(kind: Pick<Kind, 'upcasts'>, body: JsonObject, version: number): JsonObject {
  return kind.upcasts
    .filter((upcast) => upcast.to > version)
    .reduce((older, upcast) => upcast.up(older), body)
}
