import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** What is needed where access moves, work is held for review, and a begun visit is to survive its tablet. */
export const moving: Migration = {
  id: '0003-moving',
  up: async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
  },
}

const statements = [
  `create table past_access (
    tenant text not null,
    staff text not null,
    scope text not null,
    until_seq integer not null,
    primary key (tenant, staff, scope)
  )`,
  `alter table refused add column device text`,
  `alter table refused add column state text not null default 'refused'`,
  `alter table refused add column reviewed_by text`,
  `alter table refused add column reviewed_at text`,
  `alter table refused add column note text`,
  `create index refused_by_state on refused (tenant, state, received)`,
  `create table drafts (
    tenant text not null,
    staff text not null,
    draft text not null,
    device text not null,
    sealed text not null,
    received text not null,
    primary key (tenant, staff, draft, device)
  )`,
  `create table drafts_ended (
    tenant text not null,
    staff text not null,
    draft text not null,
    device text not null,
    ended_at text not null,
    primary key (tenant, staff, draft)
  )`,
]
