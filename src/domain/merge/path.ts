/**
 * Where in a body a value lies: `phone`, or in a keyed list `actions/<key>` and `actions/<key>/status`.
 * Segments are escaped as in JSON Pointer (RFC 6901), so any key can be a segment.
 */
export function pathOf(...segments: string[]): string {
  return segments.map((segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
}

export function segmentsOf(path: string): string[] {
  return path.split('/').map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The path of the record as a whole: its removal. */
export const WHOLE_RECORD = ''
