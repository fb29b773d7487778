import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What signing in needs: identities at a provider, links by mail, delays, API tokens; who stands in for whom, who left.
 * A person's rights, without the name, are a tracked table of their own: who was given which role is history too.
 */
export class AccountsIdentitiesAndTokens1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(SIGN_IN);
    await runner.query(SESSIONS);
    await runner.query(TOKENS);
    await runner.query("select history.track('person_rights')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table history.person_rights cascade; drop table person_rights;
      drop table api_token; drop table oidc_sign_in; drop table sign_in_delay; drop table account_link;
      alter table session drop column provider_session, drop column id_token, drop column identity_id, drop column client;
      drop table identity;
      alter table person drop column kind, drop column deputy_id, drop column left_at, drop column version;
    `);
  }
}

const PEOPLE = `
  alter table person
    add column kind text not null default 'person',
    add column deputy_id uuid,
    add column left_at timestamptz,
    add column version integer not null default 1,
    add constraint ck_person_kind check (kind in ('person', 'machine')),
    add constraint fk_person_deputy_id foreign key (deputy_id) references person (id),
    add constraint ck_person_deputy check (deputy_id <> id);
  create index ix_person_deputy_id on person (deputy_id);
  create table person_rights (
    id uuid not null,
    roles text[] not null,
    office_id uuid,
    is_secretary boolean not null,
    deputy_id uuid,
    has_left boolean not null,
    constraint pk_person_rights primary key (id),
    constraint fk_person_rights_id foreign key (id) references person (id)
  );
`;

const SIGN_IN = `
  create table identity (
    id uuid not null,
    person_id uuid not null,
    issuer text not null,
    subject text not null,
    constraint pk_identity primary key (id),
    constraint uq_identity_issuer_subject unique (issuer, subject),
    constraint fk_identity_person_id foreign key (person_id) references person (id) on delete cascade
  );
  create table account_link (
    id uuid not null,
    account_id uuid not null,
    purpose text not null,
    token_hash bytea,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint pk_account_link primary key (id),
    constraint uq_account_link_token_hash unique (token_hash),
    constraint fk_account_link_account_id foreign key (account_id) references account (id) on delete cascade,
    constraint ck_account_link_purpose check (purpose in ('invitation', 'reset'))
  );
  create index ix_account_link_account_id on account_link (account_id);
  create table sign_in_delay (
    key bytea not null,
    failures integer not null,
    failed_at timestamptz not null,
    blocked_until timestamptz not null,
    constraint pk_sign_in_delay primary key (key)
  );
  create table oidc_sign_in (
    state_hash bytea not null,
    browser_hash bytea not null,
    nonce text not null,
    code_verifier text not null,
    return_to text not null,
    created_at timestamptz not null default now(),
    constraint pk_oidc_sign_in primary key (state_hash)
  );
`;

const SESSIONS = `
  alter table session
    add column client text not null default '',
    add column identity_id uuid,
    add column id_token text,
    add column provider_session text,
    add constraint fk_session_identity_id foreign key (identity_id) references identity (id) on delete cascade;
  create index ix_session_person_id on session (person_id);
  create index ix_session_identity_id on session (identity_id);
`;

const TOKENS = `
  create table api_token (
    id uuid not null,
    person_id uuid not null,
    token_hash bytea not null,
    hint text not null,
    permissions text[] not null,
    created_by_id uuid not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint pk_api_token primary key (id),
    constraint uq_api_token_token_hash unique (token_hash),
    constraint fk_api_token_person_id foreign key (person_id) references person (id),
    constraint fk_api_token_created_by_id foreign key (created_by_id) references person (id)
  );
`;
