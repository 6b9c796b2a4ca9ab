import { err, ok, type Result } from '#domain/result.ts'
import { type Measure, scoredMeasures } from './scoreCommand.ts'

export const scoreOptions = { measure: { type: 'string' }, pack: { type: 'string' } } as const

interface Flags {
  template: boolean
  'dry-run': boolean
  measure?: string | undefined
  pack?: string | undefined
}

/** `score MEASURE FILE`, or `score --pack PACK FILE`; with --template no file. */
export function readScore(
  given: string[],
  flags: Flags,
): Result<{ measure: Measure; file: string | null }, string> {
  const pack = flags.pack ?? null
  const files = flags.template ? 0 : 1
  const isNamed = given.length === files + 1
  const fits = isNamed || (pack !== null && given.length === files)
  if (!fits || flags['dry-run'] || flags.measure !== undefined) {
    return err(`score takes the measure (${scoredMeasures.join(', ')}) or --pack FILE, and the file`)
  }
  const [measure, file] = isNamed ? [given[0] ?? null, given[1]] : [null, given[0]]
  return ok({ measure: { measure, pack }, file: file ?? null })
}
