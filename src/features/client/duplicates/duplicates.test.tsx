// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { ClientFileScreen } from '../ClientFileScreen.tsx'
import { DuplicatesScreen } from './DuplicatesScreen.tsx'
import { MergedScreen } from './MergedScreen.tsx'
import { PairScreen } from './PairScreen.tsx'

afterEach(cleanup)

const routes = [
  { path: '/duplicates', Component: DuplicatesScreen },
  { path: '/duplicates/:one/:other', Component: PairScreen },
  { path: '/clients/:clientId', Component: ClientFileScreen },
  { path: '/clients/:clientId/merged', Component: MergedScreen },
]

/** Made one after the other, so in this order. */
const [a, b] = [v7(), v7()]

function client(id: string, more: object) {
  const rest = { team: grace.team ?? '', coordinator: grace.id, status: 'waiting', dateOfBirth: '1941-03-04' }
  return stored('client', id, id, { firstName: 'Ida', familyName: 'Marsh', ...rest, ...more })
}

const ida = client(a, { phone: '020 7946 0701', accessNeeds: ['Ring twice'] })
const again = client(b, { familyName: 'Marsch', phone: '020 7946 0702', accessNeeds: ['Dog in the hall'] })
const note = stored('note', v7(), b, { text: 'Likes birds', at: '2026-11-28T10:00', author: grace.id })

test('a pair is found, compared, merged with what was chosen, and taken apart again', async () => {
  const { open, keeper, arrive } = await workspaceWith([ida, again, note])
  const user = userEvent.setup()
  open(routes, '/duplicates')
  const list = await screen.findByRole('list', { name: 'Possible duplicates' })
  expect(list.textContent).toContain('Same birth date, similar name')
  await user.click(within(list).getByRole('link'))

  const phone = await screen.findByRole('radiogroup', { name: 'Phone' })
  await user.click(within(phone).getByRole('radio', { name: /^020 7946 0702/ }))
  const needs = screen.getByRole('radiogroup', { name: 'Access needs' })
  expect(within(needs).getByRole<HTMLInputElement>('radio', { name: /^Both/ }).checked).toBe(true)
  expect(screen.getByRole('region', { name: 'Second file' }).textContent).toContain('1 note')
  await user.click(screen.getByRole('button', { name: 'Merge into one file' }))

  await screen.findByText('Merged from two files')
  expect(await screen.findByRole('link', { name: '020 7946 0702' })).toBeTruthy()
  expect(screen.getByText(/Ring twice; Dog in the hall/)).toBeTruthy()

  // Somebody who does not know of it writes on the merged client; it comes down with the next sync.
  const merged = keeper.outbox()[0]?.change.edits.find(({ id }) => id === b)
  if (merged?.op !== 'edit') throw new Error('Nothing was merged')
  const into = merged.fields['merged']?.to
  await arrive([
    { ...again, rev: 2, body: { ...again.body, merged: into ?? null, email: 'ida@example.org' } },
  ])
  await screen.findByText(/Also written in the merged file: Email ida@example.org/)
  await user.click(screen.getByRole('link', { name: 'Take over or leave' }))
  await user.click(await screen.findByRole('button', { name: 'Take over' }))
  await screen.findByText('Email: taken over.')

  await user.click(screen.getByRole('button', { name: 'Take apart' }))
  expect(await screen.findByText('Nothing is merged into this file')).toBeTruthy()
})

test('two people: the pair is not shown again, until that is undone', async () => {
  const { open } = await workspaceWith([ida, again])
  const user = userEvent.setup()
  open(routes, `/duplicates/${b}/${a}`)
  await user.click(await screen.findByRole('button', { name: 'Not the same person' }))
  await screen.findByText('No two files look alike')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('list', { name: 'Possible duplicates' })).toBeTruthy()
})
