import { type LifeArea, lifeAreas } from '../assessment/assessment.ts'
import needWords from './needWords.json' with { type: 'json' }

const words: Readonly<Record<LifeArea, readonly string[]>> = needWords

/**
 * The areas of life that a service is for, by the terms that its feed files it under. `needWords.json` says which words
 * lead to which area; a word counts where it begins a word of a term, `befriend` in “Telephone befriending”. A service whose
 * terms hold none of them has no needs, until somebody says which.
 */
export function needsOf(terms: readonly string[]): LifeArea[] {
  return lifeAreas.filter((area) => terms.some((term) => patterns[area].test(term)))
}

const patterns: Readonly<Record<LifeArea, RegExp>> = {
  people: patternOf('people'),
  home: patternOf('home'),
  money: patternOf('money'),
  health: patternOf('health'),
  caring: patternOf('caring'),
  work: patternOf('work'),
  'getting-about': patternOf('getting-about'),
  interests: patternOf('interests'),
  safety: patternOf('safety'),
}

function patternOf(area: LifeArea): RegExp {
  return new RegExp(`\\b(?:${words[area].join('|')})`, 'i')
}
