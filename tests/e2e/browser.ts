import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { bundledChromium } from './bundled-chromium.ts'

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>

export type BrowserOptions = Omit<
  ContextOptions,
  'executablePath' | 'env' | 'headless' | 'chromiumSandbox'
> & {
  /** The profile's folder. Given: kept, so a later launch continues it. Left out: made anew and removed on close. */
  userDataDir?: string
}

export type LaunchedBrowser = {
  context: BrowserContext
  /** The page that the browser opened with. */
  page: Page
  userDataDir: string
  /** The process id of the browser itself (its renderers are children of it). */
  pid: number
  /** Ends the browser in good order. */
  close: () => Promise<void>
  /** SIGKILL to the browser and its children at once, as when a tablet's battery dies. The profile stays. */
  kill: () => Promise<void>
}

/** Every browser that is open now, for pictures of what went wrong. */
export const openBrowsers = new Set<BrowserContext>()

/** Chromium as root in a container, without a network of its own. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts a real Chromium, headless, on a profile on disk: British English, London time, service workers allowed.
 * Uses CHROMIUM_PATH, else the system's Chromium or Chrome, else the one that npm installed.
 *
 * @throws when no browser can be started, with what to do about it. Journeys never skip for the lack of one.
 */
export const launchBrowser = async ({
  userDataDir,
  args = [],
  ...options
}: BrowserOptions = {}): Promise<LaunchedBrowser> => {
  const profile = userDataDir ?? mkdtempSync(join(tmpdir(), 'doorstep-profile-'))
  const context = await start(profile, {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 820, height: 1180 },
    ...options,
    args: [...switches, ...args],
  })
  openBrowsers.add(context)
  context.once('close', () => openBrowsers.delete(context))
  const pid = await processIdOf(context)
  const forget = () => {
    if (userDataDir === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    userDataDir: profile,
    pid,
    close: async () => {
      await context.close()
      forget()
    },
    kill: () => killAndWait(context, pid),
  }
}

const start = async (profile: string, options: ContextOptions): Promise<BrowserContext> => {
  const { executablePath, env } = await findBrowser()
  try {
    return await chromium.launchPersistentContext(profile, {
      ...options,
      executablePath,
      env: { ...definedEnvironment(), ...env },
      headless: true,
      chromiumSandbox: false,
    })
  } catch (cause) {
    throw new Error(`The browser at ${executablePath} did not start. ${howToMend}`, { cause })
  }
}

const howToMend =
  'Set CHROMIUM_PATH to a Chromium or Chrome that starts on this machine, or run `npm ci` again to get the one ' +
  'that comes with the tests (Linux, x64 or arm64).'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const findBrowser = async (): Promise<{ executablePath: string; env: Record<string, string> }> => {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen))
      throw new Error(`CHROMIUM_PATH is ${chosen}, and there is no such file. ${howToMend}`)
    return { executablePath: chosen, env: {} }
  }
  const installed = systemBrowsers.find((path) => existsSync(path))
  if (installed !== undefined) return { executablePath: installed, env: {} }
  try {
    return await bundledChromium()
  } catch (cause) {
    throw new Error(`No browser to run the journeys in. ${howToMend}`, { cause })
  }
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

const processIdOf = async (context: BrowserContext): Promise<number> => {
  const browser = context.browser()
  if (browser === null)
    throw new Error('A persistent context without its browser: playwright-core has changed.')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const main = processInfo.find((process) => process.type === 'browser')
  if (main === undefined) throw new Error('The browser does not tell its process id.')
  return main.id
}

/** Playwright starts the browser as the leader of a process group, so the group's id is the browser's. */
const killAndWait = async (context: BrowserContext, pid: number): Promise<void> => {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  await closed
  await untilGone(pid)
}

/** The pipe to the browser breaks a little before the process is gone, and with it its hold on the profile. */
const untilGone = async (pid: number): Promise<void> => {
  const deadline = performance.now() + 10_000
  while (isAlive(pid)) {
    if (performance.now() > deadline) throw new Error(`The browser (process ${pid}) outlived a SIGKILL.`)
    await setTimeout(10)
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}
