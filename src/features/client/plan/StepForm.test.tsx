// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { ClientFileScreen } from '../ClientFileScreen.tsx'

afterEach(cleanup)

const routes = [{ path: '/clients/:clientId', Component: ClientFileScreen }]
const [id, planId] = [v7(), v7()]
const ida = { firstName: 'Ida', familyName: 'Marsh', team: grace.team, status: 'open' } as const
const ring = { id: 'a', goal: 'g', what: 'Ring the club', who: 'Ida', status: 'to-do' }
const plan = {
  needs: [{ id: 'n', area: 'people', need: 'Company' }],
  goals: [{ id: 'g', need: 'n', goal: 'Out each week' }],
  actions: [ring],
}

test('a colleague who moves a step on while it is being changed is not undone by it', async () => {
  const { keeper, arrive, open } = await workspaceWith([
    stored('client', id, id, ida),
    stored('plan', planId, id, plan),
  ])
  const user = userEvent.setup()
  open(routes, `/clients/${id}?part=plan`)
  await user.click(await screen.findByRole('button', { name: 'Change “Ring the club”' }))
  fireEvent.change(await screen.findByLabelText('Step'), { target: { value: 'Ring the lunch club' } })
  await arrive([stored('plan', planId, id, { ...plan, actions: [{ ...ring, status: 'doing' }] })])
  await screen.findByText('0 of 1 step done')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Ring the lunch club')
  expect(keeper.outbox().map(({ change }) => change.edits)).toContainEqual([
    {
      op: 'edit',
      kind: 'plan',
      id: planId,
      version: 1,
      fields: { actions: { from: [ring], to: [{ ...ring, what: 'Ring the lunch club' }] } },
    },
  ])
  expect(keeper.drafts.list()).toEqual([])
})
