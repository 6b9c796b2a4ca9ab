import type { Migration } from '../migrate.ts'

/** Links by which a provider without an account answers one referral, once. */
export const answerLinks: Migration = {
  id: '0006-answer-links',
  statements: [
    `create table answer_links (
      tenant text not null,
      token_hash text not null,
      referral text not null,
      made_by text not null,
      expires_at text not null,
      used_at text,
      revoked_at text,
      primary key (tenant, token_hash)
    )`,
    `create index answer_links_of_referral on answer_links (tenant, referral)`,
  ],
}
