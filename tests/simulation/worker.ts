import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { plantBug } from './plants/plantBug.ts'
import { historySchema } from './steps.ts'

/** What a worker is to do: the seeds `from`, `from + by` … below `to`, or certain histories. */
export const jobSchema = z.object({
  plant: z.string().nullable(),
  seeds: z.object({ from: z.number(), to: z.number(), by: z.number() }).nullable(),
  histories: z.array(historySchema),
  /** Whether a history that breaks a law is shortened, which takes many plays. */
  shorten: z.boolean(),
})
export type Job = z.infer<typeof jobSchema>

const { plant, seeds, histories, shorten } = jobSchema.parse(workerData)
// Before anything else is loaded: what is planted is changed while it is read.
const planted = plant === null ? null : plantBug(plant)
const { openHistories } = await import('./histories.ts')
const { play, playSeed } = await openHistories(shorten)
planted?.checkAllIsIn()
for (const history of histories) parentPort?.postMessage(await play(history))
if (seeds) {
  for (let seed = seeds.from; seed < seeds.to; seed += seeds.by) parentPort?.postMessage(await playSeed(seed))
}
// Timeouts of requests that were answered long ago would keep the thread waiting.
process.exit()
