-- Accounts and sessions: local tables, read before a partnership is known.

create table access.account (
  id uuid primary key default uuidv7(),
  email text not null unique check (email = lower(email)),
  password_hash text,
  created_at timestamptz not null default now()
);

-- Which person an account is, in which partnership.
create table access.account_person (
  account_id uuid not null references access.account,
  partnership_id uuid not null references kernel.partnership,
  person_id uuid not null,
  primary key (account_id, partnership_id)
);

-- Only a hash of the session's secret is kept, so a copy of this table opens nothing.
create table access.session (
  secret_hash text primary key,
  account_id uuid references access.account,
  partnership_id uuid references kernel.partnership,
  person_id uuid,
  form_token text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on access.session (account_id);

create table access.failed_sign_in (
  id bigint generated always as identity primary key,
  email_hash text not null,
  address_hash text not null,
  at timestamptz not null
);
create index failed_sign_in_email on access.failed_sign_in (email_hash, at);
create index failed_sign_in_address on access.failed_sign_in (address_hash, at);

grant select, insert, update on access.account, access.session, access.account_person to golden_thread_app;
grant select, insert on access.failed_sign_in to golden_thread_app;
