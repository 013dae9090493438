-- The kernel: partnerships, context, audit trail, idempotency, outbox, calendar and framework additions, files.
-- Everything here is owned by the migrating role; the application role owns nothing and may not delete.

create schema kernel;
create schema access;
create schema governance;
create schema children;
create schema thread;
create schema evidence;
create schema plan;
create schema report;
grant usage on schema kernel, access, governance, children, thread, evidence, plan, report to golden_thread_app;

-- Sets who is asking for the length of one transaction. SET LOCAL inside plpgsql, because a distributed
-- server forwards that and not set_config (schema rules R5, A5).
create function kernel.set_context(partnership uuid, circles text) returns void language plpgsql as $$
begin
  execute format('set local app.partnership_id = %L', partnership);
  execute format('set local app.circles = %L', circles);
end $$;

-- Makes a table a tenant table: its history twin, policies and grants. A row cannot exist without the same
-- revision in its history, and no history without the audit entry of the act that wrote it.
create function kernel.tenant_table(named regclass) returns void language plpgsql as $$
declare
  schema_name text; table_name text; twin text; rule text;
begin
  select n.nspname, c.relname into schema_name, table_name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = named;
  twin := format('%I.%I', schema_name, table_name || '_history');
  rule := 'partnership_id = nullif(current_setting(''app.partnership_id'', true), '''')::uuid';
  if exists (select 1 from pg_attribute where attrelid = named and attname = 'circle_id' and not attisdropped) then
    rule := rule || ' and (circle_id is null or circle_id = any(string_to_array('
      || 'nullif(current_setting(''app.circles'', true), ''''), '','')::uuid[]))';
  end if;

  execute format('create table %s (like %s)', twin, named);
  execute format('alter table %s add primary key (partnership_id, id, revision)', twin);
  execute format('alter table %s add constraint %I foreign key (partnership_id, entry_id) '
    || 'references kernel.audit_entry (partnership_id, id) deferrable initially deferred',
    twin, table_name || '_history_entry');
  execute format('alter table %s add constraint %I foreign key (partnership_id, id, revision) references %s',
    named, table_name || '_has_history', twin);
  execute format('alter table %s enable row level security', named);
  execute format('alter table %s enable row level security', twin);
  execute format('create policy tenant on %s to golden_thread_app using (%s) with check (%s)', named, rule, rule);
  execute format('create policy tenant on %s to golden_thread_app using (%s) with check (%s)', twin, rule, rule);
  execute format('grant select, insert, update on %s to golden_thread_app', named);
  execute format('grant select, insert on %s to golden_thread_app', twin);
end $$;

-- Machinery of a partnership that nobody reads as a record: no history twin.
create function kernel.tenant_machinery(named regclass, privileges text) returns void language plpgsql as $$
declare rule text := 'partnership_id = nullif(current_setting(''app.partnership_id'', true), '''')::uuid';
begin
  execute format('alter table %s enable row level security', named);
  execute format('create policy tenant on %s to golden_thread_app using (%s) with check (%s)', named, rule, rule);
  execute format('grant %s on %s to golden_thread_app', privileges, named);
end $$;

create table kernel.partnership (
  id uuid primary key default uuidv7(),
  short_name text not null unique check (short_name ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  kind text not null check (kind in ('home', 'joint')),
  demonstration boolean not null
);
grant select, insert, update on kernel.partnership to golden_thread_app;

create table kernel.audit_head (
  partnership_id uuid primary key,
  seq bigint not null,
  hash text not null
);
select kernel.tenant_machinery('kernel.audit_head', 'select, insert, update');

-- One chain for each partnership: hash = sha256(previous hash || body). The body holds names, never values.
create table kernel.audit_entry (
  partnership_id uuid not null,
  seq bigint not null,
  id uuid not null,
  body text not null,
  previous_hash text not null,
  hash text not null,
  at text not null generated always as (body::jsonb ->> 'at') stored,
  person_id text generated always as (body::jsonb ->> 'person_id') stored,
  operation text not null generated always as (body::jsonb ->> 'operation') stored,
  refs jsonb not null generated always as (body::jsonb -> 'refs') stored,
  primary key (partnership_id, seq),
  unique (partnership_id, id)
);
create index audit_entry_refs on kernel.audit_entry using gin (refs jsonb_path_ops);
create index audit_entry_person on kernel.audit_entry (partnership_id, person_id, seq);
select kernel.tenant_machinery('kernel.audit_entry', 'select, insert');

-- A command sent twice with one key is carried out once.
create table kernel.request (
  partnership_id uuid not null,
  person_id text not null,
  operation text not null,
  key text not null,
  input_hash text not null,
  result jsonb,
  at timestamptz not null default now(),
  primary key (partnership_id, person_id, operation, key)
);
select kernel.tenant_machinery('kernel.request', 'select, insert, update');

-- The outbox: work that must happen because a command was committed.
create table kernel.job (
  partnership_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null,
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  run_after timestamptz not null default now(),
  done_at timestamptz,
  problem text,
  primary key (partnership_id, id)
);
create index job_waiting on kernel.job (partnership_id, run_after) where state = 'waiting';
select kernel.tenant_machinery('kernel.job', 'select, insert, update');
-- Lists which partnerships have work waiting, and nothing about it: the worker then asks for each by name.
create function kernel.partnerships_with_work() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select distinct partnership_id from kernel.job where state = 'waiting' and run_after <= now()
$$;
revoke all on function kernel.partnerships_with_work() from public;
grant execute on function kernel.partnerships_with_work() to golden_thread_app;

-- A day an administrator added to the bank holidays that ship with the calendar.
create table kernel.closed_day (
  partnership_id uuid not null,
  id uuid not null,
  revision integer not null,
  entry_id uuid not null,
  on_day date not null,
  name text not null,
  primary key (partnership_id, id),
  unique (partnership_id, on_day)
);
select kernel.tenant_table('kernel.closed_day');

-- A partnership's own number for a timescale that the law leaves open, or that is not verified.
create table kernel.local_timescale (
  partnership_id uuid not null,
  id uuid not null,
  revision integer not null,
  entry_id uuid not null,
  rule_id text not null,
  amount integer check (amount > 0),
  unit text,
  start_event text,
  verified boolean not null,
  reason text not null,
  source text not null,
  in_force_from date not null,
  in_force_until date,
  primary key (partnership_id, id),
  constraint local_timescale_from unique (partnership_id, rule_id, in_force_from)
);
select kernel.tenant_table('kernel.local_timescale');

-- A circle: a named group of people who may see the records that carry it.
create table kernel.circle (
  partnership_id uuid not null,
  id uuid not null,
  revision integer not null,
  entry_id uuid not null,
  name text not null,
  purpose text not null,
  primary key (partnership_id, id),
  unique (partnership_id, name)
);
select kernel.tenant_table('kernel.circle');

-- A file belongs to one record and is seen by whoever may see that record.
create table kernel.file (
  partnership_id uuid not null,
  id uuid not null,
  revision integer not null,
  entry_id uuid not null,
  circle_id uuid,
  owner_ref text not null,
  name text not null,
  media_type text not null,
  size integer not null check (size >= 0),
  sha256 text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id)
);
create index file_owner on kernel.file (partnership_id, owner_ref);
select kernel.tenant_table('kernel.file');
