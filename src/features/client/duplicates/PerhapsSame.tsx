import { Anchor } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'react-router'
import { clientName } from '#domain/client/name.ts'
import { candidatesFor } from '#domain/duplicates/candidates.ts'
import { mergeObstacle } from '#domain/duplicates/mergeFiles.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { Notice } from '#ui/Notice.tsx'
import { reasonWords } from './reasonWords.ts'

/** In the head of a file: another file that may be of the same person, the likeliest one. */
export function PerhapsSame({ client }: { client: View<'client'> }) {
  const clients = useDeferredValue(useRecords('client'))
  const likely = useMemo(() => {
    const found = candidatesFor({ ...client.body, id: client.id }, clients ?? [])
    return found.find(
      ({ file }) => mergeObstacle(client, file) === null && mergeObstacle(file, client) === null,
    )
  }, [client, clients])
  if (!likely) return null
  const { file, reasons } = likely
  return (
    <Notice
      icon={<IconUsers size={22} />}
      title={`Perhaps the same person as ${clientName(file.body)} in another file`}
      action={
        <Anchor component={Link} to={`/duplicates/${client.id}/${file.id}`} underline="always">
          Compare the two
        </Anchor>
      }
    >
      {reasonWords(reasons)}
    </Notice>
  )
}
