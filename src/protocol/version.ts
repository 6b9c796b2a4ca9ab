/**
 * The number of the wire protocol.
 *
 * | version | what changed                    |
 * |---------|---------------------------------|
 * | 1       | changes up, records down, pokes |
 */
export const PROTOCOL = 1

/** The versions that a server of this build serves with records. It takes changes from any older one. */
export const SERVED = { from: 1, to: 1 } as const
