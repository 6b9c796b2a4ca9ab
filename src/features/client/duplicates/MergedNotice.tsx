import { Anchor } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { Link } from 'react-router'
import { lateValues } from '#domain/duplicates/mergeFiles.ts'
import { clientName } from '#domain/client/name.ts'
import { useDraftsOfFile, useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { Notice } from '#ui/Notice.tsx'
import type { Names } from '../useClientFile.ts'
import { labelOf, readField } from './fieldWords.ts'

/** In the head of a file: that it was merged from several, and what was written into a merged one since. */
export function MergedNotice(props: { client: View<'client'>; names: Names }) {
  const { mergedFile, file } = props.client
  return mergedFile !== undefined && file !== null ? <MergedAway head={file} /> : <MergedInto {...props} />
}

/** Seen only by who was writing here when it happened, or had begun to: see `HeadOfFile`. */
function MergedAway({ head }: { head: string }) {
  const client = useRecord('client', head)
  return (
    <Notice
      tone="accent"
      live
      icon={<IconArrowMerge size={22} />}
      title={`Merged into the file of ${client ? clientName(client.body) : 'the same person'}`}
      action={
        <Anchor component={Link} to={`/clients/${head}`} underline="always">
          Open that file
        </Anchor>
      }
    >
      Finish what you have begun here: it is saved, and shown there too.
    </Notice>
  )
}

function MergedInto({ client, names }: { client: View<'client'>; names: Names }) {
  const files = useRecords('client', { file: client.id, merged: true }) ?? []
  const merged = files.filter(({ id }) => id !== client.id)
  if (merged.length === 0) return null
  const late = merged.flatMap((file) => lateValues(client, file))
  const lead = (
    <Anchor component={Link} to={`/clients/${client.id}/merged`} underline="always">
      {late.length > 0 ? 'Take over or leave' : 'See what was merged'}
    </Anchor>
  )
  const title = `Merged from ${numbers[merged.length + 1] ?? merged.length + 1} files`
  return (
    <Notice
      tone={late.length > 0 ? 'amber' : 'plain'}
      icon={<IconArrowMerge size={22} />}
      title={title}
      action={lead}
    >
      {late.length > 0 &&
        `Also written in the merged file: ${late
          .map(({ field, now }) => `${labelOf(field)} ${readField(field, now, names) || 'removed'}`)
          .join('; ')}`}
      {merged.map(({ id }) => (
        <Begun key={id} file={id} />
      ))}
    </Notice>
  )
}

/** What somebody had begun in the merged file, and would not find again from here. */
function Begun({ file }: { file: string }) {
  const begun = useDraftsOfFile(file) ?? []
  if (begun.length === 0) return null
  return (
    <p>
      You had begun something in the merged file.{' '}
      <Anchor component={Link} to={`/clients/${file}`} underline="always">
        Go on with it
      </Anchor>
    </p>
  )
}

const numbers: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' }
