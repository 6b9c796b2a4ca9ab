// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { workspaceWith, grace, stored } from '#tests/fixtures/atScreen.tsx'
import { EditClientScreen } from './EditClientScreen.tsx'

afterEach(cleanup)

const routes = [
  { path: '/clients/:clientId/edit', Component: EditClientScreen },
  { path: '/clients/:clientId', element: <p>The file</p> },
]
const typeInto = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

const id = v7()
const ida = {
  firstName: 'Ida',
  familyName: 'Marsh',
  phone: '020 8303 0001',
  team: grace.team,
  status: 'open',
} as const

test('what a colleague changes meanwhile is not what the edit was made from', async () => {
  const { keeper, arrive, open } = await workspaceWith([stored('client', id, id, ida)])
  const user = userEvent.setup()
  open(routes, `/clients/${id}/edit`)
  typeInto(await screen.findByLabelText('Phone'), '020 8303 0002')
  await arrive([stored('client', id, id, { ...ida, phone: '020 8303 0003', mobile: '07700 900001' })])
  await screen.findByText(/changed since you opened them/)
  await user.click(screen.getByRole('button', { name: 'Save details' }))
  await screen.findByText('The file')
  expect(keeper.outbox().map(({ change }) => change.edits)).toEqual([
    [
      {
        op: 'edit',
        kind: 'client',
        id,
        version: 1,
        fields: { phone: { from: '020 8303 0001', to: '020 8303 0002' } },
      },
    ],
  ])
  expect(keeper.drafts.list()).toEqual([])
})

test('what was typed is there again after the tab is gone, with what it was opened with', async () => {
  const { keeper, open } = await workspaceWith([stored('client', id, id, ida)])
  open(routes, `/clients/${id}/edit`)
  typeInto(await screen.findByLabelText('NHS number'), '9434765918')
  await screen.findByText(/A digit is mistyped/)
  await waitFor(() => expect(keeper.drafts.list()).toHaveLength(1))
  cleanup()
  open(routes, `/clients/${id}/edit`)
  expect(await screen.findByDisplayValue('9434765918')).toBeTruthy()
})

test('somebody needs a name, and the summary leads to the field', async () => {
  const { keeper, open } = await workspaceWith([stored('client', id, id, ida)])
  const user = userEvent.setup()
  open(routes, `/clients/${id}/edit`)
  typeInto(await screen.findByLabelText('First name'), '')
  typeInto(screen.getByLabelText('Family name'), ' ')
  await user.click(screen.getByRole('button', { name: 'Save details' }))
  await user.click(await screen.findByRole('link', { name: /A name is needed/ }))
  expect(document.activeElement).toBe(screen.getByLabelText('First name'))
  expect(keeper.outbox()).toEqual([])
})
