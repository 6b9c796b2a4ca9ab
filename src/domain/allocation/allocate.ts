import type { Edit } from '../change/change.ts'
import { editRecord, type Seen } from '../change/write.ts'
import type { ClientBody } from '../client/client.ts'

type SeenClient = Omit<Seen, 'body'> & { body: ClientBody }

/** To whom clients go: a co-ordinator with their team, or a team that has still to find one. `on`: the day of it. */
export interface Allocation {
  team: string
  coordinator: string | null
  on: string
}

/**
 * Gives clients to a co-ordinator or a team, as edits for one change. `all`: every client on this device; files that
 * were merged into one of those go with it to its team, as everything else of the person does.
 *
 * | given to                     | coordinator | team  | allocatedOn    |
 * |------------------------------|-------------|-------|----------------|
 * | a co-ordinator               | they        | theirs| the day        |
 * | the same one in the same team| as it was   | as it was | as it was  |
 * | a team                       | nobody      | it    | nothing: they wait |
 * | a file merged into it        | as it was   | the head's | as it was |
 */
export function allocate(clients: readonly SeenClient[], to: Allocation, all: readonly SeenClient[]): Edit[] {
  const given = clients.filter(({ body }) => !isWith(body, to))
  const heads = new Set(given.map(({ id }) => id))
  const into = new Map(all.map(({ id, body }) => [id, body.merged?.into]))
  const followers = all.filter(({ id }) => !heads.has(id) && leadsTo(heads, id, into))
  return [
    ...given.map((client) => editRecord(client, after(client.body, to))),
    ...followers.map((client) => editRecord(client, { ...client.body, team: to.team })),
  ].filter((edit) => edit !== null)
}

function isWith({ team, coordinator }: ClientBody, to: Allocation): boolean {
  return team === to.team && (coordinator ?? null) === to.coordinator
}

function after(before: ClientBody, { team, coordinator, on }: Allocation): ClientBody {
  const { coordinator: _coordinator, allocatedOn: _allocatedOn, ...rest } = before
  return coordinator === null ? { ...rest, team } : { ...rest, team, coordinator, allocatedOn: on }
}

/** Whether the file was merged into one of these, at once or through others; a ring of two tablets' merges ends. */
function leadsTo(
  heads: ReadonlySet<string>,
  id: string,
  into: ReadonlyMap<string, string | undefined>,
): boolean {
  const passed = new Set<string>()
  for (let at = into.get(id); at !== undefined && !passed.has(at); at = into.get(at)) {
    if (heads.has(at)) return true
    passed.add(at)
  }
  return false
}
