import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { choosePin, signInAs } from '../walking.ts'
import { type LaunchedBrowser, launchBrowser } from '../browser.ts'

// The app as something to install: what Chromium itself says of it, where its shortcuts lead, and a page that is not the app's.

const manifestSchema = z.looseObject({
  id: z.string(),
  shortcuts: z.array(
    z.looseObject({
      name: z.string(),
      url: z.string(),
      icons: z.array(z.looseObject({ src: z.string(), sizes: z.string() })),
    }),
  ),
  screenshots: z.array(z.looseObject({ src: z.string(), sizes: z.string() })),
  icons: z.array(z.looseObject({ src: z.string(), sizes: z.string(), purpose: z.string().optional() })),
})

let server: ServerProcess
let browser: LaunchedBrowser
let chromium: CDPSession

beforeAll(async () => {
  server = await demoServer()
  await server.start()
  browser = await launchBrowser()
  await browser.page.goto(server.url)
  await browser.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await browser.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  chromium = await browser.context.newCDPSession(browser.page)
})
afterAll(async () => {
  await browser.close()
  await server.end()
})

describe('Chromium finds nothing that keeps it from being installed', () => {
  test('no error of installability, none in the manifest', async () => {
    const { installabilityErrors } = await chromium.send('Page.getInstallabilityErrors')
    // A browser of a test may keep no profile; that says nothing of the app.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    const { errors, data } = await chromium.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(manifestSchema.parse(JSON.parse(data ?? '')).id).toBe('/')
  })

  test('every picture that the manifest names is there, and of the size that it says', async () => {
    const { data } = await chromium.send('Page.getAppManifest')
    const { icons, shortcuts, screenshots } = manifestSchema.parse(JSON.parse(data ?? ''))
    const pictures = [...icons, ...shortcuts.flatMap((one) => one.icons), ...screenshots].filter(
      ({ sizes }) => sizes !== 'any',
    )
    expect(pictures.length).toBeGreaterThan(6)
    const measured = await browser.page.evaluate(
      (sources) =>
        Promise.all(
          sources.map(async (src) => {
            const picture = new Image()
            picture.src = src
            await picture.decode()
            return `${picture.naturalWidth}x${picture.naturalHeight}`
          }),
        ),
      pictures.map(({ src }) => src),
    )
    expect(measured).toEqual(pictures.map(({ sizes }) => sizes))
  })
})

test('each shortcut leads somewhere for whoever is signed in, and Settings say that it is not installed', async () => {
  const { page, context } = browser
  await signInAs('grace@demo.test')({ page, context, url: server.url })
  await choosePin({ page, context, url: server.url })
  const { data } = await chromium.send('Page.getAppManifest')
  const { shortcuts } = manifestSchema.parse(JSON.parse(data ?? ''))
  expect(shortcuts.map(({ url }) => url)).toEqual(['/drop-in', '/directory', '/today'])
  for (const { url } of shortcuts) {
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, url)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByText('Doorstep is open in a browser.').waitFor()
})

test('the page of a service is the server’s, with the service worker at work', async () => {
  const { page } = browser
  const services = z.object({ contents: z.array(z.looseObject({ id: z.string(), name: z.string() })) })
  const { contents } = services.parse(
    await (await fetch(`${server.url}/api/oruk/services?search=parkrun`)).json(),
  )
  const [parkrun] = contents
  const answered = await page.goto(`${server.url}/services/${parkrun?.id}`)
  expect(answered?.fromServiceWorker()).toBe(false)
  await page.getByRole('heading', { name: parkrun?.name ?? '', level: 1 }).waitFor()
  await page.getByText('Every Saturday, 09:00 to 10:00').waitFor()
})
