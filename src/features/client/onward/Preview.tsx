import { IconEye } from '@tabler/icons-react'
import { sharing, type ToShare } from '#domain/onwardReferral/shared.ts'
import { formatDay } from '#ui/dates.ts'
import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { sharedFacts } from '#words/onward.ts'

/** What a service will see, before it is sent: this and no more. */
export function Preview({
  who,
  agreed,
  toShare,
}: {
  who: string
  agreed: readonly string[]
  toShare: ToShare
}) {
  return (
    <Section title={`This is what ${who} will see`} icon={<IconEye size={22} />}>
      <Facts facts={sharedFacts(sharing(agreed, toShare), formatDay)} />
    </Section>
  )
}
