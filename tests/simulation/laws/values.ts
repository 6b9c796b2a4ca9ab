import type { Change, Edit } from '#domain/change/change.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/**
 * Whatever was written into a record is in it, beside it, or was replaced by somebody who had it before them: each
 * save writes tokens of its own, so whoever edits from one has seen it.
 */
export function everyValueIsSomewhere({ witness }: World, { history, records }: Stored): void {
  const edits = history.flatMap(({ change }) =>
    change ? change.edits.map((edit) => ({ edit, change })) : [],
  )
  for (const { edit, change } of edits) {
    const record = JSON.stringify(records.get(edit.id) ?? null)
    const later = edits.filter((other) => other.edit.id === edit.id && other.change !== change)
    for (const token of writtenBy(edit)) {
      if (record.includes(token) || later.some((other) => replaces(other.edit, token))) continue
      witness.breach(
        'Whatever was written is in the record, beside it, or replaced by somebody who saw it',
        `${token} of ${change.id} is gone from ${edit.kind} ${edit.id}: ${lastWord(edits, edit.id, change)}`,
      )
    }
  }
}

const TOKEN = /t\d+\.(?:\d+\.)?/g

/** The values that an edit itself brings: not those that it only leaves where they were. */
function writtenBy(edit: Edit): string[] {
  switch (edit.op) {
    case 'create':
      return tokensIn(edit.body)
    case 'edit':
      return Object.values(edit.fields).flatMap(({ from, to }) => {
        const before = new Set(tokensIn(from))
        return tokensIn(to).filter((token) => !before.has(token))
      })
    case 'remove':
    case 'restore':
      return []
  }
}

function tokensIn(value: unknown): string[] {
  return [...new Set((JSON.stringify(value) ?? '').match(TOKEN))]
}

function replaces(edit: Edit, token: string): boolean {
  if (edit.op !== 'edit') return false
  return Object.values(edit.fields).some(
    ({ from, to }) => tokensIn(from).includes(token) && !tokensIn(to).includes(token),
  )
}

function lastWord(edits: { edit: Edit; change: Change }[], id: string, after: Change): string {
  const at = edits.findIndex(({ change }) => change === after)
  const later = edits.slice(at + 1).filter(({ edit }) => edit.id === id)
  return `afterwards came ${later.map(({ edit }) => JSON.stringify(edit)).join(' ; ')}`.slice(0, 600)
}
