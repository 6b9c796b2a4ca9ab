import { MAX_JSON_DEPTH, type Json } from './json.ts'
import { err, ok, type Result } from './result.ts'

/** A place in a text, as an editor counts: from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** `what` is wrong with the text, and how to mend it. */
export interface JsonFault extends TextPlace {
  readonly what: string
  readonly mend: string
}

/** The value, and where each part of it begins; of a part that isn't there, where what would hold it begins. */
export interface PlacedJson {
  readonly value: Json
  placeOf: (path: readonly PropertyKey[]) => TextPlace
}

/**
 * Reads JSON that somebody wrote by hand and may have to mend: a fault has its line, and so has every part. Stricter than
 * `JSON.parse`, which takes the last of two entries with one name without a word.
 */
export function readJson(text: string): Result<PlacedJson, JsonFault> {
  const reader = new Reader(text)
  try {
    const root = reader.whole()
    return ok({ value: root.value, placeOf: (path) => placeAt(text, offsetOf(root, path)) })
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    return err({ ...placeAt(text, fault.at), what: fault.message, mend: fault.mend })
  }
}

interface Node {
  at: number
  value: Json
  parts: Map<PropertyKey, Node>
}

class Unreadable extends Error {
  readonly at: number
  readonly mend: string

  constructor(at: number, what: string, mend: string) {
    super(what)
    this.at = at
    this.mend = mend
  }
}

const token = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[^"\\]|\\.)*"|true|false|null/suy
const space = /[ \t\r\n]*/uy

/** By recursion, to a depth that no stack minds. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  whole(): Node {
    const node = this.#value(0)
    this.#skip()
    if (this.#at < this.#text.length) {
      throw new Unreadable(
        this.#at,
        'Something follows after the end',
        'Take it out, or look for a bracket too many above',
      )
    }
    return node
  }

  #value(depth: number): Node {
    this.#skip()
    if (depth > MAX_JSON_DEPTH)
      throw new Unreadable(this.#at, 'It is nested too deep', 'Begin anew from the example')
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth)
      case '[':
        return this.#array(depth)
      default:
        return this.#leaf()
    }
  }

  #object(depth: number): Node {
    const parts = new Map<PropertyKey, Node>()
    const at = this.#at
    this.#parts('}', () => {
      const place = this.#at
      const name = this.#text[place] === '"' ? this.#leaf().value : null
      if (typeof name !== 'string')
        throw new Unreadable(place, 'Here a name in quotation marks is expected', 'Write it as "name"')
      if (parts.has(name))
        throw new Unreadable(place, `“${name}” is there twice`, 'Keep the one that is meant')
      this.#expect(':', `after “${name}”`)
      parts.set(name, this.#value(depth + 1))
    })
    return { at, parts, value: Object.fromEntries([...parts].map(([name, { value }]) => [name, value])) }
  }

  #array(depth: number): Node {
    const parts = new Map<PropertyKey, Node>()
    const at = this.#at
    this.#parts(']', () => parts.set(parts.size, this.#value(depth + 1)))
    return { at, parts, value: [...parts.values()].map(({ value }) => value) }
  }

  /** What stands between two brackets, with commas between. */
  #parts(close: '}' | ']', part: () => void): void {
    this.#at += 1
    this.#skip()
    if (this.#text[this.#at] === close) {
      this.#at += 1
      return
    }
    for (;;) {
      this.#skip()
      part()
      this.#skip()
      const next = this.#text[this.#at]
      if (next !== ',' && next !== close) {
        throw new Unreadable(
          this.#at,
          `Here a comma or “${close}” is expected`,
          'Look at the line before, too: its comma may be missing',
        )
      }
      this.#at += 1
      if (next === close) return
    }
  }

  #leaf(): Node {
    token.lastIndex = this.#at
    const [found] = token.exec(this.#text) ?? []
    const at = this.#at
    if (found === undefined) {
      throw new Unreadable(
        at,
        'This is not JSON',
        'Texts stand in "quotation marks", numbers without; no comma before a closing bracket',
      )
    }
    this.#at += found.length
    return { at, parts: new Map(), value: this.#read(found, at) }
  }

  #read(found: string, at: number): Json {
    try {
      const value: unknown = JSON.parse(found)
      if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
      if (typeof value === 'number' && Number.isFinite(value)) return value
    } catch (fault) {
      if (!(fault instanceof SyntaxError)) throw fault
    }
    throw new Unreadable(
      at,
      'This cannot be read',
      'A line break in a text is written as \\n, a backslash as \\\\',
    )
  }

  #expect(sign: string, where: string): void {
    this.#skip()
    if (this.#text[this.#at] !== sign)
      throw new Unreadable(this.#at, `“${sign}” is missing ${where}`, 'Add it')
    this.#at += 1
  }

  #skip(): void {
    space.lastIndex = this.#at
    this.#at += space.exec(this.#text)?.[0].length ?? 0
  }
}

function offsetOf(node: Node, [step, ...rest]: readonly PropertyKey[]): number {
  const part = step === undefined ? undefined : node.parts.get(step)
  return part ? offsetOf(part, rest) : node.at
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/u)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
