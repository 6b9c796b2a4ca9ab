import { Button } from '@mantine/core'
import { IconClipboardText, IconPencilPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useDraftsOfFile } from '#store/react.ts'
import { formatMoment } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { responseTitle } from './timeline.ts'
import type { ClientFile } from './useClientFile.ts'

/** Every filled-in form of the file, the latest first; one that was put right stands in the other's place. */
export function FormsOfFile({ file: { client, responses } }: { file: ClientFile }) {
  const begun = (useDraftsOfFile(client.id) ?? []).filter(({ id }) => id.startsWith(`form:${client.id}`))
  const putRight = new Set(responses.flatMap(({ body }) => body.amends ?? []))
  const shown = responses
    .filter(({ id }) => !putRight.has(id))
    .toSorted((a, b) => b.body.authored.localeCompare(a.body.authored))
  return (
    <Section
      title="Forms"
      look="plain"
      actions={
        <Button
          component={Link}
          variant="default"
          to={`/clients/${client.id}/forms/new`}
          leftSection={<IconPencilPlus size={20} aria-hidden />}
        >
          {begun.length > 0 ? 'Go on with a form' : 'Fill in a form'}
        </Button>
      }
    >
      {shown.length > 0 && (
        <List label="Filled-in forms">
          {shown.map(({ id, body, pending }) => (
            <ListRow
              key={id}
              to={`/clients/${client.id}/responses/${id}`}
              icon={<IconClipboardText size={26} stroke={1.75} />}
              title={body.amends === undefined ? responseTitle(body) : `${responseTitle(body)}, put right`}
              detail={formatMoment(body.authored)}
              aside={pending ? <Pill>Not sent yet</Pill> : undefined}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
