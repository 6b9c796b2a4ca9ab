// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { firstValueFrom } from 'rxjs'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { CareUseScreen } from './CareUseScreen.tsx'

afterEach(cleanup)

test('a use is entered, read back, and taken away again', async () => {
  const id = v7()
  const ida = { firstName: 'Ida', familyName: 'Marsh', team: grace.team ?? '', status: 'open' }
  const { open, workspace } = await workspaceWith([stored('client', id, id, ida)])
  const entered = async () =>
    (await firstValueFrom(workspace.records$('careUse', { file: id }))).map(({ body }) => body)
  const user = userEvent.setup()
  open([{ path: '/clients/:clientId/care-use', Component: CareUseScreen }], `/clients/${id}/care-use`)
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Choose what it was')).toBeTruthy()
  expect(await entered()).toEqual([])
  await user.selectOptions(screen.getByRole('combobox', { name: 'What it was' }), 'admission')
  await user.type(screen.getByLabelText('Day', { selector: 'input' }), '4')
  await user.type(screen.getByLabelText('Month'), '3')
  await user.type(screen.getByLabelText('Year'), '2026')
  await user.type(screen.getByLabelText('Cost in pounds'), '1,978.80')
  await user.type(screen.getByLabelText('Days in hospital'), '37')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const list = await screen.findByRole('list', { name: 'Entered so far' })
  expect(within(list).getByRole('listitem').textContent).toContain('Non-elective admission37 days£1,978.80')
  expect(await entered()).toEqual([{ what: 'admission', on: '2026-03-04', cost: 1978.8, days: 37 }])
  await user.click(screen.getByRole('button', { name: /^Take away: Non-elective admission/ }))
  expect(await screen.findByText('No figures yet')).toBeTruthy()
  expect(await entered()).toEqual([])
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('list', { name: 'Entered so far' })).toBeTruthy()
})
