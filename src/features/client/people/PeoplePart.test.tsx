// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { ClientFileScreen } from '../ClientFileScreen.tsx'

afterEach(cleanup)

const routes = [{ path: '/clients/:clientId', Component: ClientFileScreen }]
const id = v7()
const emergencyContact = { name: 'Karen Marsh', relation: 'daughter', phone: '07700 900002' }
const ida = {
  firstName: 'Ida',
  familyName: 'Marsh',
  emergencyContact,
  team: grace.team,
  status: 'open',
} as const

test('the contact among the details gets a record of their own with the first change, and stays in one place', async () => {
  const { keeper, open } = await workspaceWith([stored('client', id, id, ida)])
  const user = userEvent.setup()
  open(routes, `/clients/${id}?part=people`)
  expect((await screen.findByRole('link', { name: /^Ring/ })).getAttribute('href')).toBe('tel:07700900002')
  await user.click(screen.getByRole('button', { name: 'Change Karen Marsh' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Next of kin' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('button', { name: 'Change Karen Marsh' })
  expect(screen.getAllByText('Karen Marsh')).toHaveLength(1)
  const saved = keeper.outbox().find(({ change }) => change.edits.length === 2)
  expect(saved?.change.edits).toMatchObject([
    {
      op: 'create',
      kind: 'relatedPerson',
      file: id,
      body: { ...emergencyContact, roles: ['emergency-contact', 'next-of-kin'] },
    },
    { op: 'edit', kind: 'client', fields: { emergencyContact: { from: emergencyContact, to: null } } },
  ])
})
