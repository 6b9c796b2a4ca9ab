import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

export type Breach = { rule: string; from: string; to: string }
export type Cruise = { modules: IModule[]; breaches: Breach[] }

const project = join(import.meta.dirname, '..', '..')

/** Reads a tree of rooms with the project's own rules. `root` is the folder that holds `src` and its neighbours. */
export const cruiseTree = async (root: string = project): Promise<Cruise> => {
  const options = await extractDepcruiseOptions(join(project, '.dependency-cruiser.mjs'))
  const rooms = ['src', 'sync-server', 'tests'].filter((room) => existsSync(join(root, room)))
  const { output } = await cruise(rooms, { ...options, baseDir: root })
  if (typeof output === 'string') throw new Error('The cruise gave a report instead of its result.')
  return { modules: output.modules, breaches: breachesOf(output) }
}

const breachesOf = (result: ICruiseResult): Breach[] =>
  result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to: placeOf(to) }))

/** A file by its path, a package by its name alone, since where it lies depends on the tree. */
const placeOf = (path: string): string => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path

/** Every TypeScript file of the project's rooms, as the cruise names it. */
export const sourceFiles = (): string[] =>
  ['src', 'sync-server', 'tests']
    .flatMap((room) =>
      readdirSync(join(project, room), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${room}/${path}`,
      ),
    )
    .filter((path) => /[.]tsx?$/.test(path) && !path.startsWith('tests/architecture/breaches/'))
