import { firstValueFrom } from 'rxjs'
import { FactCollector } from '#domain/report/facts.ts'
import type { Report } from '#domain/report/report.ts'
import { kindsFor, reportSteps } from '#domain/report/reports.ts'
import type { Workspace } from '#store/workspace.ts'
import type { Choice } from './choice.ts'
import { tQuantile } from './tQuantile.ts'

/** Records in one go: between two the page takes a breath, so that a tap is answered. */
const SLICE = 200

interface Reading {
  workspace: Pick<Workspace, 'records$'>
  today: string
  names: ReadonlyMap<string, string>
  stop: AbortSignal
  /** How far it has come, of one. */
  onProgress: (part: number) => void
}

/** A report over what this device holds; the same function as the service's. Throws when it is stopped. */
export async function reportOnDevice({ name, filter, suppress }: Choice, reading: Reading): Promise<Report> {
  const { today, names, stop, onProgress } = reading
  const collector = new FactCollector()
  const kinds = kindsFor(name)
  for (const [i, kind] of kinds.entries()) {
    onProgress((0.7 * i) / kinds.length)
    const views = await firstValueFrom(reading.workspace.records$(kind))
    for (let from = 0; from < views.length; from += SLICE) {
      await breath(stop)
      for (const view of views.slice(from, from + SLICE)) collector.take(view)
    }
  }
  await breath(stop)
  const steps = reportSteps(
    name,
    collector.facts(),
    { filter, names, suppressed: suppress },
    { today, tQuantile },
  )
  for (;;) {
    await breath(stop)
    const step = steps.next()
    if (step.done) return step.value
    onProgress(0.7 + 0.3 * step.value)
  }
}

/** Lets the page do what waits. */
async function breath(stop: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  stop.throwIfAborted()
}
