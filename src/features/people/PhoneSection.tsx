import { Button, Group, Stack } from '@mantine/core'
import { useMemo } from 'react'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import { useRecord } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { TextField } from '#ui/fields.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { KeptWords } from '#ui/KeptWords.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'

const phoneSchema = z.object({ phone: z.string() })

/** The number by which clients and services reach somebody at work: on leaflets, and with each referral. */
export function PhoneSection({ staff }: { staff: string }) {
  const record = useRecord('staff', staff)
  if (!record) return null
  return <PhoneForm key={staff} record={record} />
}

function PhoneForm({ record }: { record: View<'staff'> }) {
  const before = record.body.phone ?? ''
  const draft = useFormDraft({
    id: `staff-phone:${record.id}`,
    about: record.id,
    schema: phoneSchema,
    begin: useMemo(() => ({ phone: before }), [before]),
  })
  const { save } = useSave()
  if (!draft.state) return null
  const phone = draft.state.phone.trim()
  const keep = async () => {
    const after = withPhone(record.body, phone)
    if ((await draft.finish([editRecord(record, after)])) !== 'saved') return
    draft.restart({ phone })
    offerUndo('The number is changed.', async () => {
      if ((await save([editRecord({ ...record, body: after }, record.body)])) === 'saved')
        draft.restart({ phone: before })
    })
  }
  return (
    <Section title="Phone at work">
      <Stack gap="md">
        <TextField
          form={draft.state}
          field="phone"
          label="Number"
          type="tel"
          description="It is printed on leaflets, and told to services along with a referral."
          onText={(_, text) => draft.change({ phone: text })}
        />
        <Group>
          <Button disabled={phone === before} loading={draft.saving} onClick={() => void keep()}>
            Save the number
          </Button>
          <KeptWords kept={draft.kept} resumed={draft.resumed} />
          {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
        </Group>
      </Stack>
    </Section>
  )
}

/** An emptied number is none. */
function withPhone(body: View<'staff'>['body'], phone: string): View<'staff'>['body'] {
  const { phone: _, ...rest } = body
  return phone === '' ? rest : { ...rest, phone }
}
