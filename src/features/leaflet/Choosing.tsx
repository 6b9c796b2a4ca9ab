import { Checkbox, Radio, Stack, Textarea } from '@mantine/core'
import { IconEar } from '@tabler/icons-react'
import { isPrintedFor, type Leaflet, needsAnotherLanguage } from '#domain/leaflet/leaflet.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import { AddService } from './AddService.tsx'
import classes from './Leaflet.module.css'
import type { Choice } from './useLeaflet.ts'

export interface ChoosingProps {
  directory: Directory
  choices: readonly Choice[]
  leaflet: Leaflet
  change: (next: Partial<Leaflet>) => void
  /** The client's communication needs, and what to call them; null where it is for anybody. */
  needs: { name: string; needs: readonly string[] } | null
  /** Whether services of the directory are added here, or chosen elsewhere. */
  mayAdd: boolean
}

/** What is on the leaflet, and how it is printed. */
export function Choosing({ directory, choices, leaflet, change, needs, mayAdd }: ChoosingProps) {
  return (
    <>
      {needs && needs.needs.length > 0 && <Needs {...needs} />}
      <Section title="On the leaflet">
        {choices.length === 0 ? (
          <EmptyState title="No services yet">
            {mayAdd ? 'Add some from the directory.' : 'Choose some in the visit first.'}
          </EmptyState>
        ) : (
          <Services choices={choices} leaflet={leaflet} change={change} />
        )}
        {mayAdd && (
          <AddService
            directory={directory}
            on={choices.map(({ service }) => service)}
            add={(service) => change({ services: [...leaflet.services, service] })}
          />
        )}
      </Section>
      <Section title="In your own words">
        <Textarea
          label="A note"
          description="It is printed on top. Others may read it too."
          value={leaflet.note}
          minRows={2}
          autoComplete="off"
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </Section>
      <Section title="Print">
        <Print leaflet={leaflet} change={change} />
      </Section>
    </>
  )
}

function Needs({ name, needs }: { name: string; needs: readonly string[] }) {
  return (
    <Notice icon={<IconEar size={22} />} title={`Talking with ${name}: ${needs.join('; ')}`}>
      {needsAnotherLanguage(needs) && (
        <p className={classes['line']}>
          The leaflet is in English. Go through it together, or with whoever interprets.
        </p>
      )}
      {isPrintedFor(needs) && (
        <p className={classes['line']}>
          The print below was chosen with that in mind. Change it if it does not fit.
        </p>
      )}
    </Notice>
  )
}

function Services({ choices, leaflet, change }: Pick<ChoosingProps, 'choices' | 'leaflet' | 'change'>) {
  const tick = (service: string, ticked: boolean) =>
    change({ ticked: { ...leaflet.ticked, [service]: ticked } })
  return (
    <ul className={classes['services']}>
      {choices.map(({ service, ticked, told, agreed, running }) => (
        <li key={service}>
          <Checkbox
            label={told.name}
            description={[told.runBy, agreed.as === 'open' ? '' : told.agreed].filter(Boolean).join('. ')}
            checked={ticked}
            onChange={(event) => tick(service, event.currentTarget.checked)}
          />
          {!running && <Pill>Not running now</Pill>}
          {agreed.as === 'open' && <Pill tone="amber">They have not said yes to the referral yet</Pill>}
        </li>
      ))}
    </ul>
  )
}

function Print({ leaflet, change }: Pick<ChoosingProps, 'leaflet' | 'change'>) {
  return (
    <Stack gap="md">
      <Radio.Group
        label="How large"
        value={leaflet.size}
        onChange={(size) => change({ size: size === 'larger' ? 'larger' : 'large' })}
      >
        <Stack gap="sm" mt="xs">
          <Radio size="md" value="large" label="Large print" />
          <Radio size="md" value="larger" label="Even larger" />
        </Stack>
      </Radio.Group>
      <Checkbox
        label="A QR code beside each service"
        description="Without it the list is plainer."
        checked={leaflet.codes}
        onChange={(event) => change({ codes: event.currentTarget.checked })}
      />
    </Stack>
  )
}
