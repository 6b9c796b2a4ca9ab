import { Dexie, type EntityTable } from 'dexie'
import type { Role } from '#domain/staff/staff.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Person } from '#protocol/account.ts'
import { type Bytes, randomBytes } from '#vault/bytes.ts'
import type { Slots } from '#vault/slots.ts'
import { databaseNameOf } from './dexieKept.ts'
import type { KeepFault } from './faults.ts'
import { KeepError } from './kept.ts'
import { newId } from './ids.ts'
import { openOnly } from './openOnly.ts'

/** Somebody who has a vault here. The name is in the clear for the unlock screen; the rest is sealed. */
export interface EnrolledPerson {
  id: string
  name: string
  role: Role
  slots: Slots
  sealedPerson: Bytes
}

interface DeviceFact {
  name: 'device'
  id: string
  secret: Bytes
}

class DeviceDatabase extends Dexie {
  readonly people!: EntityTable<EnrolledPerson, 'id'>
  readonly facts!: EntityTable<DeviceFact, 'name'>

  constructor() {
    super('doorstep', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ people: 'id', facts: 'name' })
  }
}

/** What belongs to the device and not to a person: its name for the server, its secret, who has a vault here. */
export interface Device {
  readonly id: string
  readonly secret: Bytes
  people(): Promise<EnrolledPerson[]>
  person(id: string): Promise<EnrolledPerson | null>
  keep(person: EnrolledPerson): Promise<Result<void, KeepFault>>
  /** Deletes a person's database, then the vault. The caller has made sure that nothing in it is unsent. */
  forget(person: Person['id']): Promise<Result<void, KeepFault>>
}

/** @throws KeepError when the browser's database cannot be opened */
export async function openDevice(): Promise<Device> {
  const db = new DeviceDatabase()
  const guarded = await openOnly(db)
  const fact = await guarded(() => db.transaction('rw', db.facts, () => deviceFact(db)))
  return {
    id: fact.id,
    secret: fact.secret,
    people: () => guarded(() => db.people.toArray()),
    person: (id) => guarded(async () => (await db.people.get(id)) ?? null),
    keep: (person) => asResult(guarded(() => db.people.put(person))),
    forget: (person) =>
      asResult(
        guarded(async () => {
          await Dexie.delete(databaseNameOf(person))
          await db.people.delete(person)
        }),
      ),
  }
}

async function deviceFact(db: DeviceDatabase): Promise<DeviceFact> {
  const known = await db.facts.get('device')
  if (known) return known
  const made: DeviceFact = { name: 'device', id: newId(), secret: randomBytes(32) }
  await db.facts.add(made)
  return made
}

async function asResult(work: Promise<unknown>): Promise<Result<void, KeepFault>> {
  try {
    await work
    return ok(undefined)
  } catch (error) {
    if (error instanceof KeepError) return err(error.fault)
    throw error
  }
}
