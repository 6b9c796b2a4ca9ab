import type { Outlook } from '#domain/feed/planImport.ts'
import type { Problem } from '#domain/feed/reading.ts'
import type { Ground } from '../../accounts/ground.ts'
import { count, type Outcome } from '../outcome.ts'
import { type Imported, importDirectory } from './importDirectory.ts'
import { type FeedLimits, LIMITS } from './limits.ts'
import { openFeed } from './openFeed.ts'

export interface DirectoryAsked {
  /** Address, file or folder. */
  from: string
  source: string | null
  dryRun: boolean
}

/** `import directory FROM`, `--as NAME`, `--dry-run` */
export async function directoryCommand(
  ground: Ground,
  who: { tenant: string; by: string },
  { from, source, dryRun }: DirectoryAsked,
  progress: (sentence: string) => void,
  limits: FeedLimits = LIMITS,
): Promise<Outcome> {
  const began = performance.now()
  const imported = await importDirectory(ground, await openFeed(from, limits), {
    ...who,
    source,
    dryRun,
    progress,
  })
  return {
    ok: true,
    said: saidOf(imported, dryRun, (performance.now() - began) / 1000),
    json: jsonOf(imported, dryRun),
  }
}

/** So many of a kind are named one by one; `--json` names all. */
const NAMED = 200

function saidOf(imported: Imported, dryRun: boolean, seconds: number): string[] {
  const { plan, harvest } = imported
  return [
    ...firsts(harvest.problems.map(problemText), harvest.problems.length + harvest.unlisted, 'problem'),
    ...[...harvest.strange].map(
      ([key, { services, first }]) =>
        `${key}: no key of HSDS-UK 3.0, on ${count(services, 'service')}, first at ${first}; not read`,
    ),
    ...(dryRun ? outlookTexts(plan.services) : keptTexts(plan.services)),
    ...sourceTexts(imported),
    summaryText(imported, dryRun, seconds),
    ...restTexts(imported),
  ]
}

function problemText({ service, name, place, field, found, done }: Problem): string {
  const who = name === null ? '' : ` “${name}”`
  const id = service === null ? '' : ` (${service})`
  return `${place}${who}${id}${field === '' ? '' : `, ${field}`}: ${found} ${done}`
}

function outlookTexts(services: readonly Outlook[]): string[] {
  const words = {
    new: 'would be new',
    changed: 'would change',
    back: 'would be opened again',
    closed: 'would be closed',
  }
  const texts = Object.entries(words).flatMap(([what, would]) => {
    const some = services.filter((service) => service.what === what)
    return firsts(
      some.map(
        ({ name, id, fields }) => `${would}: ${name} (${id})${fieldsText(what === 'new' ? [] : fields)}`,
      ),
      some.length,
      'service',
    )
  })
  return [...texts, ...keptTexts(services)]
}

function keptTexts(services: readonly Outlook[]): string[] {
  const kept = services.filter((service) => service.kept.length > 0 && service.what !== 'removed here')
  return firsts(
    kept.map(({ name, id, kept: fields }) => `kept as corrected here: ${name} (${id})${fieldsText(fields)}`),
    kept.length,
    'service',
  )
}

function fieldsText(fields: readonly string[]): string {
  return fields.length === 0 ? '' : `: ${fields.join(', ')}`
}

function firsts(lines: readonly string[], all: number, what: string): string[] {
  const rest = all - Math.min(lines.length, NAMED)
  return [
    ...lines.slice(0, NAMED),
    ...(rest > 0 ? [`… and ${count(rest, `more ${what}`)}; --json names them`] : []),
  ]
}

function sourceTexts({ source, continued, whole }: Imported): string[] {
  return [
    ...(continued
      ? [`Its services are here already from ${source}: taken as that feed. --as gives it another name.`]
      : []),
    ...(whole ? [] : ['It is not the whole of the feed, so nothing was closed.']),
  ]
}

function summaryText({ plan, harvest }: Imported, dryRun: boolean, seconds: number): string {
  const parts = ['new', 'changed', 'back', 'closed', 'same'] as const
  const words = { new: 'new', changed: 'changed', back: 'opened again', closed: 'closed', same: 'as before' }
  const counts = parts
    .map((what) => `${many(plan.services, what).toLocaleString('en-GB')} ${words[what]}`)
    .join(', ')
  const read = `${count(harvest.entries.size, 'service')} and ${count(harvest.organisations.size, 'organisation')} read`
  return dryRun
    ? `Nothing was written. ${read}; services: ${counts}.`
    : `${read} in ${seconds.toFixed(1)} s; services: ${counts}.`
}

function restTexts({ plan }: Imported): string[] {
  const removed = many(plan.services, 'removed here')
  return [
    ...(removed > 0 ? [`${count(removed, 'service')} had been removed here, and stay so.`] : []),
    ...(plan.toClassify > 0
      ? [
          `${count(plan.toClassify, 'service')} to classify: no term of theirs says for which area of life they are.`,
        ]
      : []),
  ]
}

function many(services: readonly Outlook[], what: Outlook['what']): number {
  return services.filter((service) => service.what === what).length
}

function jsonOf(
  { source, continued, plan, harvest, whole }: Imported,
  dryRun: boolean,
): Record<string, unknown> {
  const { services, organisations, toClassify, edits } = plan
  return {
    source,
    continued,
    whole,
    dryRun,
    written: dryRun ? 0 : edits.length,
    read: { services: harvest.entries.size, organisations: harvest.organisations.size },
    new: many(services, 'new'),
    changed: many(services, 'changed'),
    reopened: many(services, 'back'),
    closed: many(services, 'closed'),
    same: many(services, 'same'),
    removedHere: many(services, 'removed here'),
    keptCorrected: services.filter(({ kept }) => kept.length > 0).length,
    organisations,
    toClassify,
    services: services.filter(({ what, kept }) => what !== 'same' || kept.length > 0),
    problems: harvest.problems,
    unlistedProblems: harvest.unlisted,
    unknownKeys: Object.fromEntries(harvest.strange),
  }
}
