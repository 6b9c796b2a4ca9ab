// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { ClientFileScreen } from '#features/client/ClientFileScreen.tsx'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { HeadOfFile } from './HeadOfFile.tsx'

afterEach(cleanup)

const routes = [
  { Component: HeadOfFile, children: [{ path: '/clients/:clientId', Component: ClientFileScreen }] },
]

const [a, b] = [v7(), v7()]

function client(id: string, firstName: string, more: object = {}) {
  return stored('client', id, id, {
    firstName,
    familyName: 'Marsh',
    team: grace.team ?? '',
    status: 'open',
    ...more,
  })
}

const head = client(a, 'Ida')
const merged = client(b, 'Idda', { merged: { into: a, on: '2026-11-28', by: grace.id } })

test('a way to a merged file leads to the one into which it was merged', async () => {
  const { open } = await workspaceWith([head, merged])
  open(routes, `/clients/${b}`)
  expect(await screen.findByRole('heading', { name: 'Ida Marsh' })).toBeTruthy()
})

test('who had begun something in it finds that again, and is led on once it is saved', async () => {
  const { open, workspace } = await workspaceWith([head, merged])
  const at = '2026-11-28T10:00:00.000Z'
  const content = { id: v7(), text: 'Half a note', about: 'note' }
  await workspace.drafts.write({ id: `note:${b}`, about: b, begunAt: at, savedAt: at, content })
  open(routes, `/clients/${a}`)
  const way = await screen.findByRole('link', { name: 'Go on with it' })
  expect(way.getAttribute('href')).toBe(`/clients/${b}`)
  cleanup()

  open(routes, `/clients/${b}?part=notes`)
  expect(await screen.findByText(/^Merged into the file of Ida Marsh/)).toBeTruthy()
  expect(await screen.findByDisplayValue('Half a note')).toBeTruthy()
  await workspace.drafts.discard(`note:${b}`)
  expect(await screen.findByRole('heading', { name: 'Ida Marsh' })).toBeTruthy()
})
