import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type History, historySchema } from './steps.ts'

const FOLDER = new URL('./regressions/', import.meta.url)

/** `law`: the one that was broken when the history was saved. */
const savedSchema = z.object({ law: z.string(), history: historySchema })

/** The histories that once broke a law. */
export function savedHistories(): History[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => savedSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))).history)
}
