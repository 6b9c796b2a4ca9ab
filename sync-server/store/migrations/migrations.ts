import type { Migration } from '../migrate.ts'
import { records } from './0001-records.ts'
import { accounts } from './0002-accounts.ts'
import { casework } from './0004-casework.ts'
import { moving } from './0003-moving.ts'
import { rights } from './0005-rights.ts'
import { answerLinks } from './0006-answer-links.ts'
import { providersEntries } from './0007-providers-entries.ts'

/** All steps of the schema, in order. */
export const migrations: readonly Migration[] = [
  records,
  accounts,
  moving,
  casework,
  rights,
  answerLinks,
  providersEntries,
]
