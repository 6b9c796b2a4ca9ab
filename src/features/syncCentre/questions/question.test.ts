import { describe, expect, it } from 'vitest'
import type { Edit } from '#domain/change/change.ts'
import {
  editRecord,
  removeRecord,
  reopenContested,
  restoreRecord,
  settleByKeeping,
  settleByRemoving,
  settleContested,
} from '#domain/change/write.ts'
import type { JsonObject } from '#domain/json.ts'
import { applyEdit } from '#domain/kind/applyEdit.ts'
import type { KindName } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { viewOf } from '#store/overlay.ts'
import { asked, choicesOf, type Question, questionsOf, valueNow } from './question.ts'
import { settledOf } from './useSettled.ts'

const ada = '0190b1a0-0000-7000-8000-00000000000a'
const nameOf = (_kind: KindName, id: string) => (id === ada ? 'Amara Ade' : null)

const before: StoredRecord = {
  id: ada,
  kind: 'client',
  version: 1,
  file: ada,
  seq: 1,
  rev: 1,
  deleted: null,
  contested: {},
  body: { firstName: 'Amara', familyName: 'Ade', phone: '020 1', team: 't', status: 'open' },
}

let changes = 0

function merge(record: StoredRecord, edit: Edit | null, by: string): StoredRecord {
  if (!edit) throw new Error('Nothing was edited')
  changes += 1
  const stamp = { change: `c${changes}`, by, device: `tablet of ${by}`, at: '2026-11-23T10:30:00Z' }
  const merged = applyEdit(record, edit, stamp)
  if (!merged.ok) throw new Error(merged.error)
  return merged.value.record
}

/** What somebody saw before the others began, so that what they do meets it. */
function meets(record: StoredRecord, change: (seen: StoredRecord) => Edit | null, by: string): StoredRecord {
  return merge(record, change(before), by)
}

const to = (fields: JsonObject) => (seen: StoredRecord) => editRecord(seen, { ...seen.body, ...fields })

function view(record: StoredRecord): View {
  const shown = viewOf(record, false)
  if (!shown) throw new Error('The record cannot be shown')
  return shown
}

function only(record: StoredRecord): Question {
  const [question, ...more] = questionsOf(view(record))
  if (!question || more.length > 0) throw new Error(`${more.length} questions more than one`)
  return question
}

const twoPhones = () => meets(meets(before, to({ phone: '020 2' }), 'sam'), to({ phone: '020 3' }), 'grace')

describe('a question', () => {
  it('asks which of two people’s values is right', () => {
    const question = only(twoPhones())
    expect(asked(question, nameOf)).toBe('Two people changed Amara Ade’s phone number. Which is right?')
    expect(choicesOf(question)).toEqual(['020 2', '020 3'])
  })

  it('does not claim two people where one person used two devices', () => {
    const question = only(meets(meets(before, to({ phone: '020 2' }), 'sam'), to({ phone: '020 3' }), 'sam'))
    expect(asked(question, nameOf)).toBe('Two devices disagree on Amara Ade’s phone number. Which is right?')
  })

  it.each(['020 2', '020 3', '020 4'])('is settled with %s, and open again by its undo', (value) => {
    const record = twoPhones()
    const { path, now } = only(record)
    const settled = merge(record, settleContested(record, path, now, value), 'grace')
    expect(questionsOf(view(settled))).toEqual([])
    expect(valueNow(view(settled), path)).toBe(value)

    const [choice] = settledOf(view(settled))
    if (!choice) throw new Error('The choice was not kept')
    expect(choice).toMatchObject({ by: 'grace', was: '020 2' })
    const undo = reopenContested(settled, path, value, choice.was ?? null, choice.changes)
    const again = only(merge(settled, undo, 'grace'))
    expect(choicesOf(again)).toEqual(['020 2', '020 3'])
  })

  it('asks whether to keep what one removed and another went on with', () => {
    const record = meets(
      meets(before, to({ phone: '020 2' }), 'sam'),
      (seen) => removeRecord(seen, 'Moved away'),
      'grace',
    )
    const question = only(record)
    expect(question.ask).toBe('removal')
    expect(questionsOf(view(merge(record, settleByKeeping(record), 'sam')))).toEqual([])
    const removed = merge(record, settleByRemoving(record, 'Moved away'), 'sam')
    expect(removed.deleted?.reason).toBe('Moved away')
  })

  it('brings a removed record back, and then asks what it should say', () => {
    const record = meets(
      merge(before, removeRecord(before, 'Moved away'), 'sam'),
      to({ phone: '020 3' }),
      'grace',
    )
    expect(only(record).ask).toBe('removed')
    const back = only(merge(record, restoreRecord(record), 'grace'))
    expect(back.ask).toBe('which')
    expect(choicesOf(back)).toEqual(['020 1', '020 3'])
    const left = merge(record, settleByRemoving(record, 'Moved away'), 'grace')
    expect(left.deleted).not.toBeNull()
    expect(questionsOf(view(left))).toEqual([])
  })
})
