// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { SETTINGS_ID } from '#domain/settings/settings.ts'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { NewRulesScreen } from './rules/NewRulesScreen.tsx'
import { RulesScreen } from './rules/RulesScreen.tsx'
import { ServiceSettingsScreen } from './settings/ServiceSettingsScreen.tsx'

afterEach(cleanup)

const routes = [
  { path: '/service', element: <p>The service</p> },
  { path: '/service/rules', Component: RulesScreen },
  { path: '/service/rules/new', Component: NewRulesScreen },
  { path: '/service/settings', Component: ServiceSettingsScreen },
]

function waiting(firstName: string, dateOfBirth: string) {
  const [file, practice] = [v7(), v7()]
  return [
    stored('practice', practice, null, { name: 'Westwood' }),
    stored('client', file, file, {
      firstName,
      familyName: 'Marsh',
      dateOfBirth,
      practice,
      team: grace.team,
      status: 'waiting',
    }),
    stored('referral', v7(), file, { source: 'gp', date: '2026-11-02', reasons: [], status: 'received' }),
  ]
}

test('who would newly be eligible, and who no longer, shows before anything is published', async () => {
  const { open, keeper } = await workspaceWith([
    ...waiting('Ida', '1941-03-04'),
    ...waiting('Tom', '1990-05-06'),
  ])
  const user = userEvent.setup()
  open(routes, '/service/rules/new?of=Community%20Connect%202017')
  await screen.findByText('Nothing changes for any of the 2 who wait.')
  await user.click(screen.getByRole('button', { name: 'Take out: 18 or older' }))
  const [add] = screen.getAllByRole('combobox', { name: 'Add a criterion' })
  if (!add) throw new Error('Nothing to choose from')
  await user.selectOptions(add, '65 or older')
  expect(await screen.findByText('Would no longer meet them (1)')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Tom Marsh' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  await screen.findByRole('heading', { name: 'Who the service is for' })
  expect(keeper.outbox().flatMap(({ change }) => change.edits)).toMatchObject([
    {
      op: 'create',
      kind: 'ruleSet',
      body: {
        name: 'Community Connect 2017',
        version: 2,
        status: 'published',
        publishedBy: grace.id,
        rules: { groups: [{ need: 'all', of: [{ is: 'registered' }, { is: 'age-from', years: 65 }] }] },
      },
    },
  ])
})

test('rules that ask for nothing are not published, and it says how to mend them', async () => {
  const { open, keeper } = await workspaceWith([])
  const user = userEvent.setup()
  open(routes, '/service/rules/new?of=Community%20Connect%202017')
  await user.click(await screen.findByRole('button', { name: 'Take this group out' }))
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText(/^Add what has to be met\. Rules/)).toBeTruthy()
  expect(keeper.outbox()).toEqual([])
})

test('withdrawn: the version before holds again, and Undo brings it back', async () => {
  const rules = { groups: [{ need: 'all' as const, of: [{ is: 'carer' }] }] }
  const two = { name: 'Clocktower 2015', version: 2, from: '2020-01-01', rules, status: 'published' }
  const { open } = await workspaceWith([stored('ruleSet', v7(), null, two)])
  const user = userEvent.setup()
  open(routes, '/service/rules')
  await user.click(await screen.findByRole('button', { name: 'Withdraw Clocktower 2015, version 2' }))
  await screen.findByRole('button', { name: 'Withdraw Clocktower 2015, version 1' })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: 'Withdraw Clocktower 2015, version 2' })).toBeTruthy()
})

test('what came with the app can be withdrawn too', async () => {
  const { open } = await workspaceWith([])
  const user = userEvent.setup()
  open(routes, '/service/rules')
  const withdraw = await screen.findByRole('button', { name: 'Withdraw Clocktower 2015, version 1' })
  await user.click(withdraw)
  const list = await screen.findByRole('list', { name: 'Not in force' })
  expect(list.textContent).toContain('Clocktower 2015, version 1Withdrawn')
})

test('numbers and times: what is wrong is said with how to mend it, then all is one save', async () => {
  const { open, keeper } = await workspaceWith([stored('settings', SETTINGS_ID, null, { quietDays: 21 })])
  const user = userEvent.setup()
  open(routes, '/service/settings')
  const days = await screen.findByRole('textbox', { name: /A provider is asked after/ })
  await user.clear(days)
  await user.type(days, '0')
  await user.click(screen.getByRole('button', { name: 'Save for everybody' }))
  const mend = 'type a whole number of days without news from 1 to 365'
  expect(await screen.findByRole('link', { name: new RegExp(mend) })).toBeTruthy()
  await user.clear(days)
  await user.type(days, '14')
  await user.type(screen.getByRole('textbox', { name: 'For a safeguarding concern' }), '020 7946 0150')
  await user.click(screen.getByRole('button', { name: 'Save for everybody' }))
  await screen.findByText('The service')
  expect(keeper.outbox().flatMap(({ change }) => change.edits)).toMatchObject([
    {
      op: 'edit',
      id: SETTINGS_ID,
      fields: {
        quietDays: { from: 21, to: 14 },
        safeguardingNumber: { from: null, to: '020 7946 0150' },
      },
    },
  ])
})
