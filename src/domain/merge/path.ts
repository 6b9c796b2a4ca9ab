/**
 * Where in a body a value lies: `phone`, or in a keyed list `actions/<key>` and `actions/<key>/status`.
 * Segments are escaped as in JSON Pointer (RFC 6901), so any key can be a segment. Two escapes are our own:
 * `~2` is an empty segment, because the empty path already means the whole record, and `~3` is `__proto__`,
 * because a key of that name in a map of paths is dropped by parsers on the way.
 */
export function pathOf(...segments: string[]): string {
  return segments.map(escaped).join('/')
}

export function segmentsOf(path: string): string[] {
  return path.split('/').map(unescaped)
}

/** The field that a path lies in. */
export function fieldOf(path: string): string {
  return segmentsOf(path)[0] ?? ''
}

function escaped(segment: string): string {
  if (segment === '') return '~2'
  return segment === '__proto__' ? '~3' : segment.replaceAll('~', '~0').replaceAll('/', '~1')
}

function unescaped(segment: string): string {
  if (segment === '~2') return ''
  return segment === '~3' ? '__proto__' : segment.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** The path of the record as a whole: its removal. */
export const WHOLE_RECORD = ''
