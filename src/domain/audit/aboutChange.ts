import type { Change } from '../change/change.ts'
import type { AuditBody } from './audit.ts'

/** Which change a line of the log is about, and what that change was about: no content, only where to look. */
export function aboutChange(
  { id, edits: [first] }: Pick<Change, 'id' | 'edits'>,
  fileOf: (record: string) => string | null | undefined,
): NonNullable<AuditBody['about']> {
  if (!first) return { change: id }
  const file = first.op === 'create' ? first.file : fileOf(first.id)
  const client = first.kind === 'client' ? first.id : file
  return { change: id, record: first.id, kind: first.kind, ...(client ? { client } : {}) }
}
