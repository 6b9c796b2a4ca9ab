import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoServer } from '#tests/fixtures/serverProcess.ts'
import { launchBrowser } from '../browser.ts'
import { walks } from '../screens.ts'

// Every screen, light on a tablet and dark on a phone: axe finds nothing (WCAG 2.2 A and AA, best practices), and
// nothing has to be scrolled sideways on the narrowest screen, nor with the largest text (1.4.10 and 1.4.4).

const tablet = { width: 820, height: 1180 }
const phone = { width: 390, height: 844 }

// Two walks at a time, each beside a server of its own: axe keeps one core busy with each.
test.concurrent.each(walks)(
  'the screens of the walk “$walk”',
  async ({ steps }) => {
    const server = await demoServer()
    await server.start()
    const { page, context, close } = await launchBrowser({ viewport: tablet, reducedMotion: 'reduce' })
    page.setDefaultTimeout(20_000)
    const found: string[] = []
    try {
      for (const { screen, go } of steps) {
        await go({ page, context, url: server.url })
        found.push(...(await tooWide(page, screen)), ...(await violations(page, screen)))
      }
    } finally {
      await close()
      await server.end()
    }
    expect(found).toEqual([])
  },
  600_000,
)

/** Where the page is wider than the screen. The text's size is the one that Settings offer. */
async function tooWide(page: Page, screen: string): Promise<string[]> {
  const found: string[] = []
  for (const [width, text] of [
    [320, 'normal'],
    [390, 'largest'],
    [820, 'largest'],
  ] as const) {
    await page.evaluate((size) => localStorage.setItem('doorstep-text-size', size), text)
    await page.evaluate(
      (size) => document.documentElement.style.setProperty('--text-size', size),
      scale[text],
    )
    await page.setViewportSize({ width, height: 800 })
    const over = await widthTooMuch(page)
    if (over > 0) found.push(`${screen}, ${width} px, ${text} text: ${over} px too wide`)
  }
  await page.evaluate(() => localStorage.removeItem('doorstep-text-size'))
  await page.evaluate(() => document.documentElement.style.removeProperty('--text-size'))
  return found
}

/** A layout that follows the size of screen or text by script takes a moment; one that stays too wide is too wide. */
async function widthTooMuch(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const over = () => document.documentElement.scrollWidth - window.innerWidth
    const until = performance.now() + 1_000
    while (over() > 0 && performance.now() < until) await new Promise(requestAnimationFrame)
    return over()
  })
}

const scale = { normal: '100%', largest: '135%' } as const

async function violations(page: Page, screen: string): Promise<string[]> {
  const found: string[] = []
  for (const [viewport, colorScheme] of [
    [phone, 'dark'],
    [tablet, 'light'],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    for (const { id, nodes } of violations) {
      found.push(
        ...nodes.map(
          ({ target }) => `${screen}, ${viewport.width} px, ${colorScheme}: ${id} at ${target.join(' ')}`,
        ),
      )
    }
  }
  return found
}
