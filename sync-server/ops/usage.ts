export const USAGE = `The operator's command line of Doorstep.

  npm run doorstep -- backup FILE            writes all of the database into FILE, while the server runs
  npm run doorstep -- restore FILE           puts the database back to what FILE holds
  npm run doorstep -- restore FILE --replace the same, over a database that holds what FILE does not
  npm run doorstep -- verify                 looks through the database: history, records, who sees what
  npm run doorstep -- verify FILE            looks through a backup, without restoring it
  npm run doorstep -- import clients FILE    takes a file of clients (.csv), wholly or not at all
  npm run doorstep -- import referrals FILE  the same for referrals of clients who are here
  npm run doorstep -- help                   says this

  --demo   the demo's database instead of the real one
  --template  with import: prints the columns and what goes into them
  --dry-run   with import: says what would be done, and writes nothing
  --json   one line of JSON instead of words, for programs

It goes by the same environment as the server: DOORSTEP_DATA, DATABASE_URL, DOORSTEP_SECRET.
It ends with 0 where all is well, with 1 where something is wrong, with 2 where it was not understood.
`
