import fc from 'fast-check'
import { type Json, jsonSchema } from '#domain/json.ts'
import { change, createNote, createOrganisation, editField, newId } from '#server/testing/changes.ts'

/** One request as it goes over the wire: bytes, since not everything that is sent is text. */
export interface Shot {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body: Uint8Array | null
}

/**
 * Requests that are nearly right: an honest push with one to three things wrong with it. Noise alone would be turned
 * away at the door and test nothing behind it.
 *
 * @param client a client whom the sender may write to
 */
export function nearWire(client: string): fc.Arbitrary<Shot> {
  return fc.oneof(
    { weight: 6, arbitrary: spoiltPush(client).map((push) => posted(push)) },
    { weight: 2, arbitrary: spoiltPush(client).chain(spoiltBytes) },
    { weight: 1, arbitrary: oddQuery },
    {
      weight: 1,
      arbitrary: fc.array(oddValue, { maxLength: 30 }).map((ids) => posted({ ids }, '/api/sync/records')),
    },
  )
}

function posted(content: unknown, path = '/api/sync/changes'): Shot {
  return { method: 'POST', path, headers: {}, body: new TextEncoder().encode(JSON.stringify(content)) }
}

const deep = (levels: number): Json =>
  Array.from({ length: levels }).reduce<Json>((inner) => ({ deeper: inner }), 'end')
const manyFields = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`field${i}`, i]))
const OWN_PROTO = jsonSchema.parse(
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
)

/** Values that trip readers: of another type, at the edge of a type, or too much of it. */
const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1e308, 2 ** 53, 0.1, '', 'x', [], {}, [[]], [null]),
  fc.constantFrom<Json>(
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '../../etc',
    "'; drop table records; --",
    '%00',
  ),
  fc.constantFrom<Json>('0190a8f5-0000-7000-8000-000000000001', '2026-02-30T25:61:00Z', 'NaN'),
  fc.constantFrom<Json>(deep(80), deep(2_000), manyFields, OWN_PROTO, 'long '.repeat(30_000)),
  fc.array(fc.integer(), { minLength: 0, maxLength: 300 }),
  fc.jsonValue().map((value) => jsonSchema.parse(JSON.parse(JSON.stringify(value)))),
)

function honestPush(client: string): fc.Arbitrary<Record<string, unknown>> {
  const one = fc.constantFrom(
    () => change(createNote(newId(), client)),
    () => change(createOrganisation(newId())),
    () => change(editField('client', client, 'phone', '1', '2')),
    () => change({ op: 'remove', kind: 'client', id: newId(), version: 1, reason: 'left', seen: {} }),
    () => change(createNote(newId(), client), createNote(newId(), client)),
  )
  return fc
    .array(one, { minLength: 1, maxLength: 4 })
    .map((makers) => ({ protocol: 1, device: newId(), changes: makers.map((make) => make()) }))
}

type Spoil = (content: unknown) => unknown

/** A place in the push is chosen by a walk, so that every level is met, and something is done to what is there. */
function spoiltPush(client: string): fc.Arbitrary<unknown> {
  const walk = fc.array(fc.nat(), { maxLength: 8 })
  const deed = fc.oneof(
    oddValue.map(
      (value): Spoil =>
        () =>
          value,
    ),
    fc.constant<Spoil>(() => undefined),
    fc.constant<Spoil>((content) => (isList(content) ? [...content, ...content] : content)),
    fc.tuple(fc.string(), oddValue).map(
      ([key, value]): Spoil =>
        (content) =>
          isObject(content) ? { ...content, [key]: value } : content,
    ),
  )
  return fc
    .tuple(honestPush(client), fc.array(fc.tuple(walk, deed), { minLength: 1, maxLength: 3 }))
    .map(([push, spoils]) => spoils.reduce<unknown>((content, [way, spoil]) => at(content, way, spoil), push))
}

function at(content: unknown, [turn, ...rest]: number[], spoil: Spoil): unknown {
  if (turn === undefined) return spoil(content)
  if (Array.isArray(content) && content.length > 0) {
    return content.map((item: unknown, i) => (i === turn % content.length ? at(item, rest, spoil) : item))
  }
  if (!isObject(content) || Object.keys(content).length === 0) return spoil(content)
  const keys = Object.keys(content)
  const chosen = keys[turn % keys.length] ?? ''
  return { ...content, [chosen]: at(content[chosen], rest, spoil) }
}

function isList(content: unknown): content is unknown[] {
  return Array.isArray(content)
}

function isObject(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content)
}

/** The same as bytes, cut, overwritten, or claimed to be something else. */
function spoiltBytes(push: unknown): fc.Arbitrary<Shot> {
  const shot = posted(push)
  const bytes = shot.body ?? new Uint8Array()
  const changed = fc.oneof(
    fc.nat({ max: bytes.length }).map((end) => bytes.slice(0, end)),
    fc
      .tuple(fc.nat({ max: Math.max(0, bytes.length - 1) }), fc.constantFrom(0x00, 0x80, 0xc0, 0xff))
      .map(([place, byte]) => {
        const copy = bytes.slice()
        copy[place] = byte
        return copy
      }),
    fc.uint8Array({ maxLength: 200 }),
  )
  const type = fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/xml',
    '',
  )
  return fc
    .tuple(changed, type)
    .map(([body, contentType]) => ({ ...shot, body, headers: { 'content-type': contentType } }))
}

const oddQuery: fc.Arbitrary<Shot> = fc
  .record({
    path: fc.constantFrom('/api/sync/records', '/api/sync/manifest', '/api/sync/ready'),
    query: fc.dictionary(
      fc.constantFrom('epoch', 'scopeVersion', 'after', 'limit', '__proto__'),
      fc.oneof(fc.string(), fc.constantFrom('-1', '1e99', '0x10', '%00', '2000')),
    ),
    device: fc.constantFrom('', 'nobody', '0190a8f5-0000-7000-8000-000000000001', 'x'.repeat(4_000)),
    protocol: fc.constantFrom('1', '0', '-1', '999999', 'new', '1.5'),
  })
  .map(({ path, query, device, protocol }) => ({
    method: 'GET',
    path: `${path}?${new URLSearchParams(query).toString()}`,
    headers: { 'doorstep-device': device, 'doorstep-protocol': protocol },
    body: null,
  }))
