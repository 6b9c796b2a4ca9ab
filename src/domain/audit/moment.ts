/** A tablet may be without a signal for a season; one that says more has a clock that is wrong. */
const LONGEST_AWAY_DAYS = 92
const DAY_MS = 86_400_000

/**
 * When something was done, as far as the device can be believed: its own moment, unless that lies after its arrival or
 * longer before it than anybody works without a signal; then the arrival, by the server's clock. Orders lines for
 * reading and decides nothing.
 */
export function momentOf(at: string, received: string): string {
  const away = Date.parse(received) - Date.parse(at)
  return away >= 0 && away <= LONGEST_AWAY_DAYS * DAY_MS ? new Date(at).toISOString() : received
}
