// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { DayField } from './DayField.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'

beforeAll(() => {
  // What jsdom lacks and Mantine asks for.
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { matches: false, media }))
  Element.prototype.scrollIntoView = () => undefined
})

afterEach(cleanup)

function Birth({ problem }: { problem?: string }) {
  const [value, setValue] = useState('1941-03-04')
  return (
    <MantineProvider env="test">
      <ErrorSummary problems={problem ? [{ field: 'born', text: problem }] : []} />
      <DayField id="born" label="Date of birth" value={value} onChange={setValue} error={problem ?? null} />
      <output>{value}</output>
    </MantineProvider>
  )
}

async function type(box: string, text: string) {
  const field = screen.getByRole('textbox', { name: box })
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

const value = () => screen.getByRole('status').textContent

it('takes a day in three boxes and keeps what is no day as it was typed', async () => {
  render(<Birth />)
  expect(screen.getByRole('group', { name: 'Date of birth' })).toBeTruthy()
  await type('Day', '31')
  expect(value()).toBe('1941-03-31')
  await type('Month', '2')
  expect(value()).toBe('31/2/1941')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Day' }).value).toBe('31')
  await type('Day', '28')
  expect(value()).toBe('1941-02-28')
})

it('takes the focus to the summary of what is wrong, and from there to the box', async () => {
  const { rerender } = render(<Birth />)
  rerender(<Birth problem="Check the date of birth" />)
  expect(document.activeElement).toBe(screen.getByRole('alert'))
  await userEvent.click(screen.getByRole('link', { name: 'Check the date of birth' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Day' }))
})
