import { NativeSelect, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import type { ClientBody } from '#domain/client/client.ts'
import { calledName, clientName } from '#domain/client/name.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'

const SOMEBODY_ELSE = ''
const FAMILY = 'Family or a friend'

export interface WhoFieldProps {
  file: string
  who: string
  onChange: (who: string) => void
}

/** Who does a step: the co-ordinator, the person, their family, an organisation they were referred to, or by name. */
export function WhoField({ file, who, onChange }: WhoFieldProps) {
  const { person } = useWorkspace()
  const offered = useOffered(file, person.name, who)
  const other = !offered.some(({ value }) => value === who)
  return (
    <div>
      <NativeSelect
        label="Who"
        value={other ? SOMEBODY_ELSE : who}
        data={[...offered, { value: SOMEBODY_ELSE, label: 'Somebody else…' }]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {other && (
        <TextInput
          mt="xs"
          label="Who is it?"
          value={who}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  )
}

function useOffered(file: string, me: string, who: string) {
  const client = useRecord('client', file)
  const referrals = useRecords('onwardReferral', { file })
  const organisations = useRecords('organisation')
  return useMemo(() => {
    const asked = new Set(referrals?.map(({ body }) => body.organisation))
    const providers = (organisations ?? []).filter(({ id }) => asked.has(id)).map(({ body }) => body.name)
    const name = client && nameOf(client.body, who)
    const others = [...(name ? [name] : []), FAMILY, ...providers].filter((each) => each !== me)
    return [{ value: me, label: 'Me' }, ...[...new Set(others)].map((each) => ({ value: each, label: each }))]
  }, [client, referrals, organisations, me, who])
}

/** The client as the plan calls them already: a step that says "Ida" is theirs as much as one that says "Ida Marsh". */
function nameOf(client: ClientBody, who: string): string {
  return who === calledName(client) ? who : clientName(client)
}
