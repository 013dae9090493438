-- A second factor at the entrance: authenticator apps, recovery codes, passkeys; sessions that know how far they have
-- come; what happened to an account; and the form that was being filled in when a session timed out.

-- How far a session has come. Only 'complete' opens anything; one made before this migration had come all the way.
alter table access.session
  add column id uuid not null default uuidv7() unique,
  add column stage text not null default 'complete'
    check (stage in ('anonymous', 'second-factor', 'set-up-second-factor', 'complete')),
  add column how text check (how in ('password', 'passkey', 'single-sign-on', 'link')),
  -- When the person last proved who they are; sensitive changes need it to be recent.
  add column proved_at timestamptz,
  -- Words such as "Firefox on Windows", never the whole header.
  add column browser text,
  -- A passkey's challenge: used once, within five minutes, for the one purpose it was made for.
  add column challenge text,
  add column challenge_for text check (challenge_for in ('registration', 'sign-in', 'second-factor', 'proof')),
  add column challenge_at timestamptz,
  -- The sealed secret of an authenticator app that has not proved itself by a code yet.
  add column pending_authenticator text,
  add constraint session_of_account check (stage = 'anonymous' or account_id is not null or stage = 'complete');

-- An attempt is counted before it is tried, so that many sent at once are no more than the limit.
alter table access.failed_sign_in
  add column outcome text not null default 'failed'
    check (outcome in ('trying', 'failed', 'succeeded', 'refused'));
grant update (outcome) on access.failed_sign_in to golden_thread_app;

-- Too many failures in a day lock the e-mail address, whether there is an account or not, so that the answer tells nobody.
create table access.locked_email (
  email_hash text primary key,
  locked_at timestamptz not null,
  lifted_at timestamptz
);

-- An authenticator app (RFC 6238). The secret is sealed under the installation's own secret. A time step is taken once.
create table access.authenticator (
  account_id uuid primary key references access.account,
  sealed_secret text not null,
  confirmed_at timestamptz not null,
  last_step bigint not null
);

create table access.recovery_code (
  account_id uuid not null references access.account,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- A passkey (WebAuthn level 3): only the public half, which opens nothing.
create table access.passkey (
  id text primary key,
  account_id uuid not null references access.account,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  -- Kept by the person's provider on several of their devices.
  synchronised boolean not null,
  made_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on access.passkey (account_id);

-- What happened to an account, for the person it belongs to. Written once; network addresses only as keyed hashes.
create table access.account_event (
  id bigint generated always as identity primary key,
  account_id uuid not null references access.account,
  at timestamptz not null,
  kind text not null,
  browser text,
  address_hash text
);
create index account_event_account on access.account_event (account_id, id desc);

grant select, insert, update on access.locked_email, access.authenticator, access.recovery_code, access.passkey
  to golden_thread_app;
grant select, insert on access.account_event to golden_thread_app;
-- A factor that was removed must open nothing, and codes made anew replace the old: the event stays, the credential goes.
grant delete on access.authenticator, access.recovery_code, access.passkey to golden_thread_app;
-- Sessions and attempts that are long over are forgotten.
grant delete on access.session, access.failed_sign_in to golden_thread_app;

-- What somebody had typed into a form when their session timed out. Blanked once it is sent or discarded, and after 7 days.
create table kernel.draft (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The form's address, with its search.
  path text not null,
  sent jsonb,
  saved_at timestamptz not null,
  taken_at timestamptz,
  primary key (partnership_id, id),
  constraint draft_blank check ((sent is null) = (taken_at is not null))
);
create index draft_person on kernel.draft (partnership_id, person_id) where sent is not null;
select kernel.tenant_machinery('kernel.draft', 'select, insert, update');
