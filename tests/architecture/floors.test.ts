import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cruiseTree, sourceFiles, type Breach } from './cruise.ts'

const planted = (tree: string) => join(import.meta.dirname, 'breaches', tree)

describe('the floors', () => {
  it('are kept: every room imports only from the rooms below it', async () => {
    const { breaches } = await cruiseTree()
    expect(breaches).toEqual([])
  })

  // A guard that reads nothing reports nothing: beside TypeScript 7 that is what happened, silently.
  it('are read in full: every source file, and every import in it', async () => {
    const { modules } = await cruiseTree()
    const seen = new Map(modules.map((module) => [module.source, module.dependencies.map((to) => to.module)]))
    const files = sourceFiles()

    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => !seen.has(file))).toEqual([])
    const missed = files.flatMap((file) =>
      importsIn(file)
        .filter((specifier) => seen.get(file)?.includes(specifier) !== true)
        .map((specifier) => `${file} imports ${specifier}`),
    )
    expect(missed).toEqual([])
  })
})

/** A second, plainer reading of a file's static imports, to hold against the cruiser's, which drops `node:`. */
const importsIn = (file: string): string[] => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8')
  return [...text.matchAll(/^(?:import|export)\s(?:[^'";=()]*?\sfrom\s)?'([^']+)'/gm)].flatMap(
    ([, specifier]) => specifier?.replace(/^node:/, '') ?? [],
  )
}

const breach = (rule: string, from: string, to: string): Breach => ({ rule, from, to })

const trees: Record<string, Breach[]> = {
  'upward-by-alias': [
    breach('store-imports-only-downward', 'src/store/pages.ts', 'src/features/today/title.ts'),
  ],
  'upward-type': [breach('domain-imports-only-downward', 'src/domain/visit.ts', 'src/store/row.ts')],
  'upward-lazily': [breach('ui-imports-only-downward', 'src/ui/Panel.tsx', 'src/app/Page.tsx')],
  'react-in-domain': [breach('domain-is-pure', 'src/domain/client.ts', 'react')],
  'node-in-domain': [breach('domain-is-pure', 'src/domain/form.ts', 'fs')],
  'feature-to-feature': [
    breach('no-feature-imports-another', 'src/features/today/list.ts', 'src/features/visit/visit.ts'),
  ],
  'server-to-store': [
    breach('server-imports-only-domain-and-protocol', 'sync-server/main.ts', 'src/store/outbox.ts'),
  ],
  'app-to-server': [breach('app-knows-no-server', 'src/sync/push.ts', 'sync-server/accept.ts')],
  'databases-outside-the-store': [
    breach('only-the-store-knows-its-databases', 'src/sync/pull.ts', 'dexie'),
    breach('only-the-store-knows-its-databases', 'src/sync/pull.ts', 'rxdb'),
    breach('only-the-store-knows-its-databases', 'src/sync/pull.ts', 'rxdb'),
  ],
  'shipped-imports-tests': [breach('nothing-shipped-imports-tests', 'src/app/main.ts', 'tests/clients.ts')],
  'runtime-cycle': [breach('no-circular', 'src/sync/pull.ts', 'src/sync/push.ts')],
  'not-resolvable': [breach('not-resolvable', 'src/ui/button.ts', '#ui/gone.ts')],
  // The counter-example: this one is allowed.
  'cycle-of-types-only': [],
}

describe('a planted breach is caught, and nothing else is reported', () => {
  it.each(Object.entries(trees))('%s', async (tree, expected) => {
    const { modules, breaches } = await cruiseTree(planted(tree))
    expect(modules.length).toBeGreaterThan(1)
    expect(breaches.toSorted(byPlace)).toEqual(expected)
  })
})

const byPlace = (one: Breach, other: Breach) =>
  `${one.from} ${one.to}`.localeCompare(`${other.from} ${other.to}`)
