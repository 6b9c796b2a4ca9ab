import type { MessageBody } from '#domain/message/message.ts'
import type { View } from '#store/view.ts'

interface Writer {
  id: string
  name: string
  organisation?: { name: string } | null | undefined
}

/** A message of this organisation's on a referral, with the answer that it says, where it says one. */
export function messageFrom(
  { id, name, organisation }: Writer,
  referral: View<'onwardReferral'>,
  said: Pick<MessageBody, 'text' | 'answer'>,
): MessageBody {
  return {
    onwardReferral: referral.id,
    organisation: referral.body.organisation ?? '',
    side: 'provider',
    at: new Date().toISOString(),
    by: id,
    byName: organisation?.name ? `${name}, ${organisation.name}` : name,
    ...said,
  }
}
