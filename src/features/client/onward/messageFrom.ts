import type { MessageBody } from '#domain/message/message.ts'
import type { OnwardReferralBody } from '#domain/onwardReferral/onwardReferral.ts'

/** A message of the service's on a referral that was made to an organisation. */
export function messageFrom(
  person: { id: string; name: string },
  { organisation = '' }: Pick<OnwardReferralBody, 'organisation'>,
  onwardReferral: string,
  text: string,
  more: Pick<MessageBody, 'asksForNews'> = {},
): MessageBody {
  const at = new Date().toISOString()
  return {
    onwardReferral,
    organisation,
    side: 'service',
    text,
    at,
    by: person.id,
    byName: person.name,
    ...more,
  }
}
