import { argv, exitCode, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { deviceReport } from './deviceReport.ts'
import type { Measured } from './measured.ts'
import { searchDirectory } from './searchDirectory.ts'

// How fast the built app is, over its real sealed store, without a signal: npm run build, then
// npm run bench [-- --only NAME] [--throttle 4] [--json]

const benches = { 'search-directory': searchDirectory, 'device-report': deviceReport } as const
type Name = keyof typeof benches

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    only: { type: 'string' },
    throttle: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  },
})
const slower = Number(values.throttle)
const names = Object.keys(benches).filter(
  (name): name is Name => Object.hasOwn(benches, name) && (values.only ?? name) === name,
)
if (names.length === 0 || !(slower >= 1)) {
  stdout.write(
    `npm run bench -- --only NAME --throttle N; NAME is one of ${Object.keys(benches).join(', ')}\n`,
  )
  process.exit(2)
}

const measured: Measured[] = []
for (const name of names) measured.push(...(await benches[name]({ slower })))
if (values.json) {
  stdout.write(
    `${JSON.stringify(measured.map((each) => ({ ...each, ratioToLimit: each.ours / each.limit })))}\n`,
  )
} else {
  for (const { name, ours, limit, unit, besides } of measured) {
    const ratio = (ours / limit).toFixed(2)
    stdout.write(
      `${name.padEnd(28)}${`${ours} ${unit}`.padStart(10)}  limit ${limit} ${unit}, ${ratio} of it. ${besides}\n`,
    )
  }
}
process.exitCode = exitCode ?? 0
