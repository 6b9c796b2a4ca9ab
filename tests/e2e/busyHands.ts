import type { Page } from 'playwright-core'
import { type AtWork } from './atWork.ts'
import { openNotes } from './notes.ts'

declare global {
  interface Window {
    noteBegun: (text: string) => Promise<void>
    noteAcknowledged: (text: string) => Promise<void>
  }
}

/**
 * Somebody who writes one note after another, as fast as the app lets them, in one client's file. What the app
 * acknowledged is remembered outside the browser, so that it can be killed at any moment.
 */
export class BusyHands {
  /** The notes that the screen has said are saved, in order. */
  readonly acknowledged: string[] = []
  readonly begun: string[] = []
  readonly #who: AtWork

  constructor(who: AtWork) {
    this.#who = who
  }

  /** Opens the notes in this browser and makes the hands ready in its page. */
  async sitDown(): Promise<void> {
    const { page } = this.#who
    await page.exposeFunction('noteBegun', (text: string) => void this.begun.push(text))
    await page.exposeFunction('noteAcknowledged', (text: string) => void this.acknowledged.push(text))
    await openNotes(page)
  }

  /** Writes until it has written so many, or the page is gone. */
  async write(prefix: string, notes: number): Promise<void> {
    await writeNotes(this.#who.page, prefix, notes)
  }
}

/** In the page: fills, presses Save, and calls a note acknowledged once the screen has emptied the field and said so. */
function writeNotes(page: Page, prefix: string, notes: number): Promise<void> {
  return page.evaluate(
    async ([name, count]) => {
      const frame = () => new Promise((resolve) => setTimeout(resolve, 4))
      const button = () =>
        [...document.querySelectorAll('button')].find(
          (each) => each.textContent === 'Save note' && !each.disabled,
        )
      for (let i = 0; i < count; i += 1) {
        const text = `${name} ${i}`
        const field = document.querySelector<HTMLTextAreaElement>('main textarea')
        if (!field) throw new Error('There is no note to write')
        while (field.readOnly) await frame()
        await window.noteBegun(text)
        // React looks at what its own setter was given; the prototype's is the browser's.
        Reflect.set(HTMLTextAreaElement.prototype, 'value', text, field)
        field.dispatchEvent(new Event('input', { bubbles: true }))
        while (!button()) await frame()
        button()?.click()
        while (field.value === text || field.readOnly) await frame()
        await window.noteAcknowledged(text)
      }
    },
    [prefix, notes] as const,
  )
}
