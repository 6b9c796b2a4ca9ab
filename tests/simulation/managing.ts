import { memberChangeSchema } from '#protocol/members.ts'
import { reviewListSchema } from '#protocol/review.ts'
import { people, personNames, teams } from './cast.ts'
import { type Random, randomOf } from './random.ts'
import type { ServerReply, ServerRequest } from './server.ts'
import type { StepOf } from './steps.ts'
import type { World } from './world.ts'

/** What a manager does in the office, over a good line: people move, and what was held is decided about. */
export async function alterMember(world: World, { salt }: StepOf<'alterMember'>): Promise<void> {
  const random = randomOf(salt)
  const name = random.pick(personNames.filter((one) => one !== 'mo')) ?? 'val'
  const { id } = people[name]
  const reply = await asManager(world, {
    method: 'PATCH',
    url: `/api/account/members/${id}`,
    body: memberChangeSchema.parse(changeOf(random)),
  })
  // Without an answer nobody knows whether it was done.
  if (!reply || reply.status === 200) world.witness.altered.add(id)
}

function changeOf(random: Random): unknown {
  const team = random.pick(Object.values(teams))
  const kind = random.next()
  if (kind < 0.6) return { role: 'coordinator', team, active: true }
  if (kind < 0.8) return { role: random.pick(['volunteer', 'manager']), active: true }
  return { active: random.chance(0.3) }
}

export async function review(world: World, { salt }: StepOf<'review'>): Promise<void> {
  const random = randomOf(salt)
  const listed = await asManager(world, { method: 'GET', url: '/api/account/refused?state=held' })
  if (listed?.status !== 200) return
  const item = random.pick(reviewListSchema.parse(JSON.parse(listed.body)).items)
  const decision = random.pick(['take', 'take', 'decline'])
  if (item)
    await asManager(world, { method: 'POST', url: `/api/account/refused/${item.hash}`, body: { decision } })
}

async function asManager(
  { server, witness }: World,
  { body, ...call }: Pick<ServerRequest, 'method' | 'url'> & { body?: unknown },
): Promise<ServerReply | null> {
  const headers = { cookie: `session=${people.mo.id}`, 'content-type': 'application/json' }
  const text = body === undefined ? undefined : JSON.stringify(body)
  const reply = await server.handle({ ...call, headers, body: text })
  witness.note('manager', call.method, reply?.status ?? 'none')
  if (reply?.status === 500) witness.breach('The server never fails over what a manager does', reply.body)
  return reply
}
