import type { Migration } from '../migrate.ts'

/** What is needed where access moves, work is held for review, and a begun visit is to survive its tablet. */
export const moving: Migration = {
  id: '0003-moving',
  statements: [
    `create table past_access (
      tenant text not null,
      staff text not null,
      scope text not null,
      since_seq bigint not null,
      until_seq bigint not null,
      primary key (tenant, staff, scope, until_seq)
    )`,
    `alter table members add column since_seq bigint not null default 0`,
    `alter table visibility add column since bigint not null default 0`,
    `alter table exits add column since bigint not null default 0`,
    `create table epochs (
      tenant text not null,
      epoch text not null,
      parent text not null,
      began bigint not null,
      primary key (tenant, epoch)
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
      mark text not null,
      received text not null,
      primary key (tenant, staff, draft, device)
    )`,
    `create table drafts_ended (
      tenant text not null,
      staff text not null,
      draft text not null,
      device text not null,
      sealed text not null,
      ended_at text not null,
      primary key (tenant, staff, draft, device)
    )`,
    `create table draft_keys (
      tenant text not null,
      staff text not null,
      sealed text not null,
      primary key (tenant, staff)
    )`,
  ],
}
