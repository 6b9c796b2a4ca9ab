import { type Json, type JsonObject, own, sameJson, withKey } from '../json.ts'
import { elementsOf } from '../merge/keyedList.ts'
import { type FieldRules, keyOf, ruleOf } from '../merge/rules.ts'
import { mergeSet } from '../merge/set.ts'

/**
 * Three ways: what an entry says after its feed went from `before` to `after`. The feed never asks: a field that was
 * corrected here stays, everything else follows.
 *
 * | the field here            | becomes                                                     |
 * |---------------------------|-------------------------------------------------------------|
 * | says what the feed said   | what the feed says now                                      |
 * | says something else       | stays                                                       |
 * | is a set                  | each element by itself                                      |
 * | is a keyed list           | each element by itself, and inside an element field by field |
 */
export function followFeed(
  here: JsonObject,
  before: JsonObject,
  after: JsonObject,
  fields: readonly string[],
  rules: FieldRules,
): JsonObject {
  return fields.reduce((body, field) => {
    const sides = [own(here, field), own(before, field), own(after, field)].map((value) => value ?? null)
    const [mine = null, was = null, now = null] = sides
    return withKey(body, field, followField(mine, was, now, field, rules))
  }, here)
}

function followField(mine: Json, was: Json, now: Json, field: string, rules: FieldRules): Json {
  if (sameJson(was, now)) return mine
  if (sameJson(mine, was)) return now
  switch (ruleOf(rules, field).merge) {
    case 'value':
      return mine
    case 'set':
      return unlessEmpty(mergeSet(mine, was, now))
    case 'keyed':
      return followList(mine, was, now, keyOf(rules, field))
  }
}

function followList(mine: Json, was: Json, now: Json, key: string): Json {
  const [here, before, after] = [elementsOf(mine, key), elementsOf(was, key), elementsOf(now, key)]
  if (!here || !before || !after) return mine
  const ids = [...new Set([...here.keys(), ...after.keys()])]
  return unlessEmpty(
    ids.flatMap((id) => {
      const element = followElement(here.get(id) ?? null, before.get(id) ?? null, after.get(id) ?? null)
      return element === null ? [] : [element]
    }),
  )
}

/** What was taken away here stays away; what was corrected here stays, even where the feed has it no longer. */
function followElement(mine: JsonObject | null, was: JsonObject | null, now: JsonObject | null): Json {
  if (sameJson(was, now)) return mine
  if (sameJson(mine, was)) return now
  if (mine === null || now === null) return mine
  return followFeed(mine, was ?? {}, now, Object.keys({ ...was, ...now }), {})
}

function unlessEmpty(list: Json[] | null): Json {
  return list && list.length > 0 ? list : null
}
