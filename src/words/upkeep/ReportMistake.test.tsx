// @vitest-environment jsdom
import { cleanup, configure, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { mistakes } from '#domain/correction/correction.ts'
import { grace, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { ReportMistake } from './ReportMistake.tsx'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const service = { id: v7(), body: { organization_id: v7(), name: 'Befriending', status: 'active' } }
const routes = [{ path: '/', element: <ReportMistake service={service} /> }]

test('two taps, and it is reported; undone, it never was', async () => {
  const { open, keeper } = await workspaceWith([])
  const user = userEvent.setup()
  open(routes, '/')
  const begin = await screen.findByRole('button', { name: 'Report a mistake in Befriending' })
  await user.click(begin)
  expect(await screen.findAllByRole('button', { name: /./ })).toHaveLength(2 + mistakes.length)
  await user.click(await screen.findByRole('button', { name: 'Full, or takes no referrals' }))
  await screen.findByText('Thank you. It is reported.')
  expect(document.activeElement).toBe(begin)
  const edits = () => keeper.outbox().flatMap(({ change }) => change.edits)
  expect(edits()).toMatchObject([
    { op: 'create', kind: 'correction', body: { what: 'full', by: grace.id, status: 'open', side: 'staff' } },
  ])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await expect.poll(() => edits().map(({ op }) => op)).toEqual(['create', 'remove'])
})

test('“something else” wants a word, and what was typed is there again', async () => {
  const { open, keeper } = await workspaceWith([])
  const user = userEvent.setup()
  const { unmount } = open(routes, '/')
  await user.click(await screen.findByRole('button', { name: /^Report a mistake/ }))
  await user.click(await screen.findByRole('button', { name: 'Something else' }))
  await screen.findByText(/^Write what is wrong/)
  await user.type(screen.getByLabelText('In your words'), 'It is upstairs')
  await expect.poll(() => keeper.drafts.list().length).toBe(1)
  unmount()
  open(routes, '/')
  await user.click(await screen.findByRole('button', { name: /^Report a mistake/ }))
  await screen.findByDisplayValue('It is upstairs')
  await user.click(screen.getByRole('button', { name: 'Something else' }))
  await screen.findByText('Thank you. It is reported.')
  expect(keeper.outbox().flatMap(({ change }) => change.edits)).toMatchObject([
    { kind: 'correction', body: { what: 'other', note: 'It is upstairs' } },
  ])
})
