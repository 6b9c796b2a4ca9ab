import { IconChecklist } from '@tabler/icons-react'
import { clientName } from '#domain/client/name.ts'
import { overdueActions } from '#domain/plan/overdue.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import { formatDay } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Section } from '#ui/Section.tsx'
import type { TodaysWork } from './useToday.ts'

const AT_ONCE = 5

/** Steps of plans that were to be done by now, by whomever: each is asked after, and moved on in the file. */
export function OverdueSteps({ clients, today }: { clients: TodaysWork['clients']; today: string }) {
  const { person } = useWorkspace()
  const plans = useRecords('plan') ?? []
  const overdue = overdueActions(plans, clients, { coordinator: person.id, today })
  if (overdue.length === 0) return null
  return (
    <Section title="Steps that were due" look="plain">
      <List>
        {overdue.slice(0, AT_ONCE).map(({ file, action, by }) => {
          const client = clients.get(file)
          return (
            <ListRow
              key={action.id}
              to={`/clients/${file}?part=plan`}
              icon={<IconChecklist size={24} />}
              title={action.what}
              detail={`${client ? clientName(client.body) : ''} · ${action.who}, was due ${formatDay(by)}`}
            />
          )
        })}
        {overdue.length > AT_ONCE && (
          <ListRow to="/caseload?show=steps" title={`All ${overdue.length} steps that were due`} />
        )}
      </List>
    </Section>
  )
}
