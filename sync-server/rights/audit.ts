import { sql } from 'kysely'
import type { AuditLine, AuditPage, AuditQuery } from '#protocol/rights.ts'
import type { AuditLineRow, Database } from '../store/tables.ts'

type Row = AuditLineRow & { name: string | null }

/** Who did what with which file, the newest first; each of the four ways to narrow it has an index of its own. */
export async function readAudit(
  database: Database,
  tenant: string,
  { file, by, act, from, to, before, limit }: AuditQuery,
): Promise<AuditPage> {
  const [said = '', seq = '0', line = '0'] = before?.split(' ') ?? []
  const rows = await database
    .selectFrom('audit_lines as l')
    .leftJoin('members as m', (join) => join.onRef('m.tenant', '=', 'l.tenant').onRef('m.staff', '=', 'l.by'))
    .selectAll('l')
    .select('m.name')
    .where('l.tenant', '=', tenant)
    .$if(file !== undefined, (query) => query.where('l.file', 'in', file?.split(',') ?? []))
    .$if(by !== undefined, (query) => query.where('l.by', '=', by ?? ''))
    .$if(act !== undefined, (query) => query.where('l.act', '=', act ?? ''))
    .$if(from !== undefined, (query) => query.where('l.said', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('l.said', '<', to ?? ''))
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(l.said, l.seq, l.line) < (${said}, ${Number(seq)}, ${Number(line)})`),
    )
    .orderBy('l.said', 'desc')
    .orderBy('l.seq', 'desc')
    .orderBy('l.line', 'desc')
    .limit(limit + 1)
    .execute()
  return { lines: rows.slice(0, limit).map(lineOf), more: rows.length > limit }
}

function lineOf({ seq, line, said, by, name, act, file, record, kinds }: Row): AuditLine {
  return {
    cursor: `${said} ${seq} ${line}`,
    at: said,
    by,
    byName: name,
    act,
    file,
    record,
    kinds: kinds === '' ? [] : kinds.split(','),
  }
}
