import { demoServer } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PASSWORD } from '#tests/e2e/atWork.ts'
import { Colleague } from '#tests/e2e/colleague.ts'
import { Profiles } from '#tests/e2e/profiles.ts'
import { manyFiles } from './manyFiles.ts'
import { type Bench, type Measured, median } from './measured.ts'

const FILES = 1_000
const RUNS = 5

/** From asking for the funder's report to its tables on the screen, over 10,000 records on a device without a signal. */
export async function deviceReport({ slower }: Bench): Promise<Measured[]> {
  const server = await demoServer()
  await server.start()
  const profiles = new Profiles()
  try {
    await fill(server.url)
    const grace = await AtWork.arrive(server.url, 'grace@demo.test', profiles.another())
    const { page, context } = grace
    await context.setOffline(true)
    const cdp = await context.newCDPSession(page)
    await grace.place('Reports')
    const report = page.getByRole('combobox', { name: 'Report' })
    await report.selectOption('Gaps')
    await page.getByRole('article', { name: 'Gaps' }).waitFor()
    await page.evaluate(() => {
      const tasks: number[] = []
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({ type: 'longtask' })
      window.tasks = tasks
    })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) {
      await report.selectOption('Gaps')
      await page.getByRole('article', { name: 'Gaps' }).waitFor()
      const begun = performance.now()
      await report.selectOption('For the funder')
      await page.getByRole('article', { name: 'For the funder' }).waitFor()
      times.push(Math.round(performance.now() - begun))
    }
    const tasks = await page.evaluate(() => window.tasks ?? [])
    await grace.leave()
    return [
      {
        name: 'device-report, 10,000 records',
        unit: 'ms',
        ours: median(times),
        limit: 1_500,
        besides: `${RUNS} runs of ${times.join(', ')} ms; longest task ${Math.round(Math.max(0, ...tasks))} ms.`,
      },
    ]
  } finally {
    await server.end()
    profiles.remove()
  }
}

async function fill(url: string): Promise<void> {
  const grace = await Colleague.signIn(url, 'grace@demo.test', PASSWORD)
  const records = await grace.records()
  const mine = records.find(({ kind, body }) => kind === 'client' && body['coordinator'] === grace.person.id)
  const service = records.find(({ kind }) => kind === 'service')
  const team = mine?.body['team']
  if (typeof team !== 'string' || !service) throw new Error('The demo has nobody to go by')
  const files = manyFiles(FILES, { staff: grace.person.id, team, service: service.id })
  for (let at = 0; at < files.length; at += 10) {
    const outcome = await grace.save(files.slice(at, at + 10).flat())
    if (outcome !== 'applied') throw new Error(`The files were not taken: ${outcome}`)
  }
}
