import type { Migration } from '../migrate.ts'

/**
 * People, their devices and their sign-ins. The tables `auth_…` are those that better-auth 1.7 asks for
 * (user, session, account, verification); a test compares them with what the library expects.
 */
export const accounts: Migration = {
  id: '0002-accounts',
  statements: [
    `create table services (
      tenant text primary key,
      name text,
      created_at text not null
    )`,
    `create table teams (
      tenant text not null,
      id text not null,
      name text not null,
      primary key (tenant, id)
    )`,
    `create table members (
      tenant text not null,
      staff text not null,
      user_id text not null,
      name text not null,
      role text not null,
      team text,
      active integer not null,
      scope_version bigint not null,
      primary key (tenant, staff)
    )`,
    `create unique index members_by_user on members (tenant, user_id)`,
    `create index members_of_user on members (user_id)`,
    `create table devices (
      tenant text not null,
      id text not null,
      staff text not null,
      app text,
      first_contact text not null,
      last_contact text not null,
      primary key (tenant, id, staff)
    )`,
    `create table invitations (
      tenant text not null,
      token_hash text not null,
      first integer not null,
      name text not null,
      email text not null,
      role text not null,
      team text,
      invited_by text,
      expires_at text not null,
      used_at text,
      primary key (tenant, token_hash)
    )`,
    `create table recovery_keys (
      tenant text not null,
      staff text not null,
      device text not null,
      sealed text not null,
      primary key (tenant, staff, device)
    )`,
    `create table auth_user (
      id text primary key,
      name text not null,
      email text not null unique,
      "emailVerified" boolean not null,
      image text,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null
    )`,
    `create table auth_session (
      id text primary key,
      "expiresAt" timestamptz not null,
      token text not null unique,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text,
      "userId" text not null references auth_user (id) on delete cascade
    )`,
    `create index auth_session_of_user on auth_session ("userId")`,
    `create table auth_account (
      id text primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" text not null references auth_user (id) on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      scope text,
      password text,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null
    )`,
    `create index auth_account_of_user on auth_account ("userId")`,
    `create table auth_verification (
      id text primary key,
      identifier text not null,
      value text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null
    )`,
    `create index auth_verification_of_identifier on auth_verification (identifier)`,
  ],
}
