import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Played } from './histories.ts'
import type { History } from './steps.ts'
import type { Job } from './worker.ts'

export interface Asked {
  histories: number
  seed: number
  plant: string | null
  /** Histories to play besides, as they are. */
  saved?: History[]
  /** Stop everything at the first broken law. */
  untilBroken: boolean
  /** Look for the shortest history that still breaks it. */
  shorten: boolean
  /** On how many cores; all, unless told. */
  workers?: number
  onPlayed?: (played: Played) => void
}

/** Plays histories on all cores; answers them in the order of their seeds, or up to the first that broke a law. */
export async function run(asked: Asked): Promise<Played[]> {
  const { histories, seed, plant, saved = [] } = asked
  const by = Math.max(1, Math.min(asked.workers ?? availableParallelism(), histories))
  const played: Played[] = []
  const workers: Worker[] = []
  const heard = (one: Played) => {
    played.push(one)
    asked.onPlayed?.(one)
    if (asked.untilBroken && one.failure) for (const worker of workers) void worker.terminate()
  }
  const jobs = Array.from({ length: by }, (_, i): Job => ({
    plant,
    shorten: asked.shorten,
    seeds: histories > 0 ? { from: seed + i, to: seed + histories, by } : null,
    histories: i === 0 ? saved : [],
  }))
  await Promise.all(jobs.map((job) => work(job, heard, workers)))
  return played.toSorted((a, b) => a.seed - b.seed)
}

function work(job: Job, heard: (played: Played) => void, workers: Worker[]): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job })
  workers.push(worker)
  return new Promise((resolve, reject) => {
    worker.on('message', heard)
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}
