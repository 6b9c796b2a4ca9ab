// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { workspaceWith, grace, stored } from '#tests/fixtures/atScreen.tsx'
import { CaseloadScreen } from './CaseloadScreen.tsx'

afterEach(cleanup)

const routes = [{ path: '/caseload', Component: CaseloadScreen }]

function client(firstName: string, familyName: string, postcode: string) {
  const id = v7()
  const address = { lines: ['1 Example Road'], postcode }
  const rest = { team: grace.team ?? '', coordinator: grace.id, status: 'waiting', openedOn: '2026-11-02' }
  return stored('client', id, id, { firstName, familyName, address, ...rest })
}

test('of two thousand files fifty are drawn, and any is found by a half-typed, mistyped name or a postcode', async () => {
  const crowd = Array.from({ length: 2000 }, (_, i) => client(`Person${i}`, `Number${i}`, 'DA16 1AA'))
  const { open } = await workspaceWith([...crowd, client('Folasade', 'Ademola', 'SE9 2UG')])
  const user = userEvent.setup()
  open(routes, '/caseload')
  const rows = async () =>
    within(await screen.findByRole('list', { name: 'Case files' })).getAllByRole('link')
  expect(await rows()).toHaveLength(50)
  expect(screen.getByText('2,001 files of mine')).toBeTruthy()
  const box = screen.getByRole('searchbox')
  for (const typed of ['Ademloa', 'folas', 'se92ug']) {
    await user.clear(box)
    await user.type(box, typed)
    await screen.findByText(/^1 file found/)
    expect((await rows())[0]?.textContent).toContain('Folasade Ademola')
  }
})

test('nobody found says what to try, arrows move between rows', async () => {
  const { open } = await workspaceWith([client('Ida', 'Marsh', 'SE9 2UG'), client('Tom', 'Fen', 'SE9 2UG')])
  const user = userEvent.setup()
  open(routes, '/caseload?sort=name')
  const [first, second] = within(await screen.findByRole('list', { name: 'Case files' })).getAllByRole('link')
  first?.focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(second)
  await user.type(screen.getByRole('searchbox'), 'xylophone')
  await screen.findByText('Nobody found')
})
