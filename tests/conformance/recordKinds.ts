import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildDemoService } from '#server/demo/cohort/buildDemoService.ts'
import { kinds } from '#domain/kind/kinds.ts'

// Records a body of each kind in its present schema version, the one of the demo service that says most. Those that
// are recorded already stay as they are: `node tests/conformance/recordKinds.ts`.

const folder = fileURLToPath(new URL('./released/kinds/', import.meta.url))
const service = buildDemoService('2026-03-02')
mkdirSync(folder, { recursive: true })
for (const { kind, version } of Object.values(kinds)) {
  const bodies = service.creates.flat().flatMap((made) => (made.kind === kind ? [made.body] : []))
  const [fullest] = bodies.toSorted((a, b) => fieldsIn(b) - fieldsIn(a))
  const file = `${folder}${kind}-${version}.json`
  if (fullest && !existsSync(file)) writeFileSync(file, `${JSON.stringify(fullest, null, 2)}\n`)
  if (!fullest) process.stdout.write(`The demo service has no ${kind}: write ${file} by hand\n`)
}

/** How much a body says: fields of its own before length. */
function fieldsIn(body: object): number {
  return Object.keys(body).length * 1_000_000 - JSON.stringify(body).length
}
