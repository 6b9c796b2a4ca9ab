import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const LATIN = /^atkinson-hyperlegible-next-latin-wght-normal-[\w-]+\.woff2$/

/** The address of the app's typeface, as the build has named its file; null where no app is built. */
export function typefaceIn(appFolder: string): string | null {
  const folder = join(appFolder, 'assets')
  const file = existsSync(folder) ? readdirSync(folder).find((name) => LATIN.test(name)) : undefined
  return file === undefined ? null : `/assets/${file}`
}
