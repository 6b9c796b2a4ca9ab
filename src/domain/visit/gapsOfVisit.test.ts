import { expect, test } from 'vitest'
import { finishVisit } from './finishVisit.ts'
import { visitDraftSchema, type VisitDraft } from './visitDraft.ts'
import { enough, finishing, grace, menInSheds, visitBegun, withAnswers } from './visits.fixture.ts'

const gap = { id: crypto.randomUUID(), need: 'interests', why: 'nothing-found' }
const address = { lines: ['3 Plumstead Road'], postcode: 'da16 1aa' }
const begun = withAnswers(visitBegun({ client: { address } }), enough)

function gapsOf(draft: VisitDraft) {
  const edits = finishVisit(draft, finishing)
  if (!edits.ok) throw new Error(JSON.stringify(edits.error))
  return edits.value.filter(({ kind }) => kind === 'gap')
}

test('a gap met with on a visit is one record in no file, that says nothing of whose it was', () => {
  const { service } = menInSheds
  const full = { id: crypto.randomUUID(), need: 'people', why: 'full', service, wanted: ' sheds ' }
  const edits = gapsOf({ ...begun, gaps: [gap, full] })
  const met = { area: 'DA16', metAt: 'visit', on: '2026-11-25', by: grace }
  expect(edits).toMatchObject([
    { op: 'create', id: gap.id, file: null },
    { op: 'create', id: full.id, file: null },
  ])
  expect(edits.map((edit) => edit.op === 'create' && edit.body)).toEqual([
    { need: 'interests', why: 'nothing-found', ...met },
    { need: 'people', why: 'full', service, wanted: 'sheds', ...met },
  ])
  for (const known of ['Iris', 'Ade', 'Plumstead', '1AA', begun.seen.client.id])
    expect(JSON.stringify(edits)).not.toContain(known)
})

test('it has no area where the postcode is none', () => {
  const [edit] = gapsOf({ ...withAnswers(visitBegun(), enough), gaps: [gap] })
  expect(edit?.op === 'create' && edit.body).not.toHaveProperty('area')
})

test('a draft that was begun before there were gaps opens, and has none', () => {
  const draft = visitDraftSchema.parse(JSON.parse(JSON.stringify(begun)))
  expect(draft).not.toHaveProperty('gaps')
  expect(gapsOf(draft)).toEqual([])
})
