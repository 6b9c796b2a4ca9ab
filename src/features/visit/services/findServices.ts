import { isChosen, isRunning } from '#domain/directory/choose.ts'
import type { ServiceBody } from '#domain/service/service.ts'

export interface Findable {
  readonly id: string
  readonly body: ServiceBody
  readonly organisation: string
}

/**
 * The services that have every word somewhere, those with a word in their name first. Plain and without an index: a
 * borough's directory is some hundred entries.
 */
export function findServices(
  services: readonly Findable[],
  { words, need }: { words: string; need: string },
): Findable[] {
  const wanted = plain(words).split(' ').filter(Boolean)
  return services
    .filter(({ body }) => isRunning(body) && isChosen(body, need === '' ? {} : { need }))
    .filter((service) => wanted.every((word) => textOf(service).includes(word)))
    .toSorted((a, b) => rank(b, wanted) - rank(a, wanted) || a.body.name.localeCompare(b.body.name))
}

function rank({ body, organisation }: Findable, wanted: readonly string[]): number {
  const name = plain(body.name)
  const inName = wanted.filter((word) => name.includes(word)).length
  return inName * 2 + wanted.filter((word) => plain(organisation).includes(word)).length
}

function textOf({ body, organisation }: Findable): string {
  const { name, alternate_name, description, categories, needs, eligibility_description } = body
  return plain(
    [
      name,
      alternate_name,
      organisation,
      description,
      eligibility_description,
      ...(categories ?? []),
      ...(needs ?? []),
    ].join(' '),
  )
}

/** Without accents, marks and capitals, as people type on a tablet. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
