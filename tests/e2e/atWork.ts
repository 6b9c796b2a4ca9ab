import type { Page } from 'playwright-core'
import { goTo } from './places.ts'
import { type LaunchedBrowser, launchBrowser } from './browser.ts'

export const PASSWORD = 'doorstep-demo-2026'
export const PIN = '246810'

/** Somebody at work on a device of their own: the app in a browser profile that outlives the browser. */
export class AtWork {
  readonly url: string
  readonly email: string
  #browser: LaunchedBrowser
  readonly #profile: string

  private constructor(url: string, email: string, browser: LaunchedBrowser) {
    this.url = url
    this.email = email
    this.#browser = browser
    this.#profile = browser.userDataDir
  }

  /** Signs in on a new device, chooses a PIN, and waits until everything has arrived. */
  static async arrive(url: string, email: string, profile: string): Promise<AtWork> {
    const browser = await launchBrowser({ userDataDir: profile })
    const somebody = new AtWork(url, email, browser)
    await somebody.page.goto(url)
    await somebody.signIn()
    await somebody.allSent()
    await somebody.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    return somebody
  }

  get page(): Page {
    return this.#browser.page
  }

  get context(): LaunchedBrowser['context'] {
    return this.#browser.context
  }

  async signIn(): Promise<void> {
    await this.page.getByLabel('Email').fill(this.email)
    await this.page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await this.page.getByRole('textbox', { name: 'New PIN' }).fill(PIN)
    await this.page.getByRole('textbox', { name: 'The same PIN again' }).fill(PIN)
    await this.page.getByRole('button', { name: 'Use this PIN' }).click()
    await this.page.getByRole('button', { name: 'Lock', exact: true }).waitFor()
  }

  async unlock(): Promise<void> {
    await this.page.getByLabel('PIN', { exact: true }).fill(PIN)
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).waitFor({ state: 'detached' })
  }

  /**
   * The battery dies in the middle of it all; later the device starts again, where it was. `before` is done in the
   * new browser before the app is opened in it.
   */
  async restart(how: 'kill' | 'close' = 'kill', before?: (page: Page) => Promise<void>): Promise<void> {
    const { url } = this
    const at = new URL(this.page.url()).pathname
    // A browser writes its cookies down at leisure; that somebody has to sign in again is not what is tried here.
    const cookies = await this.context.cookies()
    await this.#browser[how]()
    this.#browser = await launchBrowser({ userDataDir: this.#profile })
    await this.context.addCookies(cookies)
    await before?.(this.page)
    await this.page.goto(`${url}${at}`)
    await this.unlock()
  }

  /** Goes to a screen without reloading, which would lock. */
  place(name: string): Promise<void> {
    return goTo(this.page, name)
  }

  /** Opens a client's file by searching the caseload. */
  async openFile(search: string): Promise<void> {
    await this.place('Caseload')
    await this.page.getByRole('searchbox').first().fill(search)
    await this.page
      .getByRole('list')
      .getByRole('link', { name: new RegExp(search, 'i') })
      .first()
      .click()
  }

  status(words: RegExp): Promise<void> {
    return this.page.getByRole('link', { name: words }).first().waitFor({ timeout: 60_000 })
  }

  allSent(): Promise<void> {
    return this.status(/^All sent/)
  }

  async sync(): Promise<void> {
    await this.place('Sync')
    await this.page.getByRole('button', { name: /Send and receive now/ }).click()
  }

  leave(): Promise<void> {
    return this.#browser.close()
  }
}
