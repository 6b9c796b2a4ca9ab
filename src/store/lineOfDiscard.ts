import { aboutChange } from '#domain/audit/aboutChange.ts'
import type { Edit } from '#domain/change/change.ts'
import { canStillTurn } from '#domain/change/receipt.ts'
import { createRecord } from '#domain/change/write.ts'
import type { OutboxEntry } from './workspace.ts'

interface Line {
  id: string
  by: string
  at: Date
}

/** What the service's log is to say of a refused change that its author lets go of. */
export function lineOfDiscard(
  { change, receipt }: OutboxEntry,
  fileOf: (record: string) => string | null | undefined,
  { id, by, at }: Line,
): Edit {
  const reason = receipt?.reason
  return createRecord('audit', id, null, {
    act: receipt && canStillTurn(receipt) ? 'putAway' : 'discarded',
    at: at.toISOString(),
    by,
    about: aboutChange(change, fileOf),
    ...(reason === undefined ? {} : { reason }),
  })
}
