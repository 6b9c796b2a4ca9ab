import type { Change, Edit } from '#domain/change/change.ts'
import { enrol } from '../accounts/join.ts'
import type { Ground } from '../accounts/ground.ts'
import type { SignIns } from '../accounts/signIns.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { DemoPerson, DemoService } from './demoService.ts'

export const DEMO_PASSWORD = 'doorstep-demo-2026'
/** Edits in one change, and changes in one transaction, while the demo is written. */
const EDITS = 100
const CHANGES = 50

/** Writes a demo service into an empty tenant, by the same code that takes the changes of devices. */
export async function seedDemo(
  ground: Ground,
  signIns: SignIns,
  tenant: string,
  demo: DemoService,
): Promise<void> {
  const manager = demo.people.find(({ role }) => role === 'manager')
  if (!manager) throw new Error('A demo service needs a manager')
  const users = await Promise.all(
    demo.people.map(({ name, email }) => signIns.saveUser({ name, email, password: DEMO_PASSWORD })),
  )
  await openService(ground, tenant, demo)
  for (const [i, person] of demo.people.entries()) {
    await enrolPerson(ground, tenant, person, users[i] ?? '', manager.id)
  }
  const changes = portions(demo.creates, EDITS).map((edits) => changeOf(edits, ground, tenant))
  for (const portion of portions(changes, CHANGES)) await write(ground, tenant, portion, manager.id)
}

async function openService(ground: Ground, tenant: string, { name, people }: DemoService): Promise<void> {
  const teams = new Set(people.flatMap(({ team }) => (team === null ? [] : [team])))
  await ground.database.transaction().execute(async (tx) => {
    await tx.updateTable('services').set({ name }).where('tenant', '=', tenant).execute()
    for (const id of teams)
      await tx.insertInto('teams').values({ tenant, id, name: 'Co-ordinators' }).execute()
  })
}

async function enrolPerson(
  ground: Ground,
  tenant: string,
  { id: staff, name, role, team, organisation }: DemoPerson,
  user: string,
  invitedBy: string,
): Promise<void> {
  await ground.database.transaction().execute((tx) =>
    enrol(tx, ground, {
      tenant,
      staff,
      name,
      role,
      team,
      organisation: organisation ?? null,
      user,
      invitedBy,
    }),
  )
}

function changeOf(edits: Edit[], { newId, now }: Ground, tenant: string): Change {
  return { id: newId(), device: tenant, at: now().toISOString(), app: 'demo', edits }
}

async function write(ground: Ground, tenant: string, changes: Change[], staff: string): Promise<void> {
  const author = { staff, role: 'manager', team: null, active: true } as const
  const push = { tenant, device: tenant, received: ground.now().toISOString(), changes }
  const { receipts } = await ground.database.transaction().execute((tx) =>
    reconcile(
      tx,
      push,
      async () => author,
      (_change, fault) => {
        throw fault
      },
    ),
  )
  const refused = receipts.find(({ outcome }) => outcome !== 'applied')
  if (refused) throw new Error(`The demo does not fit: ${refused.reason} ${refused.detail}`)
}

function portions<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
