import { Button, Group } from '@mantine/core'
import { IconFileText, IconInfoCircle, IconSend } from '@tabler/icons-react'
import { Link } from 'react-router'
import { formatDay } from '#ui/dates.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Section } from '#ui/Section.tsx'
import { FindButton } from './onward/FindButton.tsx'
import { OnwardReferral } from './onward/OnwardReferral.tsx'
import type { ClientFile, Names } from './useClientFile.ts'

/** What was asked of services, with their answers; and apart from it what the person was only told about. */
export function ReferralsPart({ file, names }: { file: ClientFile; names: Names }) {
  const sent = file.onwardReferrals.toSorted((a, b) => b.body.madeOn.localeCompare(a.body.madeOn))
  const told = file.signposts.toSorted((a, b) => b.body.givenOn.localeCompare(a.body.givenOn))
  const refer = (
    <Group gap="sm" my="md">
      <Button
        component={Link}
        to={`/clients/${file.client.id}/onward/new`}
        leftSection={<IconSend size={20} aria-hidden />}
      >
        Refer to a service
      </Button>
      <FindButton file={file} />
      <Button
        component={Link}
        to={`/clients/${file.client.id}/leaflet`}
        variant="default"
        leftSection={<IconFileText size={20} aria-hidden />}
      >
        Leaflet to give
      </Button>
    </Group>
  )
  if (sent.length + told.length === 0) {
    return (
      <EmptyState title="No referrals out yet" icon={<IconSend size={36} />} action={refer}>
        Services are chosen from the directory, on a visit or here.
      </EmptyState>
    )
  }
  return (
    <>
      {refer}
      {sent.map((referral) => (
        <OnwardReferral
          key={referral.id}
          referral={referral}
          messages={file.messages.filter(({ body }) => body.onwardReferral === referral.id)}
          names={names}
        />
      ))}
      {told.length > 0 && (
        <Section title="Told about" look="plain">
          <List>
            {told.map(({ id, body }) => (
              <ListRow
                key={id}
                to={`/directory/${body.service}`}
                icon={<IconInfoCircle size={24} />}
                title={names.service(body.service)}
                detail={[`${formatDay(body.givenOn)}, ${names.staff(body.givenBy)}`, body.note]
                  .filter(Boolean)
                  .join('. ')}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
