/**
 * - `length`: not ten digits
 * - `check-digit`: the tenth digit does not follow from the other nine, so at least one was mistyped
 */
export type NhsNumberDoubt = 'length' | 'check-digit'

/**
 * What is odd about an NHS number as it was typed; null where nothing is. Modulus 11: the first nine digits
 * times 10 to 2; 11 minus the remainder is the tenth digit, 11 counts as 0, and 10 is never issued. Source: NHS
 * Data Dictionary, NHS NUMBER. Numbers from 999 on are for demonstration and are sound by the same rule.
 */
export function nhsNumberDoubt(typed: string): NhsNumberDoubt | null {
  const digits = nhsNumberDigits(typed)
  if (!/^\d{10}$/.test(digits)) return 'length'
  return checkDigit(digits) === Number(digits[9]) ? null : 'check-digit'
}

/** Without the spaces and dashes that people put between the groups. */
export function nhsNumberDigits(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '')
}

/** In groups as on NHS letters, `999 123 4567`; anything that has not ten digits stays as typed. */
export function formatNhsNumber(typed: string): string {
  const digits = nhsNumberDigits(typed)
  if (!/^\d{10}$/.test(digits)) return typed
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
}

/** 0 to 9, or 10 where no number with these nine digits exists. */
function checkDigit(digits: string): number {
  const sum = digits
    .slice(0, 9)
    .split('')
    .reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const rest = 11 - (sum % 11)
  return rest === 11 ? 0 : rest
}
