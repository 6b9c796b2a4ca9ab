import process, { argv, env, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#domain/result.ts'
import { type Config, readConfig } from '../config.ts'
import { passes } from '../store/passing.ts'
import { UnusableDatabase } from '../store/database.ts'
import { UnusableBackup } from './backupFile.ts'
import {
  backupCommand,
  exportInto,
  importDirectoryInto,
  importInto,
  reportFrom,
  restoreCommand,
  verifyCommand,
} from './commands.ts'
import type { DirectoryAsked } from './directory/directoryCommand.ts'
import { UnusableFeed } from './directory/limits.ts'
import type { FhirAsked } from './fhir/exportFhir.ts'
import { type ImportKind, importKinds, templateOf } from './import/importCommand.ts'
import type { Outcome } from './outcome.ts'
import { progressOn } from './progress.ts'
import { readReportArgs, type ReportAsked, reportOptions, reportOptionsIn } from './reportArgs.ts'
import { readScore, scoreOptions } from './score/scoreArgs.ts'
import {
  instrumentFor,
  type Measure,
  type Scored,
  scoreCommand,
  scoredMeasures,
  scoreTemplate,
} from './score/scoreCommand.ts'
import { USAGE } from './usage.ts'

/** What somebody asked for. */
type Asked =
  | { command: 'help' }
  | { command: 'backup'; file: string }
  | { command: 'restore'; file: string; replace: boolean }
  | { command: 'verify'; file: string | null }
  | { command: 'template'; kind: ImportKind }
  | { command: 'import'; kind: ImportKind; file: string; dryRun: boolean }
  | { command: 'report'; report: ReportAsked }
  | ({ command: 'import directory' } & DirectoryAsked)
  | ({ command: 'export' } & FhirAsked)
  | { command: 'score'; measure: Measure; file: string | null }

process.exitCode = await main(argv.slice(2))

async function main(args: string[]): Promise<number> {
  const told = readArgs(args)
  if (!told.ok) return complain(`${told.error}\n\n${USAGE}`, 2)
  const { asked, json, demo } = told.value
  if (asked.command === 'help') {
    stdout.write(USAGE)
    return 0
  }
  if (asked.command === 'template') {
    const { headings, about } = templateOf(asked.kind)
    stdout.write(`${headings}\n`)
    stderr.write(`${about.join('\n')}\n`)
    return 0
  }
  if (asked.command === 'score') {
    const { out, said, code } = score(asked.measure, asked.file)
    stdout.write(out)
    stderr.write(`${said.join('\n')}\n`)
    return code
  }
  const config = readConfig(env, demo ? ['--demo', '--keep'] : [])
  if (!config.ok) return complain(config.error, 2)
  try {
    const { ok: well, said, json: answer } = await run(config.value, asked)
    const text = json ? JSON.stringify({ ok: well, ...answer }) : said.join('\n')
    ;(well || json ? stdout : stderr).write(`${text}\n`)
    return well ? 0 : 1
  } catch (error) {
    return complain(sentenceOf(error), 1)
  }
}

function run(
  config: Config,
  asked: Exclude<Asked, { command: 'help' | 'template' | 'score' }>,
): Promise<Outcome> {
  switch (asked.command) {
    case 'backup':
      return backupCommand(config, asked.file)
    case 'restore':
      return restoreCommand(config, asked.file, asked.replace)
    case 'verify':
      return verifyCommand(config, asked.file)
    case 'import':
      return importInto(config, asked)
    case 'report':
      return reportFrom(config, asked.report)
    case 'export':
      return exportInto(config, asked)
    case 'import directory':
      return importDirectoryInto(
        config,
        asked,
        progressOn(stderr, () => performance.now()),
      )
  }
}

function readArgs(args: string[]): Result<{ asked: Asked; json: boolean; demo: boolean }, string> {
  try {
    const flag = { type: 'boolean', default: false } as const
    const options = {
      json: flag,
      demo: flag,
      replace: flag,
      help: flag,
      template: flag,
      'dry-run': flag,
      as: { type: 'string' },
      client: { type: 'string' },
      ...reportOptions,
      ...scoreOptions,
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const asked = values.help ? ok({ command: 'help' as const }) : readCommand(positionals, values)
    return asked.ok ? ok({ asked: asked.value, json: values.json, demo: values.demo }) : asked
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}

type Flags = {
  replace: boolean
  template: boolean
  'dry-run': boolean
  as?: string | undefined
  client?: string | undefined
} & Parameters<typeof readReportArgs>[1] &
  Parameters<typeof readScore>[1]

function readCommand([command = 'help', ...rest]: string[], flags: Flags): Result<Asked, string> {
  if (flags.replace && command !== 'restore') return err('--replace goes with restore')
  const ofReports = command === 'report' ? [] : reportOptionsIn(flags)
  if (ofReports.length > 0) return err(`${ofReports.join(', ')} goes with report`)
  if (flags.client !== undefined && command !== 'export') return err('--client goes with export fhir')
  if (command === 'import') return readImport(rest, flags)
  if (command === 'score') {
    const wanted = readScore(rest, flags)
    return wanted.ok ? ok({ command, ...wanted.value }) : wanted
  }
  if (flags.measure !== undefined) return err('--measure goes with import responses')
  if (flags.pack !== undefined) return err('--pack goes with score and import responses')
  if (flags.template || flags['dry-run']) return err('--template and --dry-run go with import')
  if (flags.as !== undefined) return err('--as goes with import directory')
  if (command === 'report') {
    const report = readReportArgs(rest, flags)
    return report.ok ? ok({ command, report: report.value }) : report
  }
  if (command === 'export') return readExport(rest, flags)
  const [file, ...more] = rest
  if (more.length > 0) return err(`${command} takes one file`)
  switch (command) {
    case 'help':
      return ok({ command })
    case 'verify':
      return ok({ command, file: file ?? null })
    case 'backup':
      return file === undefined ? err('backup needs the file to write to') : ok({ command, file })
    case 'restore':
      return file === undefined
        ? err('restore needs the file to read from')
        : ok({ command, file, replace: flags.replace })
    default:
      return err(`There is no command ${command}`)
  }
}

function readExport([what, folder, ...more]: string[], { client }: Flags): Result<Asked, string> {
  if (what !== 'fhir' || folder === undefined || more.length > 0) {
    return err('export takes fhir and the folder to write to')
  }
  if (client?.trim() === '') return err('--client needs an id, an NHS number or a reference')
  return ok({ command: 'export', folder, client: client?.trim() ?? null })
}

function readImport([what, file, ...more]: string[], flags: Flags): Result<Asked, string> {
  const ofMeasures = flags.measure !== undefined || flags.pack !== undefined
  if (ofMeasures && what !== 'responses') return err('--measure and --pack go with import responses')
  if (what === 'directory') return readDirectoryImport(file, more, flags)
  if (flags.as !== undefined) return err('--as goes with import directory')
  const kind = importKindOf(what, flags)
  if (!kind.ok) return kind
  if (flags.template) return ok({ command: 'template', kind: kind.value })
  if (file === undefined || more.length > 0) return err(`import ${what ?? ''} takes one file`)
  return ok({ command: 'import', kind: kind.value, file, dryRun: flags['dry-run'] })
}

function importKindOf(what: string | undefined, { measure, pack }: Flags): Result<ImportKind, string> {
  const kind = importKinds.find((each) => each === what)
  if (!kind) return err(`import takes ${importKinds.join(' or ')} and the file, or directory and where it is`)
  if (kind !== 'responses') return ok(kind)
  if (measure === undefined && pack === undefined) {
    return err(`import responses needs --measure (${scoredMeasures.join(', ')}) or --pack FILE`)
  }
  const instrument = instrumentFor({ measure: measure ?? null, pack: pack ?? null })
  return instrument.ok ? ok({ responses: instrument.value }) : err(instrument.error.said.join('\n'))
}

/** A file that cannot be read is a sentence, as everywhere. */
function score(measure: Measure, file: string | null): Scored {
  try {
    return file === null ? scoreTemplate(measure) : scoreCommand(measure, file)
  } catch (error) {
    return { out: '', said: [sentenceOf(error)], code: 1 }
  }
}

function readDirectoryImport(from: string | undefined, more: string[], flags: Flags): Result<Asked, string> {
  if (flags.template)
    return err('--template goes with clients or referrals: a directory comes as HSDS-UK 3.0')
  if (from === undefined || from === '' || more.length > 0) {
    return err('import directory takes one address, file or folder')
  }
  const source = flags.as?.trim() ?? null
  if (source === '') return err('--as needs a name')
  return ok({ command: 'import directory', from, source, dryRun: flags['dry-run'] })
}

/** What the machine or the file does not allow is a sentence; a bug shows where it is. */
function sentenceOf(error: unknown): string {
  if (error instanceof UnusableFeed) return `${error.message} Nothing was imported.`
  if (error instanceof UnusableBackup || error instanceof UnusableDatabase) return error.message
  if (passes(error)) return `The database cannot be reached or written now: ${messageOf(error)}`
  if (error instanceof Error && 'code' in error) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function complain(sentence: string, code: number): number {
  stderr.write(`${sentence}\n`)
  return code
}
