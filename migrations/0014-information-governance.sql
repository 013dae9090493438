-- Keeping and forgetting: the partnership's own retention schedule, legal holds, the data protection impact assessment,
-- disposals with their proof, redactions, and the sealed text of withdrawn reports.

create schema if not exists information;
grant usage on schema information to golden_thread_app;

-- A rule of the partnership's own retention schedule; it comes before the number that Golden Thread proposes.
create table information.retention_rule (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  declaration text not null,
  years integer not null check (years between 0 and 150),
  reason text not null,
  source text not null,
  from_on date not null,
  primary key (partnership_id, id),
  constraint retention_rule_from unique (partnership_id, declaration, from_on)
);
select kernel.tenant_table('information.retention_rule');

-- What may be neither disposed of nor redacted while it lasts: one record, every record of a kind, or everything.
create table information.legal_hold (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  scope text not null check (scope in ('record', 'kind', 'everything')),
  -- A reference (children.child/…) or a kind of record (children.child); null for everything.
  subject text check ((subject is null) = (scope = 'everything')),
  reason text not null,
  from_on date not null,
  placed_by_id uuid not null,
  lifted_on date,
  lifted_by_id uuid,
  lifted_reason text,
  primary key (partnership_id, id),
  foreign key (partnership_id, placed_by_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, lifted_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('information.legal_hold');

-- What only the partnership can say in its data protection impact assessment.
create table information.assessment (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  heading text not null,
  note text not null,
  review_on date,
  written_by_id uuid not null,
  written_on date not null,
  primary key (partnership_id, id),
  unique (partnership_id, heading),
  foreign key (partnership_id, written_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('information.assessment');

-- A disposal: a frozen list, proposed by one person, agreed by another, carried out. It is the certificate afterwards.
create table information.disposal (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  declaration text not null,
  rule text not null,
  reason text not null,
  state text not null check (state in ('proposed', 'agreed', 'carried-out', 'cancelled')),
  -- References and days only: [{"ref": …, "due_year": …}].
  list jsonb not null,
  list_sha256 text not null,
  proposed_by_id uuid,
  proposed_on date not null,
  agreed_by_id uuid check (agreed_by_id <> proposed_by_id),
  agreed_on date,
  carried_out_by_id uuid,
  carried_out_on date,
  cancelled_by_id uuid,
  cancelled_on date,
  cancelled_reason text,
  counts jsonb,
  primary key (partnership_id, id),
  foreign key (partnership_id, proposed_by_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, agreed_by_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, carried_out_by_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, cancelled_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('information.disposal');

-- One record that was disposed of; `with_ref` is the record it belonged to, or itself.
create table information.disposed (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  disposal_id uuid not null,
  ref text not null,
  with_ref text not null,
  disposed_on date not null,
  -- The last day on which it was blanked again, after a restored backup had brought it back.
  again_on date,
  primary key (partnership_id, id),
  unique (partnership_id, ref),
  foreign key (partnership_id, disposal_id) references information.disposal (partnership_id, id)
);
create index disposed_of on information.disposed (partnership_id, disposal_id);
select kernel.tenant_table('information.disposed');

-- Words that were taken out of a record, or a file that was: what and why, never the words. `ref` is the row that was
-- blanked, `shown_on` the record whose page says so.
create table kernel.redaction (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  ref text not null,
  shown_on text not null,
  field text not null,
  whole boolean not null,
  occurrences integer not null,
  reason text not null,
  redacted_on date not null,
  redacted_by_id uuid,
  -- Published reports in which the words stood: [{"title": …, "path": …}].
  published jsonb not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, redacted_by_id) references governance.person (partnership_id, id)
);
create index redaction_shown on kernel.redaction (partnership_id, shown_on);
select kernel.tenant_table('kernel.redaction');

-- The text of an edition that was withdrawn because of what it says: only the circle can open it, for a purpose.
create table report.sealed_edition (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid not null,
  edition_id uuid not null,
  frozen jsonb,
  frozen_sha256 text not null,
  sealed_on date not null,
  sealed_by_id uuid,
  primary key (partnership_id, id),
  unique (partnership_id, edition_id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  foreign key (partnership_id, sealed_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('report.sealed_edition');
-- Told to everybody who may read the report: that the text is sealed, and to whom to turn. Null while it is not.
alter table report.edition add column sealed_on date, add column sealed_for text;
alter table report.edition_history add column sealed_on date, add column sealed_for text;

-- A child who was disposed of has neither a birthday nor a day they were expected on. The form still asks for one.
alter table children.child drop constraint child_check;

-- The record table of that name, in its own schema: one with a history twin and row-level security. Raises otherwise.
create function kernel.record_table(named text) returns regclass
  language plpgsql stable set search_path = '' as $$
declare found regclass;
begin
  select c.oid::regclass into found
    from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_class twin on twin.relnamespace = c.relnamespace and twin.relname = c.relname || '_history'
    where n.nspname || '.' || c.relname = named and c.relkind = 'r' and c.relrowsecurity and twin.relrowsecurity
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema';
  if found is null then
    raise exception '% is not a table of records', named using errcode = '42501';
  end if;
  return found;
end $$;

-- Whether a legal hold in force keeps one of these references, or their kind, as it is.
create function information.is_held(refs text[]) returns boolean
  language sql stable set search_path = '' as $$
  select exists (
    select from information.legal_hold
    where partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid and lifted_on is null
      and (scope = 'everything'
        or (scope = 'record' and subject = any (refs))
        or (scope = 'kind' and subject in (select split_part(one, '/', 1) from unnest(refs) as one))))
$$;

-- Blanks columns of one record and of all its history, and writes the blanked record as a new revision: the one way in
-- which history changes. It runs as its owner, because the application may not rewrite history, and needs a warrant: a row of
-- information.disposed, kernel.redaction or report.sealed_edition for this very record, written in the same act, whose
-- audit entry is not there yet. `blanks` says what columns become everywhere, `past` what they become in one revision
-- ({"3": {…}}), `closing` what else changes in the new revision alone. What a legal hold keeps is refused.
-- Gives the number of versions that were blanked.
create function kernel.blank_record(
  named text, record uuid, warrant text, warrant_id uuid, blanks jsonb, past jsonb, closing jsonb) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  partnership uuid := nullif(current_setting('app.partnership_id', true), '')::uuid;
  live regclass := kernel.record_table(named);
  twin regclass := (named || '_history')::regclass;
  own_ref text := replace(named, '_', '-') || '/' || record;
  entry uuid;
  kept_with text;
  now_at integer;
  versions integer;
  part record;
  names text;
begin
  if partnership is null then
    raise exception 'no partnership is set' using errcode = '42501';
  end if;
  if warrant = 'information.disposed' then
    select entry_id, with_ref into entry, kept_with from information.disposed
      where partnership_id = partnership and id = warrant_id and ref = own_ref;
  elsif warrant = 'kernel.redaction' then
    select entry_id, shown_on into entry, kept_with from kernel.redaction
      where partnership_id = partnership and id = warrant_id and ref = own_ref;
  elsif warrant = 'report.sealed_edition' then
    select s.entry_id into entry from report.sealed_edition s
      where s.partnership_id = partnership and s.id = warrant_id
        and (own_ref = 'report.edition/' || s.edition_id
          or exists (select from kernel.file f where named = 'kernel.file' and f.partnership_id = partnership
            and f.id = record and f.owner_ref = 'report.edition/' || s.edition_id));
  end if;
  if entry is null or exists (
    select from kernel.audit_entry e where e.partnership_id = partnership and e.id = entry) then
    raise exception 'there is no warrant for %', own_ref using errcode = '42501';
  end if;
  -- Sealing keeps the text, in another place; a hold is no reason against it.
  if warrant <> 'report.sealed_edition' and information.is_held(array[own_ref, kept_with]) then
    raise exception '% is held', own_ref using errcode = '55000';
  end if;
  if exists (select from jsonb_object_keys(blanks || closing) as key
      where key in ('partnership_id', 'id', 'revision', 'entry_id')
        or (key = 'circle_id' and warrant <> 'report.sealed_edition')) then
    raise exception 'keys cannot be blanked' using errcode = '42501';
  end if;

  execute format('select revision from %s where partnership_id = $1 and id = $2 for update', live)
    into now_at using partnership, record;
  if now_at is null then
    raise exception '% is not there', own_ref using errcode = 'P0002';
  end if;
  for part in
    select null::integer as revision, blanks as becomes where blanks <> '{}'
    union all select key::integer, value from jsonb_each(past)
  loop
    select string_agg(format('%I', key), ', ') into names from jsonb_object_keys(part.becomes) as key
      where key not in ('partnership_id', 'id', 'revision', 'entry_id');
    execute format('update %1$s set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $3)) '
      || 'where partnership_id = $1 and id = $2 and revision = coalesce($4, revision)', twin, names)
      using partnership, record, part.becomes, part.revision;
  end loop;
  execute format('select count(*) from %s where partnership_id = $1 and id = $2', twin)
    into versions using partnership, record;

  blanks := blanks || coalesce(past -> now_at::text, '{}') || closing;
  select string_agg(format('%I', key), ', ') into names from jsonb_object_keys(blanks) as key;
  execute format('with written as (update %1$s set revision = revision + 1, entry_id = $4, '
    || '(%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $3)) '
    || 'where partnership_id = $1 and id = $2 returning *) insert into %3$s select * from written', live, names, twin)
    using partnership, record, blanks, entry;
  return versions + 1;
end $$;
revoke all on function kernel.blank_record(text, uuid, text, uuid, jsonb, jsonb, jsonb) from public;
grant execute on function kernel.blank_record(text, uuid, text, uuid, jsonb, jsonb, jsonb) to golden_thread_app;

-- The ids of the records of a table whose retention is over, with the year in which it was, and the circle they are in; nothing
-- of what stands in them. It runs as its owner, because a retention schedule also holds for records that the person who
-- keeps it may not open. `counts` is one of {"columns": […]}, {"parent": …, "by": …, "columns": […]},
-- {"latest_of": …, "by": …, "column": …} and {"last_change": true}; with `only`, {"column": …, "in": […]}.
create function information.past_retention(named text, counts jsonb, years integer, today date, most integer)
  returns table (id uuid, circle_id uuid, due_year integer)
  language plpgsql stable security definer set search_path = '' as $$
declare
  partnership uuid := nullif(current_setting('app.partnership_id', true), '')::uuid;
  live regclass := kernel.record_table(named);
  from_day text;
  only_those text := 'true';
  circle text := 'null::uuid';
begin
  if partnership is null then
    raise exception 'no partnership is set' using errcode = '42501';
  end if;
  if counts ? 'parent' then
    from_day := format('(select coalesce(%s) from %s p where p.partnership_id = t.partnership_id and p.id = t.%I)',
      (select string_agg(format('p.%I', one), ', ') from jsonb_array_elements_text(counts -> 'columns') as one),
      kernel.record_table(counts ->> 'parent'), counts ->> 'by');
  elsif counts ? 'latest_of' then
    from_day := format('(select case when bool_and(p.%1$I is not null) then max(p.%1$I) end from %2$s p '
      || 'where p.partnership_id = t.partnership_id and p.%3$I = t.id)',
      counts ->> 'column', kernel.record_table(counts ->> 'latest_of'), counts ->> 'by');
  elsif counts ? 'last_change' then
    from_day := '(select (e.at::timestamptz at time zone ''Europe/London'')::date from kernel.audit_entry e '
      || 'where e.partnership_id = t.partnership_id and e.id = t.entry_id)';
  else
    from_day := (select format('coalesce(%s)', string_agg(format('t.%I', one), ', '))
      from jsonb_array_elements_text(counts -> 'columns') as one);
  end if;
  if counts ? 'only' then
    only_those := format('t.%I = any (%L::text[])', counts #>> '{only,column}',
      (select array_agg(one) from jsonb_array_elements_text(counts #> '{only,in}') as one));
  end if;
  if exists (select from pg_catalog.pg_attribute a
      where a.attrelid = live and a.attname = 'circle_id' and not a.attisdropped) then
    circle := 't.circle_id';
  end if;
  return query execute format('select id, circle_id, extract(year from due_on)::integer from ('
    || 'select t.id, %1$s as circle_id, (%2$s + make_interval(years => $2))::date as due_on from %3$s t '
    || 'where t.partnership_id = $1 and %4$s and not exists (select from information.disposed d '
    || 'where d.partnership_id = t.partnership_id and d.ref = $5 || ''/'' || t.id)) as counted '
    || 'where due_on <= $3 order by due_on, id limit $4', circle, from_day, live, only_those)
    using partnership, years, today, most, replace(named, '_', '-');
end $$;
revoke all on function information.past_retention(text, jsonb, integer, date, integer) from public;
grant execute on function information.past_retention(text, jsonb, integer, date, integer) to golden_thread_app;

-- The ids of the rows of a table that belong to a record and go with it: by a reference or by its id.
create function information.belonging(named text, key text, value text) returns setof uuid
  language plpgsql stable security definer set search_path = '' as $$
declare
  partnership uuid := nullif(current_setting('app.partnership_id', true), '')::uuid;
begin
  return query execute format('select id from %s where partnership_id = $1 and %I::text = $2 order by id',
    kernel.record_table(named), key) using partnership, value;
end $$;
revoke all on function information.belonging(text, text, text) from public;
grant execute on function information.belonging(text, text, text) to golden_thread_app;

-- What must leave the file store with a record: the hashes of its files, also of those in circles the person is not in.
create function information.file_hashes(refs text[]) returns setof text
  language sql stable security definer set search_path = '' as $$
  select distinct sha256 from kernel.file
    where partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid
      and 'kernel.file/' || id = any (refs)
$$;
revoke all on function information.file_hashes(text[]) from public;
grant execute on function information.file_hashes(text[]) to golden_thread_app;

-- Whether any file of the partnership has these bytes; nobody learns which.
create function kernel.file_in_use(hash text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from kernel.file
    where partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid and sha256 = hash)
$$;
revoke all on function kernel.file_in_use(text) from public;
grant execute on function kernel.file_in_use(text) to golden_thread_app;

-- Whether something stands again, in the record or its history, in columns that a disposal had blanked: after a restored
-- backup. It runs as its owner, because the operator who restores is in no circle, and answers yes or no.
create function information.is_back(named text, record uuid, blanks jsonb) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare
  partnership uuid := nullif(current_setting('app.partnership_id', true), '')::uuid;
  live regclass := kernel.record_table(named);
  twin regclass := (named || '_history')::regclass;
  names text;
  back boolean;
begin
  select string_agg(format('%I', key), ', ') into names from jsonb_object_keys(blanks) as key;
  if names is null then
    return false;
  end if;
  execute format('select exists (select from %1$s where partnership_id = $1 and id = $2 and '
    || 'row(%3$s) is distinct from (select row(%3$s) from jsonb_populate_record(null::%1$s, $3))) '
    || 'or exists (select from %2$s where partnership_id = $1 and id = $2 and '
    || 'row(%3$s) is distinct from (select row(%3$s) from jsonb_populate_record(null::%2$s, $3)))', live, twin, names)
    into back using partnership, record, blanks;
  return back;
end $$;
revoke all on function information.is_back(text, uuid, jsonb) from public;
grant execute on function information.is_back(text, uuid, jsonb) to golden_thread_app;
