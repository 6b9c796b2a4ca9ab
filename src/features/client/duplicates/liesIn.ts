import type { KindName } from '#domain/kind/kinds.ts'
import type { View } from '#store/view.ts'

const nouns: Readonly<Partial<Record<KindName, [one: string, many: string]>>> = {
  referral: ['referral', 'referrals'],
  contact: ['contact', 'contacts'],
  visit: ['visit', 'visits'],
  response: ['assessment', 'assessments'],
  note: ['note', 'notes'],
  plan: ['plan', 'plans'],
  onwardReferral: ['referral on', 'referrals on'],
  signpost: ['service told about', 'services told about'],
  relatedPerson: ['person around them', 'people around them'],
  concern: ['concern', 'concerns'],
}

/** What of these views lies in a file itself, and not in one that is shown with it: '1 referral, 3 notes'. */
export function liesInWords(views: readonly View[], file: string): string {
  const own = views.filter((view) => (view.mergedFile ?? view.file) === file)
  const counted = Object.entries(nouns).flatMap(([kind, [one, many]]) => {
    const count = own.filter((view) => view.kind === kind).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return counted.length === 0 ? 'Nothing but these details' : counted.join(', ')
}
