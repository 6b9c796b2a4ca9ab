import { mkdirSync } from 'node:fs'
import { onTestFailed, beforeEach } from 'vitest'
import { openBrowsers } from './browser.ts'

/** A journey that fails leaves pictures of every open page behind, in the ignored folder `screenshots`. */
beforeEach(({ task }) => {
  onTestFailed(async () => {
    mkdirSync('screenshots', { recursive: true })
    const name = task.name.replaceAll(/\W+/g, '-').slice(0, 40)
    const pages = [...openBrowsers].flatMap((context) => context.pages())
    await Promise.allSettled(
      pages.map((page, i) => page.screenshot({ path: `screenshots/failed-${name}-${i}.png` })),
    )
  })
})
