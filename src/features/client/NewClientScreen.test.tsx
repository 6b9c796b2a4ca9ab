// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { NewClientScreen } from './NewClientScreen.tsx'

afterEach(cleanup)

const routes = [
  { path: '/clients/new', Component: NewClientScreen },
  { path: '/clients/:clientId', element: <p>The file</p> },
]
const typeInto = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const asked = (name: RegExp) => within(screen.getByRole('radiogroup', { name }))

test('danger is asked first, and whom to ring is there at once', async () => {
  const { open } = await workspaceWith([])
  const user = userEvent.setup()
  open(routes, '/clients/new')
  await screen.findByText('Is it urgent?')
  expect(screen.queryByRole('link', { name: 'Ring 999' })).toBeNull()
  await user.click(asked(/spoken of suicide/).getByRole('radio', { name: 'Yes' }))
  expect(screen.getByRole('link', { name: 'Ring 999' }).getAttribute('href')).toBe('tel:999')
  expect(screen.getByRole('link', { name: 'Ring 111' })).toBeTruthy()
})

test('what has not been asked yet is named, and what looks wrong is no obstacle', async () => {
  const { keeper, open } = await workspaceWith([])
  const user = userEvent.setup()
  open(routes, '/clients/new')
  typeInto(await screen.findByLabelText('Family name'), 'Thorsby')
  typeInto(screen.getByLabelText('NHS number'), '999 123-4568')
  await screen.findByText(/A digit is mistyped/)
  await user.click(screen.getByRole('button', { name: 'Save new client' }))
  const missing = within(await screen.findByRole('alert')).getAllByRole('link')
  expect(missing.map(({ textContent }) => textContent)).toEqual([
    'Say whether anybody has spoken of suicide, or of harm.',
    'Say whether they agree to the referral.',
  ])
  expect(keeper.outbox()).toEqual([])

  await user.click(asked(/spoken of suicide/).getByRole('radio', { name: 'Yes' }))
  typeInto(screen.getByLabelText('What was said or happened'), 'Sees no point')
  typeInto(screen.getByLabelText('What was done'), 'Rang 111 with her')
  typeInto(screen.getByLabelText('What they do there'), 'Practice nurse')
  await user.click(asked(/agree to the referral/).getByRole('radio', { name: 'Not asked yet' }))
  typeInto(await screen.findByLabelText('Why they were not asked'), 'Came by letter')
  await user.click(screen.getByRole('button', { name: 'Save new client' }))
  await screen.findByText('The file')
  const [entry] = keeper.outbox()
  expect(entry?.change.edits.map(({ kind }) => kind)).toEqual(['client', 'referral'])
  expect(entry?.change.edits).toMatchObject([
    { body: { familyName: 'Thorsby', nhsNumber: '999 123-4568' } },
    {
      body: {
        source: 'gp',
        referrer: { role: 'Practice nurse' },
        consent: 'not-sought',
        consentNote: 'Came by letter',
        urgent: { risk: 'Sees no point', action: 'Rang 111 with her' },
        status: 'received',
      },
    },
  ])
})
