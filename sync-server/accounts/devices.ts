import type { Ground } from './ground.ts'

export interface Contact {
  tenant: string
  device: string
  staff: string
  app: string | null
}

/** Contacts closer together than this are not written down: a pull should not cost a write to disk. Milliseconds. */
const WORTH_WRITING = 5 * 60_000
const MOST_REMEMBERED = 10_000

/** Remembers which device was there, with whom, and when last. */
export function deviceRegister({ database, now }: Ground): (contact: Contact) => Promise<void> {
  const written = new Map<string, number>()
  return async (contact) => {
    const key = `${contact.tenant} ${contact.device} ${contact.staff}`
    const at = now()
    if (at.getTime() - (written.get(key) ?? 0) < WORTH_WRITING) return
    if (written.size >= MOST_REMEMBERED) written.clear()
    written.set(key, at.getTime())
    const { tenant, device: id, staff, app } = contact
    const last_contact = at.toISOString()
    await database
      .insertInto('devices')
      .values({ tenant, id, staff, app, first_contact: last_contact, last_contact })
      .onConflict((clash) => clash.columns(['tenant', 'id', 'staff']).doUpdateSet({ app, last_contact }))
      .execute()
  }
}
