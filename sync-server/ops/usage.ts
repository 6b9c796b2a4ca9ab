import { cohorts } from '#domain/report/filter.ts'
import { reportNames, shapeOf } from '#domain/report/reports.ts'

const reports = reportNames.map((name) => `    ${name.padEnd(11)}${shapeOf(name).about}`).join('\n')

export const USAGE = `The operator's command line of Doorstep.

  npm run doorstep -- backup FILE            writes all of the database into FILE, while the server runs
  npm run doorstep -- restore FILE           puts the database back to what FILE holds
  npm run doorstep -- restore FILE --replace the same, over a database that holds what FILE does not
  npm run doorstep -- verify                 looks through the database: history, records, who sees what
  npm run doorstep -- verify FILE            looks through a backup, without restoring it
  npm run doorstep -- import clients FILE    takes a file of clients (.csv), wholly or not at all
  npm run doorstep -- import referrals FILE  the same for referrals of clients who are here
  npm run doorstep -- import usage FILE      the same for their use of health care, as hospitals and surgeries give it
  npm run doorstep -- import directory FROM  takes services in from Open Referral UK: the address of a feed, a file
                                             (.json), or the folder of a package of tables (.csv)
  npm run doorstep -- import responses FILE --measure wemwbs
                                             the same for answers to a measure; --pack PACK for one of a pack
  npm run doorstep -- score wemwbs FILE      scores a file of answers (.csv) onto stdout: also swemwbs, ons4, ucla3
  npm run doorstep -- score --pack PACK FILE the same by an instrument pack
  npm run doorstep -- report NAME --from DAY --to DAY   a report over the whole service
  npm run doorstep -- export fhir FOLDER     the whole service as FHIR R4, a file (.ndjson) for each type of resource
  npm run doorstep -- help                   says this

  --demo   the demo's database instead of the real one
  --template  with import and score: prints the columns and what goes into them
  --dry-run   with import: says what would be done, and writes nothing
  --client    with export fhir: only theirs, by id, NHS number or reference
  --as        with import directory: the name that the feed goes by, where it is not that of its address or file

Reports, by NAME:
${reports}

  --practice, --team, --coordinator   only theirs, by name; the surgery’s report without one is made for each practice
  --source    only who was referred by: gp, nurse, reception, hospital, social-care, voluntary, self, family, other
  --cohort    ${cohorts.join(', ')}: what happened in the time, or all that came of those referred (and seen) in it
  --suppress  fit to be published: no count of fewer than five, nor one from which it could be worked out
  --format    csv, json or html (to print; charts and tables, no script)
  --out       a file to write to, or a folder (ending in /) for a file of each practice

  --json   one line of JSON instead of words, for programs

It goes by the same environment as the server: DOORSTEP_DATA, DATABASE_URL, DOORSTEP_SECRET.
It ends with 0 where all is well, with 1 where something is wrong, with 2 where it was not understood.
`
