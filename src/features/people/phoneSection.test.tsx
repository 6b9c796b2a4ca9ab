// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { PhoneSection } from './PhoneSection.tsx'

afterEach(cleanup)

test('a number is saved with its undo, and emptied it is gone', async () => {
  const sam = v7()
  const { open, workspace } = await workspaceWith([
    stored('staff', sam, null, { name: 'Sam', role: 'coordinator' }),
  ])
  let phone: string | undefined = 'not read'
  workspace.record$('staff', sam).subscribe((view) => {
    phone = view?.body.phone
  })
  open([{ path: '/', element: <PhoneSection staff={sam} /> }], '/')
  const hands = userEvent.setup()
  const field = await screen.findByRole('textbox', { name: 'Number' })
  await hands.type(field, '020 7946 0777')
  await hands.click(screen.getByRole('button', { name: 'Save the number' }))
  await waitFor(() => expect(phone).toBe('020 7946 0777'))
  await hands.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(phone).toBeUndefined())

  await hands.type(await screen.findByRole('textbox', { name: 'Number' }), '020 7946 0888')
  await hands.click(screen.getByRole('button', { name: 'Save the number' }))
  await waitFor(() => expect(phone).toBe('020 7946 0888'))
  await hands.clear(screen.getByRole('textbox', { name: 'Number' }))
  await hands.click(screen.getByRole('button', { name: 'Save the number' }))
  await waitFor(() => expect(phone).toBeUndefined())
})
