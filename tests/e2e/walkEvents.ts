import type { Page } from 'playwright-core'
import { v7 } from 'uuid'
import { z } from 'zod'
import { createRecord } from '#domain/change/write.ts'
import { personSchema } from '#protocol/account.ts'
import { Manager } from '#tests/fixtures/manager.ts'
import { PASSWORD } from './atWork.ts'
import { Colleague } from './colleague.ts'
import { firstOf, place, type Walking } from './walking.ts'

// What happens to people on their walks: colleagues who disagree, access that ends, work that is held.

/** Sam and Grace meet over the same client's phone number and “About me”. */
export async function disagree({ page, url }: Walking): Promise<void> {
  const [sam, grace] = await Promise.all([
    Colleague.signIn(url, 'sam@demo.test', PASSWORD),
    Colleague.signIn(url, 'grace@demo.test', PASSWORD),
  ])
  const clients = (await grace.records()).filter(({ kind, deleted }) => kind === 'client' && !deleted)
  const [first, second] = clients
  if (!first || !second) throw new Error('The demo has no clients')
  const edit = (client: typeof first, field: string, to: string) => ({
    op: 'edit' as const,
    kind: 'client',
    id: client.id,
    version: client.version,
    fields: { [field]: { from: client.body[field] ?? null, to } },
  })
  await sam.save([edit(first, 'phone', '020 7946 0105')])
  await grace.save([edit(first, 'phone', '020 7946 0150')])
  const roses =
    'Used to keep an allotment and misses it. Happiest with a cup of tea and somebody to talk to about roses.'
  await sam.save([edit(second, 'aboutMe', roses)])
  await grace.save([
    edit(second, 'aboutMe', 'Misses the allotment. Would like to meet people, but not in large groups.'),
  ])
  await sam.save([edit(second, 'mobile', '07700 900123')])
  await grace.save([edit(second, 'mobile', '07700 900321')])
  await page
    .getByText(/need you/)
    .first()
    .waitFor()
}

export async function staffOf(page: Page): Promise<string> {
  const me = await page.evaluate(async () => (await fetch('/api/account/me')).text())
  return personSchema.parse(JSON.parse(me)).id
}

/** Sam writes a note without a signal, and meanwhile his access ends. */
export async function endSam(at: Walking): Promise<void> {
  const { page, context, url } = at
  const staff = await staffOf(page)
  await place('Caseload')(at)
  await firstOf(/./)(at)
  await page.getByRole('tab', { name: 'Notes' }).click()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'New note' }).fill('They would like a call before each visit.')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page
    .getByText(/1 change waits/)
    .first()
    .waitFor()
  await (await Manager.signedIn(url)).alter(staff, { active: false })
  await context.setOffline(false)
  await page.getByRole('list', { name: 'With a manager' }).waitFor({ timeout: 60_000 })
}

export async function leaveOutSams(at: Walking): Promise<void> {
  const { page, url } = at
  const manager = await Manager.signedIn(url)
  const staff = await staffOf(page)
  const held = (await manager.held()).find(({ by }) => by === staff)
  await manager.decide(held?.hash ?? '', 'decline', 'Grace has written this down already.')
  await place('Sync')(at)
  await page.getByRole('button', { name: 'Send and receive now' }).click()
  await page.getByRole('link', { name: /Left out/ }).click()
  await page.getByText('Grace has written this down already.').waitFor()
}

/** Grace’s access ends and is reopened; what she sent in between is held. */
export async function holdSomething({ page, url }: Walking): Promise<void> {
  const grace = await Colleague.signIn(url, 'grace@demo.test', PASSWORD)
  const records = await grace.records()
  const client = records.find(({ kind, deleted }) => kind === 'client' && !deleted)
  const staff = records.find(({ kind, body }) => kind === 'staff' && body['name'] === 'Grace Lanternby')
  if (!client || !staff) throw new Error('The demo has no client or no Grace')
  const manager = await Manager.signedIn(url)
  await manager.alter(staff.id, { active: false })
  const { id, version, body } = client
  const phone = { from: body['phone'] ?? null, to: '020 7946 0199' }
  await grace.save([
    { op: 'edit', kind: 'client', id, version, fields: { phone } },
    createRecord('note', v7(), id, {
      text: 'Rang about the lift at the community centre. It is working again, and they would like to go on Tuesdays.',
      at: '2026-03-02T10:00',
      author: staff.id,
      about: 'call',
    }),
  ])
  await grace.save([
    {
      op: 'edit',
      kind: 'client',
      id,
      version,
      fields: { email: { from: body['email'] ?? null, to: 'new@example.org' } },
    },
  ])
  await manager.alter(staff.id, { active: true })
  await page.getByRole('link', { name: 'Refused' }).click()
  await page.getByRole('link', { name: 'To decide' }).click()
  await page.getByRole('list', { name: 'To decide' }).waitFor()
}

const pushed = z.object({ changes: z.array(z.object({ id: z.string() })) })

/** The service takes nothing any more. */
export const refuseAll = async ({ context }: Walking) => {
  await context.route('**/api/sync/changes', async (route) => {
    const { changes } = pushed.parse(route.request().postDataJSON())
    const receipts = changes.map(({ id }) => ({
      change: id,
      outcome: 'refused',
      seq: 1,
      reason: 'forbidden',
    }))
    await route.fulfill({ json: { receipts } })
  })
}
