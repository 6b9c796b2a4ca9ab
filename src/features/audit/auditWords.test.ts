import { expect, test } from 'vitest'
import type { AuditLine } from '#protocol/rights.ts'
import { auditCsv, fileWords, whatWords } from './auditWords.ts'

const line: AuditLine = {
  cursor: 'x',
  at: '2026-03-02T10:00:00.000Z',
  by: 'grace',
  byName: 'Grace "G" Okoro',
  act: 'changed',
  file: 'a',
  record: null,
  kinds: ['note', 'visit'],
}
const nameOf = (file: string) => (file === 'a' ? '=Amara Ade' : null)

test.each<[Partial<AuditLine>, string]>([
  [{}, 'Changed: note, visit'],
  [{ act: 'opened', kinds: ['client'] }, 'Opened'],
  [{ act: 'opened', kinds: ['visit'] }, 'Opened: visit'],
  [{ act: 'takenIn', kinds: ['client'] }, 'Took in held work: details'],
  [{ act: 'destroyed', kinds: [] }, 'Destroyed'],
  [{ act: 'from a newer version', kinds: ['new'] }, 'from a newer version: record'],
])('%j reads %s', (more, words) => {
  expect(whatWords({ ...line, ...more })).toBe(words)
})

test('a file that was destroyed has no name any more', () => {
  expect(fileWords(line, nameOf)).toBe('=Amara Ade')
  expect(fileWords({ ...line, file: 'b' }, nameOf)).toBe('A file that is not here any more')
  expect(fileWords({ ...line, file: null }, nameOf)).toBe('The directory and the service')
})

test('a table for a spreadsheet, in which nothing is taken for a formula', () => {
  expect(auditCsv([line], nameOf)).toBe(
    [
      '"When","Who","What","Whose file","Number of the file"',
      '"2026-03-02T10:00:00.000Z","Grace ""G"" Okoro","Changed: note, visit","\'=Amara Ade","a"',
    ].join('\r\n'),
  )
})
