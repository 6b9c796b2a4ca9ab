import { v7 } from 'uuid'
import { firstValueFrom } from 'rxjs'
import { expect, test } from 'vitest'
import { editRecord } from '#domain/change/write.ts'
import { mergeFiles, takeApart } from '#domain/duplicates/mergeFiles.ts'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import type { Workspace } from './workspace.ts'

const [a, b, c] = [v7(), v7(), v7()]
const team = grace.team ?? ''
const author = { by: grace.id, on: '2026-11-28' }

function client(id: string, more: object = {}) {
  return stored('client', id, id, { firstName: 'Ida', familyName: 'Marsh', team, status: 'open', ...more })
}

function note(file: string, text: string) {
  return stored('note', v7(), file, { text, at: '2026-11-28T10:00', author: grace.id })
}

async function seen(workspace: Workspace, id: string) {
  const view = await firstValueFrom(workspace.record$('client', id))
  if (!view) throw new Error(`${id} is not here`)
  return view
}

async function shown(workspace: Workspace) {
  const list = await firstValueFrom(workspace.records$('client'))
  const notes = async (file: string) =>
    (await firstValueFrom(workspace.records$('note', { file }))).map(({ body }) => body.text).toSorted()
  const [inA, inB] = await Promise.all([notes(a), notes(b)])
  const file = await firstValueFrom(workspace.file$(a))
  return { clients: list.map(({ id }) => id).toSorted(), inA, inB, file: file.length }
}

test('what lies in a merged file is shown under its head, late notes too, until the two are taken apart', async () => {
  const { workspace, arrive } = await workspaceWith([client(a), client(b), note(a, 'one'), note(b, 'two')])
  expect(await shown(workspace)).toEqual({ clients: [a, b].toSorted(), inA: ['one'], inB: ['two'], file: 2 })
  const [one, other] = [await seen(workspace, a), await seen(workspace, b)]
  await workspace.save(mergeFiles({ a: one, b: other, along: [] }, {}, author))
  await expect
    .poll(() => shown(workspace))
    .toEqual({ clients: [a], inA: ['one', 'two'], inB: ['one', 'two'], file: 3 })
  expect(await seen(workspace, b)).toMatchObject({ id: b, file: a, mergedFile: b })

  await arrive([note(b, 'late')])
  await expect.poll(async () => (await shown(workspace)).inA).toEqual(['late', 'one', 'two'])
  const [late] = (await firstValueFrom(workspace.records$('note', { file: a }))).filter(
    ({ body }) => body.text === 'late',
  )
  expect(late).toMatchObject({ file: a, mergedFile: b })

  await workspace.save(takeApart(await seen(workspace, a), await seen(workspace, b)).edits)
  await expect
    .poll(() => shown(workspace))
    .toEqual({ clients: [a, b].toSorted(), inA: ['one'], inB: ['late', 'two'], file: 2 })
  expect(await seen(workspace, b)).not.toHaveProperty('mergedFile')
})

test('merged over and over, and each into the other: one file; where the head is not held, the file itself', async () => {
  const merged = (into: string) => ({ merged: { into, on: '2026-11-28', by: grace.id } })
  const { workspace, arrive } = await workspaceWith([client(b, merged(a)), note(b, 'two')])
  expect(await shown(workspace)).toMatchObject({ clients: [b], inB: ['two'] })
  await arrive([client(a), client(c, merged(b)), note(c, 'three')])
  await expect.poll(() => shown(workspace)).toMatchObject({ clients: [a], inA: ['three', 'two'] })
  const head = await seen(workspace, a)
  const edit = editRecord(head, { ...head.body, ...merged(c) })
  await workspace.save(edit ? [edit] : [])
  const least = [a, b, c].toSorted()[0]
  await expect.poll(async () => (await shown(workspace)).clients).toEqual([least])
  expect((await shown(workspace)).inB).toEqual(['three', 'two'])
  const all = await firstValueFrom(workspace.records$('client', { merged: true }))
  expect(all.map(({ file }) => file)).toEqual([least, least, least])
})

test('a head that is removed no longer hides what was merged into it', async () => {
  const { workspace, arrive } = await workspaceWith([
    client(a),
    client(b, { merged: { into: a, on: '2026-11-28', by: grace.id } }),
    note(b, 'two'),
  ])
  expect(await shown(workspace)).toMatchObject({ clients: [a], inA: ['two'] })
  const stamp = { change: v7(), by: grace.id, device: v7(), at: '2026-11-28T10:00:00.000Z' }
  await arrive([{ ...client(a), deleted: { ...stamp, reason: 'Entered by mistake' } }])
  await expect.poll(() => shown(workspace)).toMatchObject({ clients: [b], inA: [], inB: ['two'] })
})
