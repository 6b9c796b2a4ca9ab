// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { askToInstall, useInstalling, watchInstalling, wayOf } from './installing.ts'

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
    5,
    'share-sheet',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
    5,
    'share-sheet',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
    0,
    'dock',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/131.0 Mobile/15E148 Safari/604.1',
    5,
    'share-sheet',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36',
    5,
    'android-menu',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0', 5, 'android-menu'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0',
    0,
    'desktop-menu',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 0, 'none'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0', 0, 'none'],
] as const)('%s with %i touch points installs by its %s', (userAgent, maxTouchPoints, way) => {
  expect(wayOf({ userAgent, maxTouchPoints })).toBe(way)
})

test('the browser offers it, is asked once, and says when it is done', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  watchInstalling()
  const { result } = renderHook(() => useInstalling())
  expect(result.current).toMatchObject({ installed: false, way: 'none' })

  const prompt = vi.fn<() => Promise<{ outcome: 'dismissed' }>>(async () => ({ outcome: 'dismissed' }))
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt })
  act(() => void dispatchEvent(offer))
  expect(offer.defaultPrevented).toBe(true)
  expect(result.current.way).toBe('prompt')

  await act(() => askToInstall())
  expect(prompt).toHaveBeenCalledTimes(1)
  expect(result.current).toMatchObject({ installed: false, way: 'none' })
  await act(() => askToInstall())
  expect(prompt).toHaveBeenCalledTimes(1)

  act(() => void dispatchEvent(new Event('appinstalled')))
  expect(result.current.installed).toBe(true)
})
