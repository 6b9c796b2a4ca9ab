import { kindNamed } from '#domain/kind/kinds.ts'
import type { StoredRecord } from '#domain/record/record.ts'
import { canonicalJson } from '#server/reconcile/canonical.ts'
import type { Device } from '../device.ts'
import type { World } from '../world.ts'
import type { Stored } from './stored.ts'

/** Every device holds exactly what its person may see, as the server has it: no more, no less. */
export function devicesHoldWhatTheyMay({ devices, witness }: World, stored: Stored): void {
  for (const device of devices) {
    const keeper = device.leader?.open?.keeper
    if (!keeper) continue
    for (const record of stored.records.values()) {
      const held = keeper.record(record.id)
      const due = maySee(device, record, stored)
      const where = `device ${device.at}, ${record.kind} ${record.id}`
      if (due && !held) witness.breach('A device holds all that its person may see', where)
      if (!due && held) witness.breach('A device holds nothing that its person may not see', where)
      if (due && held && canonicalJson(held) !== canonicalJson(asShown(record))) {
        witness.breach(
          'What a device holds is what the server holds',
          `${where}: ${JSON.stringify(held)} instead of ${JSON.stringify(asShown(record))}`,
        )
      }
    }
    for (const id of keeper.recordIds) {
      if (!stored.records.has(id)) {
        witness.breach('A device holds nothing that the server does not', `device ${device.at}, ${id}`)
      }
    }
  }
}

/** The rule of who sees what, said once more and differently: from the client's team alone, without any index. */
function maySee({ person }: Device, record: StoredRecord, { records, members }: Stored): boolean {
  const member = members.get(person.id)
  if (!member || member.active === 0) return false
  const place = kindNamed(record.kind)?.place
  if (place === 'log') return false
  if (record.file === null) return member.role === 'manager' || place === 'directory'
  if (member.role === 'manager') return true
  const team = records.get(record.file)?.body['team']
  return member.role === 'coordinator' && team !== undefined && team === member.team
}

/** A removed record leaves the devices empty, unless somebody has yet to choose among what was written there. */
function asShown(record: StoredRecord): StoredRecord {
  const asked = Object.values(record.contested).some((values) => values.some((value) => !value.settled))
  return record.deleted && !asked ? { ...record, body: {} } : record
}
