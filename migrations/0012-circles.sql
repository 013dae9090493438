-- Circles end to end: who gave what lies in a circle and what may become of it, moving a record with its history, asking the
-- originator, emergency access to one record, and the monthly statement of who looked at what.

create schema circles;
grant usage on schema circles to golden_thread_app;

-- Handling: the agency that gave what the circle holds, its conditions, and when to look at them again. And the day on
-- which somebody last looked through the list of members (the day the circle was made counts).
alter table kernel.circle add column originator_agency_id uuid, add column handling text, add column review_on date,
  add column members_reviewed_on date;
alter table kernel.circle_history add column originator_agency_id uuid, add column handling text, add column review_on date,
  add column members_reviewed_on date;
alter table kernel.circle add constraint circle_originator
  foreign key (partnership_id, originator_agency_id) references governance.agency (partnership_id, id);

-- The history of a record carries the circle that the record carries now: so moving the record moves what it said before.
-- It takes the circle from the row itself, which row-level security guards, and can therefore open nothing by itself; and it
-- moves only what whoever asks may see.
create function kernel.reclassify_history(moved regclass, ids uuid[]) returns bigint
  language plpgsql security definer set search_path = '' as $$
declare
  own uuid := nullif(current_setting('app.partnership_id', true), '')::uuid;
  seen uuid[] := string_to_array(nullif(current_setting('app.circles', true), ''), ',')::uuid[];
  twin regclass; rows bigint;
begin
  select t.oid into twin from pg_catalog.pg_class c
    join pg_catalog.pg_class t on t.relnamespace = c.relnamespace and t.relname = c.relname || '_history'
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'circle_id' and not a.attisdropped
    join pg_catalog.pg_attribute p on p.attrelid = c.oid and p.attname = 'partnership_id' and p.attnotnull
    where c.oid = moved;
  if twin is null then
    raise exception '% holds no records that a circle may close', moved;
  end if;
  execute format('update %s h set circle_id = r.circle_id from %s r
    where r.partnership_id = $1 and r.id = any($2) and (r.circle_id is null or r.circle_id = any($3))
      and h.partnership_id = $1 and h.id = r.id and h.circle_id is distinct from r.circle_id', twin, moved)
    using own, ids, seen;
  get diagnostics rows = row_count;
  return rows;
end $$;
revoke all on function kernel.reclassify_history(regclass, uuid[]) from public;
grant execute on function kernel.reclassify_history(regclass, uuid[]) to golden_thread_app;

-- In which circle records are, for commands that act on what the person may not see: emergency access, and the statement
-- that must tell an originator of its own records alone. It tells an id, and nothing of the record.
create function kernel.circles_of(named regclass, ids uuid[]) returns table (record_id uuid, in_circle uuid)
  language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from pg_catalog.pg_attribute a
    join pg_catalog.pg_attribute p on p.attrelid = a.attrelid and p.attname = 'partnership_id' and p.attnotnull
    where a.attrelid = named and a.attname = 'circle_id' and not a.attisdropped) then
    raise exception '% holds no records that a circle may close', named;
  end if;
  return query execute format('select id, circle_id from %s where partnership_id = $1 and id = any($2)
    and circle_id is not null', named)
    using nullif(current_setting('app.partnership_id', true), '')::uuid, ids;
end $$;
revoke all on function kernel.circles_of(regclass, uuid[]) from public;
grant execute on function kernel.circles_of(regclass, uuid[]) to golden_thread_app;

-- That a record was moved from one circle to another, opened or closed, and why. It carries the circle of the record as it
-- is now, like everything that belongs to the record.
create table circles.move (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  ref text not null,
  from_circle_id uuid,
  to_circle_id uuid,
  reason text not null,
  moved_by_id uuid,
  moved_on date not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, from_circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, to_circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, moved_by_id) references governance.person (partnership_id, id)
);
create index move_of on circles.move (partnership_id, ref);
select kernel.tenant_table('circles.move');

-- Somebody asked the originator whether a record may leave its circle, be exported or be quoted, and what was answered.
create table circles.release_request (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid not null,
  ref text not null,
  act text not null check (act in ('move', 'export', 'quote')),
  asked_by_id uuid not null,
  asked_on date not null,
  reason text not null,
  answer text check (answer in ('agreed', 'refused')),
  answered_by_id uuid,
  answered_on date,
  note text,
  -- The last day on which an agreed act may be done.
  expires_on date,
  check ((answer is null) = (answered_on is null)),
  check (answer is distinct from 'agreed' or expires_on is not null),
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, asked_by_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, answered_by_id) references governance.person (partnership_id, id)
);
create index release_request_of on circles.release_request (partnership_id, circle_id, ref, act);
select kernel.tenant_table('circles.release_request');

-- Emergency access: one person, one record, a few hours. Not called circle_id, because the person is not in the circle and
-- must still find what they were given.
create table circles.emergency_access (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  person_id uuid not null,
  ref text not null,
  of_circle_id uuid not null,
  given_on date not null,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  reason text not null,
  justified boolean,
  reviewed_by_id uuid,
  reviewed_on date,
  review_note text,
  check ((justified is null) = (reviewed_on is null)),
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, of_circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, reviewed_by_id) references governance.person (partnership_id, id)
);
create index emergency_access_person on circles.emergency_access (partnership_id, person_id);
create index emergency_access_given on circles.emergency_access (partnership_id, given_on);
select kernel.tenant_table('circles.emergency_access');

-- The one row that an emergency access in force opens, to the person who was given it; nothing where it is not, has ended,
-- or the record has gone to another circle since.
create function circles.emergency_record(access uuid, person uuid, at timestamptz) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare
  own uuid := nullif(current_setting('app.partnership_id', true), '')::uuid;
  given circles.emergency_access; named regclass; opened jsonb;
begin
  select * into given from circles.emergency_access g
    where g.partnership_id = own and g.id = access and g.person_id = person and g.expires_at > at;
  if not found then return null; end if;
  named := replace(split_part(given.ref, '/', 1), '-', '_')::regclass;
  execute format('select to_jsonb(r) from %s r where r.partnership_id = $1 and r.id = $2 and r.circle_id = $3', named)
    into opened using own, split_part(given.ref, '/', 2)::uuid, given.of_circle_id;
  return opened;
end $$;
revoke all on function circles.emergency_record(uuid, uuid, timestamptz) from public;
grant execute on function circles.emergency_record(uuid, uuid, timestamptz) to golden_thread_app;
-- It opened a whole circle by the id of one child.
drop function children.emergency_circle(uuid);

-- That a statement for an agency and a month is there to be read. What it says is drawn from the audit trail each time.
create table circles.statement (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  agency_id uuid not null,
  -- 2025-08
  month text not null,
  openings integer not null check (openings > 0),
  primary key (partnership_id, id),
  unique (partnership_id, agency_id, month),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id)
);
select kernel.tenant_table('circles.statement');

-- A month of the trail is found by its instants, without reading the years before it.
create index audit_entry_at on kernel.audit_entry (partnership_id, at);

-- The entries that name a record, the latest first. It runs as its owner, because under row-level security the index on
-- references is not used (its operator is not leakproof) and every question would read the whole trail; it names the partnership
-- itself, and shows nothing that the policy would not.
create function kernel.entries_about(named text, most integer) returns table (seq bigint, body text)
  language sql stable security definer set search_path = '' as $$
  with found as materialized (
    select e.seq, e.body from kernel.audit_entry e
    where e.partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid
      and e.refs @> jsonb_build_array(named))
  select found.seq, found.body from found order by found.seq desc limit most
$$;
revoke all on function kernel.entries_about(text, integer) from public;
grant execute on function kernel.entries_about(text, integer) to golden_thread_app;
