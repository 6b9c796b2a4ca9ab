import { visit } from 'jsonc-parser'
import { type Json, MAX_JSON_DEPTH } from '#domain/json.ts'
import { UnusableFeed } from './limits.ts'

/**
 * The text of a document. A byte order mark says its encoding, else the server, else it is UTF-8. What is none of them is
 * not guessed at: a wrong guess would be a wrong name in the directory.
 */
export function textOf(bytes: Buffer, charset: string | null, what: string): string {
  const encoding = markedEncoding(bytes) ?? charset ?? 'utf-8'
  if (encoding === 'utf-8' && (bytes[0] === 0 || bytes[1] === 0)) {
    throw new UnusableFeed(
      `${what} is not in UTF-8; perhaps in UTF-16, but it does not say so: save it again as UTF-8.`,
    )
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (fault) {
    if (fault instanceof RangeError)
      throw new UnusableFeed(`${what} is in an encoding that is not known: ${encoding}.`)
    if (fault instanceof TypeError)
      throw new UnusableFeed(`${what} is not in ${nameOf(encoding, bytes)}: save it again as UTF-8.`)
    throw fault
  }
}

function markedEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return null
}

function nameOf(encoding: string, bytes: Buffer): string {
  const at = encoding === 'utf-8' ? firstBadByte(bytes) : null
  return at === null ? encoding.toUpperCase() : `UTF-8 (see byte ${(at + 1).toLocaleString('en-GB')})`
}

/** Where the first byte is that no text has; what replaces it may stand in the text itself too. */
function firstBadByte(bytes: Buffer): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  for (let i = text.indexOf(REPLACED); i >= 0; i = text.indexOf(REPLACED, i + 1)) {
    const at = Buffer.byteLength(text.slice(0, i))
    if (!bytes.subarray(at, at + 3).equals(Buffer.from(REPLACED))) return at
  }
  return bytes.length
}

const REPLACED = '\uFFFD'

/** The JSON of a document, or a sentence that says where it ceases to be. `most`: of how many values. */
export function jsonOf(text: string, what: string, most: number): Json {
  if (/^\s*</.test(text.slice(0, 1000))) {
    throw new UnusableFeed(
      `${what} is a web page and no feed. The address of a feed is the one that /services is below.`,
    )
  }
  measure(text, what, most)
  try {
    return parsed(text)
  } catch (fault) {
    if (fault instanceof SyntaxError)
      throw new UnusableFeed(`${what} is no sound JSON: ${placeIn(text, fault.message)}.`)
    throw fault
  }
}

function parsed(text: string): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON.parse makes nothing else
  return JSON.parse(text) as Json
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, COMMA] = [0x5b, 0x5d, 0x7b, 0x7d, 0x2c]

/** A few megabytes of brackets would take a thousand to parse: looked at before anything is made of them. */
function measure(text: string, what: string, most: number): void {
  let [depth, values, quoted] = [0, 0, false]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === BACKSLASH) i += 1
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (code === COMMA) values += 1
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      values += 1
      depth += 1
      if (depth > MAX_JSON_DEPTH)
        throw new UnusableFeed(`${what} is nested deeper than ${MAX_JSON_DEPTH}, at ${lineAt(text, i)}.`)
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1
  }
  if (values > most) throw new UnusableFeed(`${what} holds more than ${most.toLocaleString('en-GB')} values.`)
}

/** Where it ceases to be JSON: the machine's own parser does not always say. */
function placeIn(text: string, said: string): string {
  let at: number | null = null
  visit(text, { onError: (_code, offset) => (at ??= offset) }, { disallowComments: true })
  if (at === null) return said
  const found = text.slice(at, at + 1)
  return found === ''
    ? `it breaks off at ${lineAt(text, at)}`
    : `“${found}” cannot stand at ${lineAt(text, at)}`
}

function lineAt(text: string, position: number): string {
  const before = text.slice(0, position)
  const line = before.split('\n').length
  return `line ${line}, column ${position - before.lastIndexOf('\n')}`
}
