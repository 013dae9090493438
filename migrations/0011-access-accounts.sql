-- Ways in besides the password: one-time links (invitation, reset), single sign-on, tokens of the API, guests by link.
-- Local tables hold keyed hashes of secrets and never the secrets: a copy of them opens nothing. Rows that are spent are
-- deleted after a while, because they hold e-mail addresses that nobody needs any more.

-- An invitation names a person (there may be no account yet); a reset names an account.
create table access.one_time_link (
  secret_hash text primary key,
  kind text not null check (kind in ('invitation', 'reset')),
  email text not null check (email = lower(email)),
  account_id uuid references access.account,
  partnership_id uuid references kernel.partnership,
  person_id uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  void_at timestamptz,
  check ((kind = 'reset') = (account_id is not null)),
  check ((kind = 'invitation') = (person_id is not null)),
  check ((person_id is null) = (partnership_id is null))
);
create index one_time_link_account on access.one_time_link (account_id, made_at);
create index one_time_link_person on access.one_time_link (partnership_id, person_id, made_at);
create index one_time_link_email on access.one_time_link (email);
create index account_person_person on access.account_person (partnership_id, person_id);

-- An agency's own sign-in (OpenID Connect). The client secret is in the environment, under secret_name.
create table access.identity_provider (
  id uuid primary key default uuidv7(),
  partnership_id uuid not null references kernel.partnership,
  agency_id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  secret_name text not null check (secret_name ~ '^SSO_SECRET_[A-Z0-9_]+$'),
  -- E-mail addresses at these domains are sent here; small letters.
  email_domains text[] not null check (cardinality(email_domains) > 0),
  -- Whether its word for an address at these domains is enough, also where it does not say "email_verified".
  trusts_email boolean not null,
  -- Whether people of the agency may no longer use a password.
  required boolean not null,
  enabled boolean not null default true,
  unique (partnership_id, name)
);

-- Which account somebody is by whom. Subjects are unique only within their issuer.
create table access.account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references access.account,
  made_at timestamptz not null,
  primary key (issuer, subject)
);
create index account_identity_account on access.account_identity (account_id);

-- A sign-in that has gone to an agency and not come back. State, nonce and verifier follow from the cookie's secret.
create table access.single_sign_on_attempt (
  secret_hash text primary key,
  provider_id uuid not null references access.identity_provider,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- By which another system acts as a person, within that person's appointments and these permissions.
create table access.api_token (
  id uuid primary key,
  secret_hash text not null unique,
  partnership_id uuid not null references kernel.partnership,
  person_id uuid not null,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- To five minutes.
  last_used_at timestamptz,
  check (expires_at <= made_at + interval '366 days')
);
create index api_token_person on access.api_token (partnership_id, person_id);

-- Whom somebody asked to do one thing about one record, without an account.
create table kernel.guest_link (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  asked_by_id uuid not null,
  name text not null,
  email text not null,
  operation text not null,
  ref text not null,
  -- What of the operation's input the guest cannot choose.
  input jsonb not null,
  reason text not null,
  until_on date not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, asked_by_id) references governance.person (partnership_id, id)
);
create index guest_link_ref on kernel.guest_link (partnership_id, ref);
select kernel.tenant_table('kernel.guest_link');

-- From the secret of a guest's link to the link; a link sent again has a second secret, and the first is void.
create table access.guest_secret (
  secret_hash text primary key,
  partnership_id uuid not null references kernel.partnership,
  link_id uuid not null,
  made_at timestamptz not null,
  void_at timestamptz
);
create index guest_secret_link on access.guest_secret (partnership_id, link_id);

-- A guest's visit: begins when a code is asked for, and is confirmed by the code.
create table access.guest_visit (
  cookie_hash text primary key,
  partnership_id uuid not null references kernel.partnership,
  link_id uuid not null,
  form_token text not null,
  made_at timestamptz not null,
  code_hash text,
  code_expires_at timestamptz,
  tries integer not null default 0,
  confirmed_at timestamptz,
  ended_at timestamptz
);
create index guest_visit_link on access.guest_visit (partnership_id, link_id, made_at);

grant select, insert, update on access.one_time_link, access.identity_provider, access.account_identity,
  access.single_sign_on_attempt, access.api_token, access.guest_secret, access.guest_visit to golden_thread_app;
grant delete on access.one_time_link, access.single_sign_on_attempt, access.guest_secret, access.guest_visit
  to golden_thread_app;
-- A person whose e-mail address changed moves to the account of the new one; the old account must open nothing of theirs.
grant delete on access.account_person to golden_thread_app;
