import type { Place } from './formIndex.ts'

/**
 * Why a form is refused. Each would change what is asked or what an answer means, so it's refused, not ignored.
 *
 * | code | |
 * |---|---|
 * | `not-a-questionnaire` | no JSON object with resourceType Questionnaire |
 * | `malformed` | a key with a value of the wrong shape; `about` is the key's path within the item |
 * | `unsupported-type` | an item type outside the subset (`time`, `url`, `attachment`, `reference`) |
 * | `unsupported-extension`, `modifier-extension` | `about` is its address |
 * | `duplicate-link-id`, `bad-link-id` | |
 * | `repeating-group`, `repeating-question-with-items` | repetition with something nested isn't supported |
 * | `empty-group`, `display-with-items` | FHIR invariant que-1 |
 * | `not-allowed-here` | a key that this item type can't have; `about` is the key |
 * | `read-only-required` | nobody could answer it |
 * | `no-options`, `bad-option`, `duplicate-option` | a choice without options, or with one that can't be read |
 * | `value-set` | `answerValueSet`: there's no terminology server on the doorstep |
 * | `bad-initial`, `bad-limit` | a start value, or a minValue or maxValue, that doesn't fit the question |
 * | `bad-unit` | a unit that is no coding, or stands at something else than a quantity |
 * | `unknown-question` | a condition on a linkId that isn't there; `about` is that linkId |
 * | `not-a-question` | a condition on a group or display |
 * | `bad-condition` | its answer is missing or of the wrong type, or its operator doesn't suit the question |
 * | `behavior-missing` | several conditions without enableBehavior (FHIR invariant que-12) |
 * | `circular-condition` | whether it's asked depends on itself |
 */
export type DefinitionProblemCode =
  | 'not-a-questionnaire'
  | 'malformed'
  | 'unsupported-type'
  | 'unsupported-extension'
  | 'modifier-extension'
  | 'duplicate-link-id'
  | 'bad-link-id'
  | 'repeating-group'
  | 'repeating-question-with-items'
  | 'empty-group'
  | 'display-with-items'
  | 'not-allowed-here'
  | 'read-only-required'
  | 'no-options'
  | 'bad-option'
  | 'duplicate-option'
  | 'value-set'
  | 'bad-initial'
  | 'bad-limit'
  | 'bad-unit'
  | 'unknown-question'
  | 'not-a-question'
  | 'bad-condition'
  | 'behavior-missing'
  | 'circular-condition'

/** `path`: `item[0].item[2]`, empty for the form itself; `linkId` where the item has one. */
export interface DefinitionProblem {
  readonly code: DefinitionProblemCode
  readonly path: string
  readonly linkId?: string
  readonly about?: string
}

export function problemAt(place: Place, code: DefinitionProblemCode, about?: string): DefinitionProblem {
  const named = { code, path: place.path, linkId: place.item.linkId }
  return about === undefined ? named : { ...named, about }
}
