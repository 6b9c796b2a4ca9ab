/** How a command ended: what it says, and the same for programs. */
export interface Outcome {
  ok: boolean
  said: string[]
  json: Record<string, unknown>
}

export function count(many: number, what: string): string {
  return `${many.toLocaleString('en-GB')} ${what}${many === 1 ? '' : 's'}`
}
