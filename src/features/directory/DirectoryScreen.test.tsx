// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link, useLocation } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ServiceBody } from '#domain/service/service.ts'
import { stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { DirectoryScreen } from './DirectoryScreen.tsx'

afterEach(cleanup)
// The screen looks whether somebody has left already; jsdom stands at the root.
beforeEach(() => window.history.replaceState(null, '', '/directory'))

function Watched() {
  const { search } = useLocation()
  return (
    <>
      <Link to="/directory?need=money&near=DA16">From a file</Link>
      <output aria-label="Address">{decodeURIComponent(search)}</output>
      <DirectoryScreen />
    </>
  )
}
const routes = [{ path: '/directory/:serviceId?', Component: Watched }]

const organisation = v7()
function service(name: string, part: Partial<ServiceBody>) {
  return stored('service', v7(), null, { organization_id: organisation, name, status: 'active', ...part })
}
const records = [
  stored('organisation', organisation, null, { name: 'Age UK', description: '' }),
  service('Debt advice', { needs: ['money'], fees_description: 'Free' }),
  service('Befriending', { needs: ['people'], waiting_time: '6 to 8 months' }),
  service('Lunch club', { needs: ['people'], fees_description: '£4' }),
]

const found = async (list = 'Services found') =>
  within(await screen.findByRole('list', { name: list }))
    .getAllByRole('heading')
    .map((heading) => heading.textContent)
const address = () => screen.getByLabelText('Address').textContent

async function directory(at = '/directory') {
  const { open } = await workspaceWith(records)
  open(routes, at)
  await screen.findByRole('searchbox')
  return userEvent.setup()
}

test('what is typed with a slip is found, and is in the address once the hand rests', async () => {
  const user = await directory()
  await user.type(screen.getByRole('searchbox'), 'befrending')
  await waitFor(async () => expect(await found()).toEqual(['Befriending']))
  await waitFor(() => expect(address()).toBe('?q=befrending'))
})

test('what is chosen is in the address at once; what does not say so is listed to be asked', async () => {
  const user = await directory()
  await user.click(screen.getByRole('button', { name: 'Free' }))
  expect(await found()).toEqual(['Debt advice'])
  expect(await found('Services to ask')).toEqual(['Befriending'])
  screen.getByText('Ask about: cost')
  await waitFor(() => expect(address()).toBe('?cost=0'))
  await user.click(screen.getByRole('button', { name: 'Take away: Free' }))
  await waitFor(async () => expect(await found()).toHaveLength(3))
  await waitFor(() => expect(address()).toBe(''))
})

test('an address says it all, and another that is followed counts instead', async () => {
  const user = await directory('/directory?need=people&wait=4')
  expect(await found('Services to ask')).toEqual(['Lunch club'])
  await user.click(screen.getByRole('link', { name: 'From a file' }))
  await screen.findByRole('button', { name: 'Take away: Near DA16' })
  expect(await found()).toEqual(['Debt advice'])
})

test('nothing found says what to let go of, and how many that brings', async () => {
  const user = await directory('/directory?q=befriending&wait=4&need=people')
  const way = await screen.findByRole('button', { name: 'Any wait: 1 service' })
  screen.getByRole('button', { name: 'Without “befriending”: 1 service' })
  await user.click(way)
  expect(await found()).toEqual(['Befriending'])
})

test('services are picked, beside what is looked for, and let go of', async () => {
  const user = await directory('/directory?need=people')
  await user.click(await screen.findByRole('checkbox', { name: 'Choose Lunch club' }))
  await user.click(screen.getByRole('checkbox', { name: 'Choose Befriending' }))
  await waitFor(() => expect(address()).toMatch(/^\?need=people&pick=[\w-]{36},[\w-]{36}$/))
  const [, ids] = address().split('pick=')
  expect(screen.getByRole('link', { name: 'Leaflet or share' }).getAttribute('href')).toBe(
    `/leaflet?services=${ids}`,
  )
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  await waitFor(() => expect(address()).toBe('?need=people'))
})
