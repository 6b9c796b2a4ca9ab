// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { SETTINGS_ID } from '#domain/settings/settings.ts'
import { stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { EmergencyNumbers } from './EmergencyNumbers.tsx'

afterEach(cleanup)

const routes = [{ path: '/', Component: EmergencyNumbers }]
const rings = () => screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])

test('999 and 111 are there before any setting has arrived', async () => {
  const { open } = await workspaceWith([])
  open(routes, '/')
  expect(rings()).toEqual([
    ['Ring 999', 'tel:999'],
    ['Ring 111', 'tel:111'],
  ])
})

test('whom the service named comes after them', async () => {
  const crisis = { id: 'c', label: 'Crisis line', number: '020 7946 0999', note: 'day and night' }
  const { open } = await workspaceWith([stored('settings', SETTINGS_ID, null, { urgentNumbers: [crisis] })])
  open(routes, '/')
  await screen.findByText(/Crisis line/)
  expect(rings()[2]).toEqual(['Ring Crisis line 020 7946 0999: day and night', 'tel:02079460999'])
})
