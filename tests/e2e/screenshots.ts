import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exit, stdout } from 'node:process'
import { demoServer } from '#tests/fixtures/serverProcess.ts'
import { launchBrowser } from './browser.ts'
import { type Walk, walks } from './screens.ts'

// Every screen, in every size, light and dark: npm run screenshots [-- the name of a walk …]
// The pictures lie in ./screenshots/<walk>/<number>-<screen>.<size>.<scheme>.png

const sizes = {
  tablet: { width: 820, height: 1180 },
  'tablet-wide': { width: 1180, height: 820 },
  phone: { width: 390, height: 844 },
  office: { width: 1440, height: 900 },
} as const
const schemes = ['light', 'dark'] as const

const wanted = process.argv.slice(2)
const folder = resolve('screenshots')

if (process.env['DOORSTEP_APP_DIR'] === undefined) build()
const server = await demoServer()
await server.start()
const failed: string[] = []
try {
  for (const walk of walks) {
    if (wanted.length === 0 || wanted.includes(walk.walk)) failed.push(...(await take(walk, server.url)))
  }
} finally {
  await server.end()
}
for (const failure of failed) stdout.write(`Not taken: ${failure}\n`)
exit(failed.length > 0 ? 1 : 0)

function build() {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    {
      stdio: 'inherit',
    },
  )
  if (status !== 0) throw new Error('The app could not be built')
}

/** Walks on after a step that failed, so that one broken screen does not hide the others; gives up after three. */
async function take({ walk, steps }: Walk, url: string): Promise<string[]> {
  const into = join(folder, walk)
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  const { page, context, close } = await launchBrowser({ viewport: sizes.tablet, reducedMotion: 'reduce' })
  page.setDefaultTimeout(10_000)
  const missed: string[] = []
  for (const [i, { screen, go }] of steps.entries()) {
    const name = `${String(i + 1).padStart(2, '0')}-${screen}`
    try {
      await page.setViewportSize(sizes.tablet)
      await page.emulateMedia({ colorScheme: 'light' })
      await go({ page, context, url })
    } catch (error) {
      missed.push(`${walk}/${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
    await shoot(join(into, name))
    if (missed.length > 2) break
    stdout.write(`${walk}/${name}\n`)
  }
  await close()
  return missed

  async function shoot(path: string) {
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport)
      // As tall as the page, so that what sticks to an edge of the window is drawn at the edge of the picture.
      const tall = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, tall) })
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await page.waitForTimeout(60)
        await page.screenshot({ path: `${path}.${size}.${colorScheme}.png` })
      }
    }
  }
}
