import type { Change, Edit } from '#domain/change/change.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/**
 * Whatever was written into a record is in it, beside it, or was replaced by somebody who had it before them: each
 * save writes tokens of its own, so whoever edits from one has seen it. Who replaced it may have done so in what a
 * restore has lost, and not be let in with it again: then a record that came back must show it.
 */
export function everyValueIsSomewhere({ witness }: World, { history, records }: Stored): void {
  const edits = editsIn(history)
  const lost = editsIn(witness.lostHistory)
  const back = history.flatMap(({ returned }) => returned ?? [])
  for (const { edit, change } of edits) {
    const record = JSON.stringify(records.get(edit.id) ?? null)
    const replaced = (by: Written[], token: string) =>
      by.some((other) => other.change !== change && other.edit.id === edit.id && replaces(other.edit, token))
    const cameBackWithout = (token: string) =>
      back.some((returned) => returned.id === edit.id && !JSON.stringify(returned).includes(token))
    for (const token of writtenBy(edit)) {
      if (record.includes(token) || replaced(edits, token)) continue
      if (cameBackWithout(token) && replaced(lost, token)) continue
      witness.breach(
        'Whatever was written is in the record, beside it, or replaced by somebody who saw it',
        `${token} of ${change.id} is gone from ${edit.kind} ${edit.id}: ${lastWord(edits, edit.id, change)}`,
      )
    }
  }
}

interface Written {
  edit: Edit
  change: Change
}

function editsIn(history: Stored['history']): Written[] {
  return history.flatMap(({ change }) => (change ? change.edits.map((edit) => ({ edit, change })) : []))
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

function lastWord(edits: Written[], id: string, after: Change): string {
  const at = edits.findIndex(({ change }) => change === after)
  const later = edits.slice(at + 1).filter(({ edit }) => edit.id === id)
  return `afterwards came ${later.map(({ edit }) => JSON.stringify(edit)).join(' ; ')}`.slice(0, 600)
}
