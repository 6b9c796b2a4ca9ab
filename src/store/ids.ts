import { v7 } from 'uuid'

/** A new id: UUIDv7, made on the device, ordered by time for nothing but tidiness. */
export const newId = (): string => v7()
