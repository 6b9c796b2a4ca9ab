// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { ReportsScreen } from './ReportsScreen.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const routes = [{ path: '/reports', Component: ReportsScreen }]
const time = 'period=own&from=2026-01-01&to=2026-12-31'

function file(coordinator: string, reason: string) {
  const id = v7()
  const client = {
    firstName: 'Ida',
    familyName: 'Marsh',
    team: grace.team ?? '',
    coordinator,
    status: 'open',
  }
  const referral = { source: 'gp', date: '2026-03-01', reasons: [reason], status: 'seen' }
  return [stored('client', id, id, client), stored('referral', v7(), id, referral)]
}

const mine = Array.from({ length: 3 }, () => file(grace.id, 'carer')).flat()
const others = Array.from({ length: 7 }, () => file('sam', 'dementia')).flat()

const reasons = async () => {
  const table = await screen.findByRole('region', { name: 'Table: Reasons for referral' })
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)
}

test('a co-ordinator sees her own caseload of this device, and everybody’s when she asks', async () => {
  const fetch = vi.fn<() => Promise<never>>(() => Promise.reject(new TypeError('offline')))
  vi.stubGlobal('fetch', fetch)
  const { open } = await workspaceWith([...mine, ...others])
  const user = userEvent.setup()
  open(routes, `/reports?${time}`)
  expect(await reasons()).toEqual(['Carer3100%'])
  expect(screen.getByText(/^On this device/)).toBeTruthy()
  expect(screen.queryByText('Whole service')).toBeNull()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Co-ordinator' }), '')
  await waitFor(async () => expect(await reasons()).toEqual(['Dementia770%', 'Carer330%']))
  await user.click(screen.getByRole('checkbox', { name: /To be published/ }))
  await waitFor(async () =>
    expect(await reasons()).toEqual(['Carernot shownnot shown', 'Dementianot shownnot shown']),
  )
  expect(fetch).not.toHaveBeenCalled()
})

test('nobody in that time is said, with what to try', async () => {
  const { open } = await workspaceWith(mine)
  open(routes, '/reports?period=own&from=2020-01-01&to=2020-12-31')
  expect(await screen.findByText('Nothing to count here')).toBeTruthy()
})

test('days that are not yet days count nothing', async () => {
  const { open } = await workspaceWith(mine)
  open(routes, '/reports?period=own&from=2026-03-01&to=2026-01-01')
  expect(await screen.findByText(/Say from which day to which/)).toBeTruthy()
})

test('a manager’s report of the whole service is given up, asked for again, and without a signal says so', async () => {
  const manager = { ...grace, role: 'manager' as const }
  const asked: { url: string; signal: AbortSignal | null | undefined }[] = []
  let answers = false
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    if (!url.includes('/reports/')) return Promise.reject(new TypeError('offline'))
    asked.push({ url, signal: init?.signal })
    if (answers) return Promise.reject(new TypeError('offline'))
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')))
    })
  })
  const { open } = await workspaceWith([...mine, ...others], manager)
  const user = userEvent.setup()
  open(routes, `/reports?${time}&source=gp`)
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(await screen.findByText('Given up: nothing was counted.')).toBeTruthy()
  expect(asked.at(-1)?.signal?.aborted).toBe(true)
  expect(asked.at(-1)?.url).toBe(
    '/api/account/reports/referrals?from=2026-01-01&to=2026-12-31&cohort=activity&source=gp',
  )
  answers = true
  await user.click(screen.getByRole('button', { name: 'Count again' }))
  expect(await screen.findByText(/The whole service needs a signal/)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'On this device' }))
  expect(await reasons()).toEqual(['Dementia770%', 'Carer330%'])
})

test('others are told whom it is for', async () => {
  const { open } = await workspaceWith([], { ...grace, role: 'volunteer' })
  open(routes, '/reports')
  expect(await screen.findByText('This is for co-ordinators and managers')).toBeTruthy()
})
