import { Box, Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from 'react-router'
import { freshness } from '#domain/directory/freshness.ts'
import { useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { Section } from '#ui/Section.tsx'
import { CheckedToday, LastChecked } from '#words/upkeep/LastChecked.tsx'
import { ReportMistake } from '#words/upkeep/ReportMistake.tsx'
import classes from '../Directory.module.css'

/** Who checked the entry last and when, and what everybody can do so that it stays true. */
export function UpkeepPart({ service, now }: { service: View<'service'>; now: string }) {
  const { role } = useWorkspace().person
  return (
    <Section title="Is this right?">
      <p className={classes['description']}>
        <LastChecked service={service} />
        {freshness(service.body, now.slice(0, 10)).state !== 'fresh' && ' Ring before somebody sets out.'}
      </p>
      {service.body.feed && (
        <p className={classes['description']}>{`It comes from ${service.body.feed.source}.`}</p>
      )}
      <Group gap="sm" align="start">
        {(role === 'coordinator' || role === 'manager') && <CheckedToday service={service} />}
        {role === 'manager' && (
          <Button
            component={Link}
            to={`/directory/upkeep/${service.id}`}
            variant="default"
            leftSection={<IconPencil size={20} aria-hidden />}
          >
            Change the entry
          </Button>
        )}
      </Group>
      {/* Opened, it is as wide as the part: beside the buttons it would push beyond its edge. */}
      <Box mt="sm">
        <ReportMistake key={service.id} service={service} />
      </Box>
    </Section>
  )
}
