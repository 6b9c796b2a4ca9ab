import { Button } from '@mantine/core'
import { IconDownload, IconHistory, IconHourglass, IconLock, IconTrash } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useSettings } from '#store/settings.ts'
import { Section } from '#ui/Section.tsx'
import { KeepLonger } from './KeepLonger.tsx'
import { ManagersFile } from './Managers.tsx'
import { Restriction } from './Restriction.tsx'
import classes from './Rights.module.css'
import { retentionWords } from './rightsWords.ts'
import type { WholeFile } from './useWholeFile.ts'

/** What a person has a right to about their file, and how long it is kept. */
export function RightsScreen() {
  return (
    <ManagersFile
      title="Rights and keeping"
      back={(client) => ({ to: `/clients/${client}?part=details`, label: 'Case file' })}
    >
      {(file, name) => (
        <>
          <Restriction key={file.client.id} client={file.client} merged={file.merged} />
          <Copy client={file.client.id} name={name} />
          <Keeping file={file} />
        </>
      )}
    </ManagersFile>
  )
}

function Copy({ client, name }: { client: string; name: string }) {
  return (
    <Section title="A copy for the person" icon={<IconDownload size={22} />}>
      <p className={classes['words']}>
        {name} may ask for everything that is kept about them. You look first at what speaks of other people,
        and choose what is left out of the copy. Nothing is altered in the file.
      </p>
      <div className={classes['links']}>
        <Button component={Link} to={`/clients/${client}/export`}>
          Make a copy
        </Button>
        <Button
          component={Link}
          to={`/audit?file=${client}`}
          variant="default"
          leftSection={<IconHistory size={20} aria-hidden />}
        >
          Who has looked at it
        </Button>
      </div>
    </Section>
  )
}

function Keeping({ file: { client, retention } }: { file: WholeFile }) {
  const { retentionYears } = useSettings()
  const kept = client.body.retention
  return (
    <Section title="How long it is kept" icon={<IconHourglass size={22} />}>
      <p className={classes['words']}>{retentionWords(retention, retentionYears)}</p>
      {kept && (
        <p className={classes['words']}>
          <IconLock size={18} aria-hidden /> Kept longer because: {kept.why}
        </p>
      )}
      <KeepLonger key={client.id} client={client} />
      <div className={classes['links']}>
        <Button
          component={Link}
          to={`/clients/${client.id}/destroy`}
          variant="default"
          leftSection={<IconTrash size={20} aria-hidden />}
        >
          Destroy the file…
        </Button>
      </div>
    </Section>
  )
}
