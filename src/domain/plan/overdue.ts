import type { ClientBody } from '../client/client.ts'
import type { Held } from '../record/held.ts'
import { isOverdue } from './board.ts'
import type { PlanBody } from './plan.ts'
import type { Action } from './steps.ts'

export interface OverdueAction {
  file: string
  plan: string
  action: Action
  by: string
}

/**
 * Steps whose day has passed, the longest first, of files that are open to work. Whose turn it is says nothing here:
 * a step that the client or a provider took on is asked after by the co-ordinator.
 */
export function overdueActions(
  plans: readonly Held<PlanBody>[],
  clients: ReadonlyMap<string, { body: Pick<ClientBody, 'status' | 'coordinator'> }>,
  { coordinator, today }: { coordinator: string; today: string },
): OverdueAction[] {
  return plans
    .flatMap(({ id, file, body }) =>
      body.actions
        .filter((action) => isOverdue(action, today))
        .map((action) => ({ file: file ?? '', plan: id, action, by: action.by ?? '' })),
    )
    .filter(({ file }) => {
      const client = clients.get(file)?.body
      return client?.status === 'open' && client.coordinator === coordinator
    })
    .toSorted((a, b) => a.by.localeCompare(b.by) || a.action.id.localeCompare(b.action.id))
}
