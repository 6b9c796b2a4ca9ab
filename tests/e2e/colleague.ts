import { v7 } from 'uuid'
import { type Change, type Edit } from '#domain/change/change.ts'
import { receiptSchema } from '#domain/change/receipt.ts'
import { type Person, personSchema } from '#protocol/account.ts'
import { PROTOCOL } from '#protocol/version.ts'
import { pullPageSchema } from '#protocol/sync.ts'
import type { StoredRecord } from '#domain/record/record.ts'

/** A colleague at work elsewhere, by the wire alone: what their device sends and receives, without a screen. */
export class Colleague {
  readonly #url: string
  readonly #cookie: string
  readonly #device = v7()
  readonly person: Person

  private constructor(url: string, cookie: string, person: Person) {
    this.#url = url
    this.#cookie = cookie
    this.person = person
  }

  static async signIn(url: string, email: string, password: string): Promise<Colleague> {
    const answer = await fetch(`${url}/api/account/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}`)
    const person = personSchema.parse(await answer.json())
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])
    return new Colleague(url, cookie.join('; '), person)
  }

  /** Everything that this person may see. */
  async records(): Promise<StoredRecord[]> {
    const found: StoredRecord[] = []
    for (let query = ''; ;) {
      const answer = await fetch(`${this.#url}/api/sync/records?${query}`, { headers: this.#headers() })
      const page = pullPageSchema.parse(await answer.json())
      found.push(...page.records)
      if (!page.more) return found
      const { epoch, scopeVersion, seq } = page.checkpoint
      query = new URLSearchParams({ epoch, scopeVersion: `${scopeVersion}`, after: `${seq}` }).toString()
    }
  }

  /** Saves edits as one change and sends it; answers what the server made of it. */
  async save(edits: Edit[]): Promise<'applied' | 'contested' | 'refused'> {
    const change: Change = {
      id: v7(),
      device: this.#device,
      at: new Date().toISOString(),
      app: 'colleague',
      edits,
    }
    const answer = await fetch(`${this.#url}/api/sync/changes`, {
      method: 'POST',
      headers: { ...this.#headers(), 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: PROTOCOL, device: this.#device, changes: [change] }),
    })
    const said: unknown = await answer.json()
    if (typeof said !== 'object' || said === null || !('receipts' in said) || !Array.isArray(said.receipts)) {
      throw new Error(`The server took no change: ${answer.status} ${JSON.stringify(said)}`)
    }
    return receiptSchema.parse(said.receipts[0]).outcome
  }

  #headers(): Record<string, string> {
    return { cookie: this.#cookie, 'doorstep-device': this.#device }
  }
}
