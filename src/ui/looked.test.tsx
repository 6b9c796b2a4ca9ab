// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { markLooked, useLooked } from './looked.ts'

beforeEach(() => localStorage.clear())

test('how much was seen is remembered by person, and told at once', () => {
  const grace = renderHook(() => useLooked('grace'))
  const sam = renderHook(() => useLooked('sam'))
  act(() => markLooked('grace', 'r1', 2))
  act(() => markLooked('grace', 'r2', 1))
  act(() => markLooked('grace', 'r1', 3))
  expect(grace.result.current).toEqual({ r2: 1, r1: 3 })
  expect(sam.result.current).toEqual({})
})

test('only so much is kept, the oldest goes first', () => {
  for (let i = 0; i < 505; i++) markLooked('grace', `r${i}`, i + 1)
  const { result } = renderHook(() => useLooked('grace'))
  expect(Object.keys(result.current)).toHaveLength(500)
  expect(result.current['r0']).toBeUndefined()
  expect(result.current['r504']).toBe(505)
})
