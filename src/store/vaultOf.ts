import { err, ok, type Result } from '#domain/result.ts'
import { type Person, personSchema } from '#protocol/account.ts'
import { attempt, succeeded, triesLeft } from '#vault/attempts.ts'
import { type Bytes, fromUtf8, utf8 } from '#vault/bytes.ts'
import { aesKey, openBytes, sealBytes } from '#vault/seal.ts'
import { newDataKey, openPinSlot, openRecoverySlot, pinSlot, recoverySlot } from '#vault/slots.ts'
import type { Device, EnrolledPerson } from './device.ts'
import type { KeepFault } from './faults.ts'

/** An opened vault: whose it is, and the key that opens what they keep. */
export interface OpenVault {
  person: Person
  key: CryptoKey
}

export type UnlockFault =
  | { code: 'wrongPin'; left: number }
  | { code: 'wait'; seconds: number }
  | { code: 'closed' }
  | { code: 'unknown' }
  | { code: 'kept'; fault: KeepFault }

/** Makes the vault of a person who is new on this device. */
export async function enrol(
  device: Device,
  person: Person,
  pin: string,
  recoveryKey: Bytes,
): Promise<Result<OpenVault, UnlockFault>> {
  const dataKey = newDataKey()
  const slots = {
    pin: await pinSlot(pin, dataKey, device.secret),
    recovery: await recoverySlot(recoveryKey, dataKey),
  }
  return keepOpened(device, person, dataKey, slots)
}

/** Opens the vault with the PIN, each try counted on the disk before it is made. */
export async function unlockWithPin(
  device: Device,
  id: string,
  pin: string,
  now: number,
): Promise<Result<OpenVault, UnlockFault>> {
  const tried = await tryPin(device, id, pin, now)
  if (!tried.ok) return tried
  const { enrolled, dataKey } = tried.value
  const key = await aesKey(dataKey)
  return ok({ person: await openPerson(enrolled, key), key })
}

/** Opens the vault with the key that the server gave to whoever signed in, and sets the PIN anew. */
export async function recover(
  device: Device,
  person: Person,
  pin: string,
  recoveryKey: Bytes,
): Promise<Result<OpenVault, UnlockFault>> {
  const enrolled = await device.person(person.id)
  const dataKey = enrolled && (await openRecoverySlot(enrolled.slots.recovery, recoveryKey))
  if (!enrolled || !dataKey) return err({ code: 'unknown' })
  const slots = { ...enrolled.slots, pin: await pinSlot(pin, dataKey, device.secret) }
  return keepOpened(device, person, dataKey, slots)
}

/** Wraps the same data key by a new PIN; what is sealed stays as it is. */
export async function changePin(
  device: Device,
  id: string,
  pin: { now: string; next: string },
  now: number,
): Promise<Result<void, UnlockFault>> {
  const tried = await tryPin(device, id, pin.now, now)
  if (!tried.ok) return tried
  const { enrolled, dataKey } = tried.value
  const slots = { ...enrolled.slots, pin: await pinSlot(pin.next, dataKey, device.secret) }
  return asUnlock(await device.keep({ ...enrolled, slots }))
}

async function tryPin(
  device: Device,
  id: string,
  pin: string,
  now: number,
): Promise<Result<{ enrolled: EnrolledPerson; dataKey: Bytes }, UnlockFault>> {
  const enrolled = await device.person(id)
  if (!enrolled) return err({ code: 'unknown' })
  const trying = attempt(enrolled.slots.pin, now)
  if (!trying.may)
    return err('closed' in trying ? { code: 'closed' } : { code: 'wait', seconds: trying.seconds })
  const counted = asUnlock(await device.keep(withPin(enrolled, trying.slot)))
  if (!counted.ok) return counted
  const dataKey = await openPinSlot(trying.slot, pin, device.secret)
  if (!dataKey)
    return err(trying.slot.closed ? { code: 'closed' } : { code: 'wrongPin', left: triesLeft(trying.slot) })
  const opened = withPin(enrolled, succeeded(trying.slot))
  const cleared = asUnlock(await device.keep(opened))
  return cleared.ok ? ok({ enrolled: opened, dataKey }) : cleared
}

function withPin(enrolled: EnrolledPerson, pin: EnrolledPerson['slots']['pin']): EnrolledPerson {
  return { ...enrolled, slots: { ...enrolled.slots, pin } }
}

/** Keeps anew who somebody is to the service; slots and key stay as they are. */
export async function keepPerson(
  device: Device,
  person: Person,
  key: CryptoKey,
): Promise<Result<void, KeepFault>> {
  const enrolled = await device.person(person.id)
  if (!enrolled) return err('lost')
  const { id, name, role } = person
  return device.keep({ ...enrolled, id, name, role, sealedPerson: await sealPerson(key, person) })
}

function sealPerson(key: CryptoKey, person: Person): Promise<Bytes> {
  return sealBytes(key, `person ${person.id}`, utf8(JSON.stringify(person)))
}

async function keepOpened(
  device: Device,
  person: Person,
  dataKey: Bytes,
  slots: EnrolledPerson['slots'],
): Promise<Result<OpenVault, UnlockFault>> {
  const key = await aesKey(dataKey)
  const sealedPerson = await sealPerson(key, person)
  const { id, name, role } = person
  const kept = asUnlock(await device.keep({ id, name, role, slots, sealedPerson }))
  return kept.ok ? ok({ person, key }) : kept
}

async function openPerson({ id, sealedPerson }: EnrolledPerson, key: CryptoKey): Promise<Person> {
  const parsed: unknown = JSON.parse(fromUtf8(await openBytes(key, `person ${id}`, sealedPerson)))
  return personSchema.parse(parsed)
}

function asUnlock(kept: Result<void, KeepFault>): Result<void, UnlockFault> {
  return kept.ok ? kept : err({ code: 'kept', fault: kept.error })
}
