/** Bounds of one import. A feed beyond them is refused, and nothing of it is taken. */
export interface FeedLimits {
  /** A page, a file or a table, unpacked. */
  documentBytes: number
  /** The document of one service. */
  serviceBytes: number
  /** All documents together. */
  feedBytes: number
  /** Values in one document: numbers, texts, lists, objects. */
  values: number
  pages: number
  services: number
  redirects: number
  /** Documents that are asked for at the same time. */
  atOnce: number
  /** Without a byte; for one document; for the whole feed. */
  idleMs: number
  documentMs: number
  feedMs: number
}

const MB = 1_000_000

export const LIMITS: FeedLimits = {
  documentBytes: 32 * MB,
  serviceBytes: 2 * MB,
  feedBytes: 256 * MB,
  values: 4_000_000,
  pages: 5_000,
  services: 20_000,
  redirects: 5,
  atOnce: 6,
  idleMs: 20_000,
  documentMs: 60_000,
  feedMs: 30 * 60_000,
}

/** What keeps a feed from being read: a sentence for the operator, with what would mend it where anything would. */
export class UnusableFeed extends Error {}

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MB)} MB`
}
