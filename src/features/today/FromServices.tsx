import { IconClockQuestion, IconMessage } from '@tabler/icons-react'
import { clientName } from '#domain/client/name.ts'
import { useWorkspace } from '#store/react.ts'
import { useSettings } from '#store/settings.ts'
import { formatDay } from '#ui/dates.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useLooked } from '#ui/looked.ts'
import { answerLine } from '#words/onward.ts'
import { newsFor, type News } from './news.ts'
import { useOwnReferrals } from './useOwnReferrals.ts'
import { count } from './words.ts'

const SHOWN = 5

/** What services have answered or written since it was last looked at, and those that nobody has heard of. */
export function FromServices({ today }: { today: string }) {
  const { person } = useWorkspace()
  const looked = useLooked(person.id)
  const { quietDays } = useSettings()
  const referrals = useOwnReferrals()
  const news = newsFor(referrals, { looked, today, quietDays })
  if (news.length === 0) return null
  return (
    <Section
      title="From services"
      look="plain"
      actions={news.length > SHOWN ? <Pill>{news.length} in all</Pill> : undefined}
    >
      <List>
        {news.slice(0, SHOWN).map((each) => (
          <ListRow
            key={each.referral.id}
            to={`/clients/${each.referral.client.id}?part=referrals`}
            icon={each.about === 'quiet' ? <IconClockQuestion size={24} /> : <IconMessage size={24} />}
            title={clientName(each.referral.client.body)}
            detail={detailOf(each)}
            aside={<Pill tone="amber">{each.about === 'quiet' ? 'Ask for news' : 'New'}</Pill>}
          />
        ))}
      </List>
    </Section>
  )
}

function detailOf(news: News): string {
  const { serviceName = 'A service' } = news.referral.body
  if (news.about === 'quiet') return `${serviceName}: no news for ${count(news.days, 'day')}`
  const { answer, text } = news.latest
  return `${serviceName}: ${answer ? answerLine(answer, formatDay) : text}`
}
