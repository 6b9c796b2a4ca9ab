import { jsonObjectSchema, own, withKey } from '../json.ts'
import { type ServiceBody, serviceBody } from '../service/service.ts'
import { serviceFeedFields } from './feedFields.ts'

/** The entry with these fields as its feed has them, a correction given up; as it is where the feed would make no sense of it. */
export function takeFeeds(entry: ServiceBody, fields: readonly string[]): ServiceBody {
  const { feed } = entry
  if (!feed) return entry
  const body = jsonObjectSchema.parse(JSON.parse(JSON.stringify(entry)))
  const after = fields
    .filter((field) => serviceFeedFields.some((known) => known === field))
    .reduce((now, field) => withKey(now, field, own(feed.values, field) ?? null), body)
  return serviceBody.safeParse(after).data ?? entry
}
