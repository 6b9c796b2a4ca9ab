import type { Migration } from '../migrate.ts'

/** Records, who sees them, and how they came to be. */
export const records: Migration = {
  id: '0001-records',
  statements: [
    `create table counters (
      tenant text primary key,
      seq bigint not null,
      epoch text not null
    )`,
    `create table records (
      tenant text not null,
      id text not null,
      kind text not null,
      file text,
      seq bigint not null,
      rev bigint not null,
      deleted integer not null,
      due_for text,
      due_on text,
      wire text not null,
      kept text,
      primary key (tenant, id)
    )`,
    `create index records_of_file on records (tenant, file)`,
    `create index records_due on records (tenant, due_for, due_on)`,
    `create table visibility (
      tenant text not null,
      scope text not null,
      record text not null,
      seq bigint not null,
      primary key (tenant, scope, record)
    )`,
    `create index visibility_in_order on visibility (tenant, scope, seq, record)`,
    `create table exits (
      tenant text not null,
      scope text not null,
      record text not null,
      seq bigint not null,
      primary key (tenant, scope, record)
    )`,
    `create index exits_in_order on exits (tenant, scope, seq, record)`,
    `create table history (
      tenant text not null,
      seq bigint not null,
      change text not null,
      "by" text not null,
      device text not null,
      at text not null,
      received text not null,
      content text not null,
      prev text not null,
      hash text not null,
      primary key (tenant, seq)
    )`,
    `create unique index history_by_change on history (tenant, change)`,
    `create table receipts (
      tenant text not null,
      change text not null,
      content_hash text not null,
      receipt text not null,
      "by" text not null,
      device text not null,
      primary key (tenant, change)
    )`,
    `create table refused (
      tenant text not null,
      content_hash text not null,
      change text not null,
      reason text not null,
      content text not null,
      "by" text not null,
      received text not null,
      primary key (tenant, content_hash)
    )`,
  ],
}
