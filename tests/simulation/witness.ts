import type { Change, Edit } from '#domain/change/change.ts'
import type { Receipt } from '#domain/change/receipt.ts'
import type { Draft } from '#store/workspace.ts'
import { canonicalJson } from '#server/reconcile/canonical.ts'
import type { Stored } from './laws/stored.ts'

export interface Acknowledged {
  change: Change
  device: number
  person: string
  at: number
}

export interface Breach {
  law: string
  found: string
}

/** Changes by id, with the tab and the moment in which they were acknowledged. */
type Saves = Map<string, { tab: object; at: number }>

/**
 * What really happened, as people saw it and as it passed over the wire: written down beside the code under test,
 * never asked of it.
 */
export class Witness {
  /** Every save that the screen said was kept, by change id. */
  readonly acknowledged = new Map<string, Acknowledged>()
  /** Refused changes that a person threw away or sent again, knowingly. */
  readonly letGo = new Set<string>()
  /** The last acknowledged state of each draft, by person and draft; null while its end is being decided. */
  readonly drafts = new Map<string, Draft | null>()
  /** What drafts would have saved whose finish the disk was lost over, by the same key. */
  readonly unsureFinishes = new Map<string, Edit[]>()
  readonly refusals = new Map<string, Receipt>()
  /** People whose role, team or access a manager has altered. */
  readonly altered = new Set<string>()
  /** How often the server went back to a backup. */
  restores = 0
  /** What stood in the server's history whenever it went back to a backup. */
  lostHistory: Stored['history'] = []
  readonly breaches: Breach[] = []
  /** How many records ended with a contested value: a history without any proves little. */
  contested = 0
  /** For each device the acknowledged changes that the server has not taken, with when they were acknowledged. */
  readonly #unsent = new Map<number, Saves>()
  /** For each device the acknowledged changes that its records need not show yet. */
  readonly #unshown = new Map<number, Saves>()
  readonly #seqs = new Map<string, number>()
  readonly #receipts = new Map<string, string>()
  readonly #trace: string[] = []

  saved(change: Change, by: { device: number; person: string; tab: object }, at: number): void {
    const { device, person } = by
    this.acknowledged.set(change.id, { change: structuredClone(change), device, person, at })
    const taken = this.#receipts.has(change.id) && !this.refusals.has(change.id)
    if (!taken) this.unsentOf(device).set(change.id, { tab: by.tab, at })
    this.unshownOf(device).set(change.id, { tab: by.tab, at })
  }

  unsentOf(device: number): Saves {
    return savesOf(this.#unsent, device)
  }

  unshownOf(device: number): Saves {
    return savesOf(this.#unshown, device)
  }

  /** Where in the order the server has taken a change; null where it has not, or nobody knows any more. */
  seqOf(change: string): number | null {
    return this.#seqs.get(change) ?? null
  }

  /** A receipt as it left the server. It is the same however often the change is sent, unless a manager decides, or its record comes. */
  answered(receipt: Receipt, device: number): void {
    const text = canonicalJson(receipt)
    const earlier = this.#receipts.get(receipt.change)
    const mayTurn = ['held', 'declined', 'unknownRecord'].includes(
      this.refusals.get(receipt.change)?.reason ?? '',
    )
    if (earlier !== undefined && earlier !== text && !mayTurn) {
      this.breach('A change is answered the same way however often it is sent', `${earlier} then ${text}`)
    }
    this.#receipts.set(receipt.change, text)
    if (receipt.outcome === 'refused') this.refusals.set(receipt.change, receipt)
    else {
      this.refusals.delete(receipt.change)
      this.#seqs.set(receipt.change, receipt.seq)
      this.unsentOf(device).delete(receipt.change)
    }
  }

  lettingGo(change: string, device: number): void {
    this.letGo.add(change)
    this.unsentOf(device).delete(change)
    this.unshownOf(device).delete(change)
  }

  /** The server went back to a backup, and knows no more of what it answered since. `history`: of before. */
  forgotten(history: Stored['history']): void {
    this.restores += 1
    this.lostHistory = [...this.lostHistory, ...history]
    this.#receipts.clear()
    this.#seqs.clear()
    this.#unshown.clear()
  }

  breach(law: string, found: string): void {
    if (!this.breaches.some((other) => other.law === law && other.found === found)) {
      this.breaches.push({ law, found })
    }
  }

  note(...what: (string | number)[]): void {
    this.#trace.push(what.join(' '))
  }

  get trace(): readonly string[] {
    return this.#trace
  }
}

function savesOf(all: Map<number, Saves>, device: number): Saves {
  const saves = all.get(device) ?? new Map<string, { tab: object; at: number }>()
  all.set(device, saves)
  return saves
}
