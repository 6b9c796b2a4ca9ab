import { z } from 'zod'

/** A part of a plan as it was when its form was opened: taken as it lies on the device. Null for a new one. */
export function openedPart<Part extends { id: string }>() {
  return z.custom<Part | null>((part) => part === null || (typeof part === 'object' && 'id' in part))
}
