// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import type { CorrectionBody } from '#domain/correction/correction.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { EditEntryScreen } from './edit/EditEntryScreen.tsx'
import { UpkeepEntryScreen } from './entry/UpkeepEntryScreen.tsx'
import { UpkeepScreen } from './list/UpkeepScreen.tsx'
import { EntryScreen } from './provider/EntryScreen.tsx'
import { ProposeScreen } from './provider/ProposeScreen.tsx'

// A whole entry is many fields: on a busy machine they take their time.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const routes = [
  { path: '/directory', element: <p>The directory</p> },
  { path: '/directory/upkeep', Component: UpkeepScreen },
  { path: '/directory/upkeep/:serviceId', Component: UpkeepEntryScreen },
  { path: '/directory/:serviceId/edit', Component: EditEntryScreen },
  { path: '/entries/:serviceId', Component: EntryScreen },
  { path: '/entries/:serviceId/propose', Component: ProposeScreen },
]

const age = v7()
const mo = { ...grace, id: v7(), name: 'Mo', role: 'manager' as const, team: null }
const pat = {
  ...grace,
  id: v7(),
  name: 'Pat',
  role: 'provider' as const,
  team: null,
  organisation: { id: age, name: 'Age UK' },
}
const [id, other, report, proposal] = [v7(), v7(), v7(), v7()]
const body: ServiceBody = {
  organization_id: age,
  name: 'Befriending',
  status: 'active',
  email: 'old@example.org',
  description: 'Company at home',
  waiting_weeks: 2,
}
const entry = (more: Partial<ServiceBody> = {}) => stored('service', id, null, { ...body, ...more })
const correction = (key: string, more: Partial<CorrectionBody>) =>
  stored('correction', key, null, {
    service: id,
    organisation: age,
    side: 'staff',
    by: grace.id,
    at: new Date().toISOString(),
    status: 'open',
    ...more,
  })
const proposed = correction(proposal, {
  side: 'provider',
  byName: 'Pat, Age UK',
  proposed: { email: 'new@example.org', description: 'Company at home and out' },
  was: { email: 'old@example.org', description: 'Company' },
})
const ground = [stored('organisation', age, null, { name: 'Age UK', description: '' })]

type Workspace = Awaited<ReturnType<typeof workspaceWith>>
const editsOf = ({ keeper }: Workspace) => keeper.outbox().flatMap(({ change }) => change.edits)
const fieldsOf = (at: Workspace, record: string) =>
  editsOf(at).flatMap((edit) => (edit.op === 'edit' && edit.id === record ? [edit.fields] : []))

test('the list says why each entry is on it, who waits first, and how much of the directory was checked', async () => {
  const fresh = { ...body, name: 'Lunch club', assured_date: new Date().toISOString().slice(0, 10) }
  const at = await workspaceWith(
    [
      ...ground,
      entry(),
      stored('service', other, null, fresh),
      proposed,
      correction(report, { what: 'full' }),
    ],
    mo,
  )
  at.open(routes, '/directory/upkeep')
  await screen.findByText('1 of 2 services were checked in the last six months.')
  const rows = within(screen.getByRole('list', { name: 'To look at' })).getAllByRole('link')
  expect(rows.map((row) => row.textContent)).toEqual([
    'BefriendingAge UKReported: Full, or takes no referralsIts provider proposes a changeNever checkedReported',
  ])
})

test('whoever is no manager is not given a form that would be refused', async () => {
  const at = await workspaceWith([...ground, entry()])
  at.open(routes, `/directory/${id}/edit`)
  await screen.findByText('The managers keep the directory')
  expect(screen.queryByRole('button', { name: 'Save the entry' })).toBeNull()
})

test('of a proposal what the entry says anew stays unless it is chosen; the provider gets a word', async () => {
  const at = await workspaceWith([...ground, entry(), proposed], mo)
  const user = userEvent.setup()
  at.open(routes, `/directory/upkeep/${id}`)
  await screen.findByText('The entry, changed since')
  await user.type(screen.getByLabelText('A word to them'), 'Thank you')
  await user.click(screen.getByRole('button', { name: 'Take over 1 of 2' }))
  await screen.findByText('Taken over. Its provider is told.')
  expect(fieldsOf(at, id)).toEqual([{ email: { from: 'old@example.org', to: 'new@example.org' } }])
  expect(fieldsOf(at, proposal)).toMatchObject([
    { status: { from: 'open', to: 'taken' }, answer: { to: 'Thank you' }, decidedBy: { to: mo.id } },
  ])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByRole('button', { name: 'Take over 1 of 2' })
})

test('a report of a full service is dealt with in one tap', async () => {
  const at = await workspaceWith([...ground, entry(), correction(report, { what: 'full' })], mo)
  at.open(routes, `/directory/upkeep/${id}`)
  const reported = within(await screen.findByRole('region', { name: 'Reported' }))
  await userEvent.click(reported.getByRole('button', { name: 'Close it to referrals' }))
  await screen.findByText('Closed to referrals.')
  expect(fieldsOf(at, id)).toEqual([{ open_to_referrals: { from: null, to: false } }])
  expect(fieldsOf(at, report)).toMatchObject([{ status: { to: 'taken' } }])
})

test('what the feed says beside what was corrected here, and back to the feed', async () => {
  const { waiting_weeks: _weeks, ...values } = jsonObjectSchema.parse(body)
  const feed = { source: 'council', id: 'x', seen_on: '2026-11-01', values }
  const at = await workspaceWith([...ground, entry({ email: 'here@example.org', feed })], mo)
  at.open(routes, `/directory/upkeep/${id}`)
  await userEvent.click(await screen.findByRole('button', { name: 'Take the feed’s: email' }))
  await screen.findByText('It says what the feed says.')
  expect(fieldsOf(at, id)).toEqual([{ email: { from: 'here@example.org', to: 'old@example.org' } }])
})

test('a removal says why', async () => {
  const at = await workspaceWith([...ground, entry()], mo)
  const user = userEvent.setup()
  at.open(routes, `/directory/upkeep/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Take it out…' }))
  await user.click(screen.getByRole('button', { name: 'Take it out' }))
  expect(screen.getByText('Write why, so that others understand.')).toBeTruthy()
  await user.type(screen.getByLabelText('Why'), 'It is there twice')
  await user.click(screen.getByRole('button', { name: 'Take it out' }))
  await screen.findByText('Taken out of the directory.')
  expect(editsOf(at)).toMatchObject([{ op: 'remove', id, reason: 'It is there twice' }])
})

test('an edit changes what was typed, settles what it puts right, and undoes nothing that came meanwhile', async () => {
  const at = await workspaceWith([...ground, entry(), correction(report, { what: 'wrong-phone' })], mo)
  const user = userEvent.setup()
  at.open(routes, `/directory/${id}/edit?settles=${report}`)
  const [email] = await screen.findAllByLabelText('Email')
  if (!email) throw new Error('There is no email')
  await at.arrive([entry({ description: 'Written meanwhile' })])
  fireEvent.change(email, { target: { value: 'new@example.org' } })
  await user.click(screen.getByRole('button', { name: 'Add a phone number' }))
  fireEvent.change(screen.getByLabelText('Number'), { target: { value: '020 7946 0000' } })
  await user.click(screen.getByRole('button', { name: 'Save the entry' }))
  await screen.findByText('The entry is changed.')
  const [fields] = fieldsOf(at, id)
  expect(fields).toMatchObject({
    email: { from: 'old@example.org', to: 'new@example.org' },
    phones: { from: null, to: [{ number: '020 7946 0000' }] },
  })
  expect(Object.keys(fields ?? {})).toHaveLength(2)
  expect(fieldsOf(at, report)).toMatchObject([{ status: { to: 'taken' } }])
})

test('a provider says at once what is theirs, and nothing else goes with it', async () => {
  const at = await workspaceWith([entry()], pat)
  const user = userEvent.setup()
  at.open(routes, `/entries/${id}`)
  await user.click(await screen.findByRole('radio', { name: 'No, not at the moment' }))
  const weeks = screen.getByLabelText('How long is the wait, in weeks?')
  await user.clear(weeks)
  await user.type(weeks, 'nine')
  await user.click(screen.getByRole('button', { name: 'Say so' }))
  expect(screen.getByText('Type a whole number of weeks, 0 for no wait.')).toBeTruthy()
  await user.clear(weeks)
  await user.type(weeks, '9')
  await user.click(screen.getByRole('button', { name: 'Say so' }))
  await screen.findByText('Said. Everybody who refers people sees it.')
  const [fields] = fieldsOf(at, id)
  expect(fields).toMatchObject({
    open_to_referrals: { from: null, to: false },
    waiting_weeks: { from: 2, to: 9 },
    waiting_time: { from: null, to: '9 weeks' },
  })
  expect(Object.keys(fields ?? {})).toHaveLength(4)
})

test('a wait that is said again keeps its words, and one that is taken out goes', async () => {
  const said = { waiting_weeks: 30, waiting_time: '6 to 8 months', waiting_reported_on: '2026-01-01' }
  const at = await workspaceWith([entry(said)], pat)
  const user = userEvent.setup()
  at.open(routes, `/entries/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Say so' }))
  await expect
    .poll(() => fieldsOf(at, id).map((fields) => Object.keys(fields)))
    .toEqual([['waiting_reported_on']])
  await user.clear(screen.getByLabelText('How long is the wait, in weeks?'))
  await user.click(screen.getByRole('button', { name: 'Say so' }))
  await expect
    .poll(() => fieldsOf(at, id)[1])
    .toMatchObject({
      waiting_weeks: { to: null },
      waiting_time: { to: null },
      waiting_reported_on: { to: null },
    })
})

test('a provider proposes what differs, and is asked for none of what they say at once', async () => {
  const at = await workspaceWith([entry()], pat)
  const user = userEvent.setup()
  at.open(routes, `/entries/${id}/propose`)
  await user.click(await screen.findByRole('button', { name: 'Propose it' }))
  await screen.findByText('Nothing is different from how it reads now.')
  expect(screen.queryByLabelText('Weeks to wait')).toBeNull()
  const description = screen.getByLabelText('Description')
  fireEvent.change(description, { target: { value: 'Company at home and out' } })
  await user.click(screen.getByRole('button', { name: 'Propose it' }))
  await screen.findByText('Waits for the service')
  expect(editsOf(at)).toMatchObject([
    {
      op: 'create',
      kind: 'correction',
      body: {
        side: 'provider',
        organisation: age,
        byName: 'Pat, Age UK',
        proposed: { description: 'Company at home and out' },
        was: { description: 'Company at home' },
      },
    },
  ])
})
