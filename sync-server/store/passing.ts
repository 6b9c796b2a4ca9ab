/**
 * Faults of a database that pass: the same request, sent again, may well succeed.
 *
 * - SQLSTATE of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
 * - result codes of SQLite: https://sqlite.org/rescode.html
 * - codes of Node for a connection that cannot be made, or is lost
 */
const PASSING = [
  /^08/, // connection exceptions
  /^25006$/, // a replica, while another takes over
  /^40(001|P01|003)$/, // serialization failure, deadlock, completion unknown
  /^53/, // out of disk, memory or connections
  /^55P03$/, // waited too long for a lock
  /^57(014|P0\d)$/, // cancelled, shutting down, starting up
  /^58/, // the machine's own faults
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY)/,
  /^E(CONN|PIPE|TIMEDOUT|HOST|NET|AI_AGAIN|NOENT)/,
]

/** What pg says without a code. */
const LOST = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/

/** Whether a fault, or what caused it, is one of a database that passes. */
export function passes(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  if (LOST.test(fault.message) || PASSING.some((code) => code.test(codeOf(fault)))) return true
  return passes(fault.cause) || (fault instanceof AggregateError && fault.errors.some(passes))
}

/** Whether what passes is a lack of room, which somebody must do something about. */
export function isFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  return /^(53100|SQLITE_FULL|SQLITE_IOERR_WRITE)$/.test(codeOf(fault)) || isFull(fault.cause)
}

/** Text that PostgreSQL cannot hold came in by a way where nobody looked at it. */
export function isUnstorable(fault: unknown): boolean {
  return fault instanceof Error && (codeOf(fault) === '22021' || isUnstorable(fault.cause))
}

function codeOf(fault: Error): string {
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
}
