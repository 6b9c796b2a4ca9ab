// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import type { ClientBody } from '#domain/client/client.ts'
import type { ReferralBody } from '#domain/referral/referral.ts'
import type { RuleSetBody } from '#domain/eligibility/ruleSet.ts'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { ReferralsScreen } from './ReferralsScreen.tsx'

afterEach(cleanup)

const routes = [{ path: '/referrals/:referralId?', Component: ReferralsScreen }]
const practice = v7()
const westwood = stored('practice', practice, null, { name: 'The Westwood Surgery', shortName: 'Westwood' })
const colleague = stored('staff', grace.id, null, { name: 'Grace', role: 'coordinator' })

function referred(client: Partial<ClientBody>, referral: Partial<ReferralBody>) {
  const [file, id] = [v7(), v7()]
  const person = { firstName: 'Ida', familyName: 'Marsh', team: grace.team, status: 'waiting', ...client }
  const asked = { source: 'gp', date: '2026-11-02', reasons: [], status: 'received', ...referral }
  return { id, records: [stored('client', file, file, person), stored('referral', id, file, asked)] }
}

const rulesFrom2020: RuleSetBody = {
  name: 'Community Connect 2017',
  version: 2,
  from: '2020-01-01',
  rules: { groups: [{ need: 'all', of: [{ is: 'age-from', years: 65 }, { is: 'registered' }] }] },
}

const rows = async () => within(await screen.findByRole('list', { name: 'Referrals' })).getAllByRole('link')

test('danger first, then the longest waiting, each at a glance', async () => {
  const late = referred({ dateOfBirth: '1941-03-04', practice }, { reasons: ['isolated'] })
  const same = { dateOfBirth: '1990-05-06', familyName: 'Quill' }
  const urgent = referred(
    { firstName: 'Tom', ...same },
    { date: '2026-11-20', urgent: { risk: 'Sees no point any more' } },
  )
  const file = v7()
  const old = stored('client', file, file, { firstName: 'Thomas', team: 't', status: 'closed', ...same })
  const { open } = await workspaceWith([westwood, colleague, ...late.records, ...urgent.records, old])
  open(routes, '/referrals')
  const [first, second] = await rows()
  expect(first?.textContent).toMatch(/Tom Quill.*Urgent.*Something to ask.*May have a file already/)
  expect(second?.textContent).toMatch(/Ida Marsh.*GP · Westwood.*Isolated.*Meets the criteria/)
})

test('nobody waits: it says where referrals come from', async () => {
  const { open } = await workspaceWith([])
  open(routes, '/referrals')
  expect(await screen.findByText(/Whoever is referred stands here/)).toBeTruthy()
})

test('every criterion has its answer and its reason, and the newest version is what counts', async () => {
  const { id, records } = referred({ dateOfBirth: '1990-05-06' }, {})
  const newer = stored('ruleSet', v7(), null, rulesFrom2020)
  const { open } = await workspaceWith([westwood, colleague, newer, ...records])
  open(routes, `/referrals/${id}`)
  await screen.findByText('Does not meet the criteria', { selector: 'p' })
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(said.filter((text) => /years old|No practice/.test(text))).toEqual([
    expect.stringMatching(/^65 or olderNot met\d\d years old today\.$/),
    'With a GP practice in the boroughNot knownNo practice is on the file.',
  ])
  expect(screen.getByRole('combobox', { name: 'By which rules' })).toHaveProperty(
    'value',
    'Community Connect 2017',
  )
})

test('deciding otherwise asks for the reason; what the rules said stays beside it', async () => {
  const { id, records } = referred({ dateOfBirth: '2012-05-06', practice }, {})
  const { open, keeper } = await workspaceWith([westwood, colleague, ...records])
  const user = userEvent.setup()
  open(routes, `/referrals/${id}`)
  await user.click(await screen.findByRole('radio', { name: /take this person on/ }))
  await user.click(screen.getByRole('button', { name: 'Record the decision' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Say why you decide otherwise')
  await user.type(screen.getByRole('textbox', { name: /Why otherwise/ }), 'His mother is with us too.')
  await user.click(screen.getByRole('button', { name: 'Record the decision' }))
  await screen.findByText('Decided otherwise because: His mother is with us too.')
  expect(keeper.outbox().flatMap(({ change }) => change.edits)).toMatchObject([
    {
      op: 'edit',
      id,
      fields: {
        eligibility: {
          to: {
            ruleSet: 'Community Connect 2017',
            version: 1,
            outcome: 'not-eligible',
            override: { to: 'eligible', reason: 'His mother is with us too.' },
            by: grace.id,
          },
        },
      },
    },
  ])
})

test('a decision names its version for good, and says that newer rules are in force', async () => {
  const eligibility = {
    ruleSet: 'Community Connect 2017',
    version: 1,
    outcome: 'eligible',
    on: '2026-11-03',
    by: grace.id,
  }
  const { id, records } = referred({ dateOfBirth: '1990-05-06', practice }, { eligibility })
  const newer = stored('ruleSet', v7(), null, rulesFrom2020)
  const { open } = await workspaceWith([westwood, colleague, newer, ...records])
  open(routes, `/referrals/${id}`)
  await screen.findByText(/By Community Connect 2017, version 1: meets the criteria/)
  await screen.findByText(/Newer rules are in force/)
  expect(screen.queryByRole('button', { name: 'Record the decision' })).toBeNull()
})

test('danger: whom to ring comes before anything is filled in, and what was done is written on the referral', async () => {
  const { id, records } = referred({}, {})
  const { open, keeper } = await workspaceWith([westwood, colleague, ...records])
  const user = userEvent.setup()
  open(routes, `/referrals/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Somebody may be in danger' }))
  expect(screen.getByRole('link', { name: 'Ring 999' }).getAttribute('href')).toBe('tel:999')
  await user.type(await screen.findByRole('textbox', { name: 'What was said or seen' }), 'Has tablets ready')
  await user.type(screen.getByRole('textbox', { name: 'What was done' }), 'Rang 999 at ten')
  await user.click(screen.getByRole('button', { name: 'Write it down' }))
  await screen.findByText('What was done: Rang 999 at ten')
  const [edit] = keeper.outbox().flatMap(({ change }) => change.edits)
  expect(edit).toMatchObject({
    fields: { urgent: { to: { risk: 'Has tablets ready', action: 'Rang 999 at ten' } } },
  })
})
