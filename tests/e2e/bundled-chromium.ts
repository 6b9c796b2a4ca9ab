import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { z } from 'zod'

export type BundledChromium = { executablePath: string; env: Record<string, string> }

/**
 * The Chromium that npm installed with the project, unpacked once per release.
 *
 * The package unpacks to the temporary folder and takes any file it finds there for a whole browser, so two
 * runs at once, or one that was stopped half way, leave a broken one for good. Here it is unpacked into a folder
 * of its own, which gets its final name only when it is complete.
 */
export const bundledChromium = async (): Promise<BundledChromium> => {
  const packageFolder = folderOfPackage('@sparticuz/chromium')
  const home = join(
    packageFolder,
    '..',
    '..',
    '.cache',
    'doorstep',
    `chromium-${packageVersion(packageFolder)}`,
  )
  if (!existsSync(home)) await unpackInto(home, join(packageFolder, 'bin'))

  const executablePath = join(home, 'chromium')
  return { executablePath, env: environmentFor(executablePath, home) }
}

const folderOfPackage = (name: string): string =>
  dirname(dirname(createRequire(import.meta.url).resolve(name)))

const packageVersion = (folder: string): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}

const unpackInto = async (home: string, archives: string): Promise<void> => {
  mkdirSync(dirname(home), { recursive: true })
  const unfinished = mkdtempSync(`${home}-unfinished-`)
  await withTemporaryFolder(unfinished, async () => {
    await chromium.executablePath(archives)
    await inflate(join(archives, 'al2023.tar.br'))
  })
  writeFileSync(join(unfinished, 'fonts', 'fonts.conf'), fontConfiguration(home))
  giveFinalName(unfinished, home)
}

/** The package asks `os.tmpdir()` where to unpack, at the time of the call. */
const withTemporaryFolder = async (folder: string, work: () => Promise<void>): Promise<void> => {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Another run may have finished first: then its folder stands and ours goes. */
const giveFinalName = (unfinished: string, home: string): void => {
  try {
    renameSync(unfinished, home)
  } catch (error) {
    if (!existsSync(join(home, 'chromium'))) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const fontConfiguration = (home: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts', 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`

/** A bare machine has neither fonts nor NSS; both came along. Libraries of the system are preferred. */
const environmentFor = (executablePath: string, home: string): Record<string, string> => {
  const fonts = { FONTCONFIG_PATH: join(home, 'fonts') }
  const startsAsItIs =
    spawnSync(executablePath, ['--no-sandbox', '--version'], { stdio: 'ignore' }).status === 0
  return startsAsItIs ? fonts : { ...fonts, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }
}
