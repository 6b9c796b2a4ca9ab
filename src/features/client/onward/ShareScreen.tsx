import { Stack, Textarea } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { editRecord } from '#domain/change/write.ts'
import { clientName } from '#domain/client/name.ts'
import { reshared } from '#domain/onwardReferral/shared.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { type ClientFile, useClientFile, useNames } from '../useClientFile.ts'
import { toShareOf } from './onwardForm.ts'
import { Preview } from './Preview.tsx'
import { ShareChoices } from './ShareChoices.tsx'

const shareFormSchema = z.object({ agreedToShare: z.array(z.string()), reason: z.string() })

/** What a service is told of somebody, altered: from the next contact on they see that and no more. */
export function ShareScreen() {
  const { clientId = '', referralId } = useParams()
  const file = useClientFile(clientId)
  const referral = file?.onwardReferrals.find(({ id }) => id === referralId)
  const name = file ? clientName(file.client.body) : 'Case file'
  const back = { to: `/clients/${clientId}?part=referrals`, label: name }
  return (
    <Page title="Change what is shared" back={back}>
      {file === undefined && <Loading />}
      {file && referral && <ShareForm key={referral.id} file={file} referral={referral} name={name} />}
      {(file === null || (file && !referral)) && (
        <EmptyState title="This referral is not on this device">
          It may belong to another team, or it has not come down yet.
        </EmptyState>
      )}
    </Page>
  )
}

interface FormProps {
  file: ClientFile
  referral: View<'onwardReferral'>
  name: string
}

function ShareForm({ file, referral, name }: FormProps) {
  const navigate = useNavigate()
  const names = useNames()
  const { body } = referral
  const told = body.shared?.['reason'] ?? body.reason
  const draft = useFormDraft({
    id: `onward-share:${referral.id}`,
    about: file.client.id,
    schema: shareFormSchema,
    begin: { agreedToShare: body.agreedToShare ?? [], reason: typeof told === 'string' ? told : '' },
  })
  if (!draft.state) return <Loading />
  const form = draft.state
  const leave = () => void navigate(`/clients/${file.client.id}?part=referrals`)
  const toShare = toShareOf(file, form.reason)
  const save = async () => {
    const saved = await draft.finish([editRecord(referral, reshared(body, form.agreedToShare, toShare))])
    if (saved === 'saved') tell('Changed. They see it at the next contact.')
    if (saved !== null) leave()
  }
  return (
    <>
      <Stack gap="lg">
        <ShareChoices
          name={name}
          agreed={form.agreedToShare}
          onChange={(agreedToShare) => draft.change({ ...form, agreedToShare })}
        />
        <Textarea
          label="Why this service, for them to read"
          value={form.reason}
          minRows={2}
          autoComplete="off"
          onChange={(event) => draft.change({ ...form, reason: event.currentTarget.value })}
        />
        <Preview
          who={names.organisation(body.organisation) ?? 'the service'}
          agreed={form.agreedToShare}
          toShare={toShare}
        />
      </Stack>
      <FormFoot
        draft={draft}
        label="Share this from now on"
        onSave={() => void save()}
        onLeave={() => void draft.discard().then(leave)}
      />
    </>
  )
}
