import type { z } from 'zod'
import { err, ok, type Result } from '../result.ts'
import { checkConditions } from './checkConditions.ts'
import { checkExtensions, checkItem } from './checkItem.ts'
import type { DefinitionProblem } from './definitionProblem.ts'
import { placesOf } from './formIndex.ts'
import { questionnaireSchema, type Questionnaire } from './questionnaire.ts'

/**
 * The door for every form: takes any JSON, and answers with a form that the engine can draw without changing its
 * meaning, or with all the reasons why not. A form in the wrong shape is told so first; what it means is checked
 * once its shape is right.
 */
export function checkQuestionnaire(json: unknown): Result<Questionnaire, DefinitionProblem[]> {
  const parsed = questionnaireSchema.safeParse(json)
  if (!parsed.success) return err(shapeProblems(parsed.error.issues, json))
  const form = parsed.data
  const places = placesOf(form)
  const found = [
    ...checkExtensions(form, { path: '' }),
    ...places.flatMap((place) => checkItem(place, places)),
    ...checkConditions(places),
  ]
  return found.length > 0 ? err(found) : ok(form)
}

/** Of something else altogether, there's no use in listing what it lacks. */
function shapeProblems(issues: readonly z.core.$ZodIssue[], json: unknown): DefinitionProblem[] {
  const otherThing = issues.some((issue) => issue.path.length === 0 || issue.path[0] === 'resourceType')
  if (otherThing) return [{ code: 'not-a-questionnaire', path: '' }]
  return issues.map((issue) => shapeProblem(issue, json))
}

function shapeProblem(issue: z.core.$ZodIssue, json: unknown): DefinitionProblem {
  const { path, linkId, rest } = nearestItem(issue.path, json)
  const about = rest.join('.')
  const code = about === 'type' ? 'unsupported-type' : about === 'linkId' ? 'bad-link-id' : 'malformed'
  return { code, path, ...(linkId === undefined ? {} : { linkId }), about }
}

/** Follows a path as far as it leads through items: that's the place to name; the rest lies within. */
function nearestItem(path: readonly PropertyKey[], json: unknown) {
  let node = json
  let depth = 0
  while (path[depth] === 'item' && typeof path[depth + 1] === 'number') {
    node = inside(inside(node, 'item'), path[depth + 1])
    depth += 2
  }
  const linkId = inside(node, 'linkId')
  const pairs = Array.from({ length: depth / 2 }, (_, pair) => `item[${String(path[pair * 2 + 1])}]`)
  return {
    path: pairs.join('.'),
    linkId: typeof linkId === 'string' ? linkId : undefined,
    rest: path.slice(depth).map(String),
  }
}

function inside(node: unknown, key: PropertyKey | undefined): unknown {
  if (typeof node !== 'object' || node === null || key === undefined) return undefined
  return Reflect.get(node, key)
}
