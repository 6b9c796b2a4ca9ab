import { areaWords } from '../assessment/codeWords.ts'
import { lifeAreas } from '../assessment/assessment.ts'
import type { JsonObject } from '../json.ts'
import type { ServiceBody } from '../service/service.ts'

/** The two lists of terms that the directory is filed under. */
export const TAXONOMIES = {
  categories: {
    name: 'Categories',
    description: 'What kind of service it is, in the words of the service that keeps this directory.',
  },
  needs: {
    name: 'Areas of life',
    description: 'Which areas of a person’s life it helps with, as in the assessment of social prescribing.',
  },
} as const
export type TaxonomyName = keyof typeof TAXONOMIES

/** One word of a taxonomy. `code`: an area of life's own, which its name may outlive. */
export interface Term {
  taxonomy: TaxonomyName
  code: string
  name: string
}

/** An id of the standard's form for what has none, the same every time. */
export type IdFor = (text: string) => string

export const taxonomyId = (taxonomy: TaxonomyName, idFor: IdFor): string => idFor(`taxonomy/${taxonomy}`)
export const termId = ({ taxonomy, code }: Term, idFor: IdFor): string => idFor(`term/${taxonomy}/${code}`)

/** Every term of an entry. */
export function termsOf({ categories = [], needs = [] }: Pick<ServiceBody, 'categories' | 'needs'>): Term[] {
  return [
    ...[...new Set(categories)].map((name): Term => ({ taxonomy: 'categories', code: name, name })),
    ...[...new Set(needs)].map((code): Term => ({ taxonomy: 'needs', code, name: areaWords(code) })),
  ].filter(({ name }) => name.trim() !== '')
}

/** Every area of life, in use or not. */
export function areaTerms(): Term[] {
  return termsOf({ needs: [...lifeAreas] })
}

export function taxonomyOut(taxonomy: TaxonomyName, idFor: IdFor): JsonObject {
  return { id: taxonomyId(taxonomy, idFor), ...TAXONOMIES[taxonomy] }
}

export function termOut(term: Term, idFor: IdFor): JsonObject {
  const { taxonomy, code, name } = term
  return {
    id: termId(term, idFor),
    code,
    name,
    description: `Services filed under ${name}.`,
    taxonomy: TAXONOMIES[taxonomy].name,
    taxonomy_id: taxonomyId(taxonomy, idFor),
  }
}
