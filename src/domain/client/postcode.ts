/** Area and district, then a digit and two letters; `C I K M O V` never end one (BS 7666, Royal Mail PAF). */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/

/** Whether the text has the form of a UK postcode, however it is spaced. Says nothing of whether it exists. */
export function isPostcode(typed: string): boolean {
  return POSTCODE.test(squeezed(typed))
}

/** `da161aa` becomes `DA16 1AA`; what has not the form of a postcode stays as typed. */
export function formatPostcode(typed: string): string {
  const match = POSTCODE.exec(squeezed(typed))
  return match ? `${match[1]} ${match[2]}` : typed
}

/** The district of a postcode, `DA16` of `da16 1aa`: a few streets' worth of visits; null where it has not the form. */
export function districtOf(typed: string | undefined): string | null {
  return POSTCODE.exec(squeezed(typed ?? ''))?.[1] ?? null
}

/**
 * A district as it was typed, or of a whole postcode: `DA16` of `da16`, `da16 1` and `da16 1aa`, so that never more than
 * that is kept. What begins like none, as the name of a place, stays as typed.
 */
export function districtTyped(typed: string): string {
  return districtOf(typed) ?? /^[A-Z]{1,2}\d[A-Z\d]?/.exec(typed.trim().toUpperCase())?.[0] ?? typed.trim()
}

/** Capitals without spaces: for comparing and for searching. */
export function squeezed(typed: string): string {
  return typed.replaceAll(/\s/g, '').toUpperCase()
}
