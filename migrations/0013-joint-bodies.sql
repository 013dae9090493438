-- Joint bodies: a partnership of kind `joint`, with its own members, records and audit trail. What a home partnership
-- receives of it is copied across, with its origin; nothing is ever read across.

create schema joint;
grant usage on schema joint to golden_thread_app;

-- In the joint body: which home partnerships it serves.
create table joint.home (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  home_id uuid not null references kernel.partnership,
  from_on date not null,
  until_on date,
  primary key (partnership_id, id),
  unique (partnership_id, home_id, from_on),
  check (until_on is null or until_on >= from_on)
);
select kernel.tenant_table('joint.home');

-- In the home: from which joint body it takes copies, and into which circle those that few may see. Without a row, none.
create table joint.acceptance (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  joint_id uuid not null references kernel.partnership,
  from_on date not null,
  until_on date,
  agreed_by text not null,
  restricted_to_id uuid,
  primary key (partnership_id, id),
  unique (partnership_id, joint_id, from_on),
  check (until_on is null or until_on >= from_on),
  foreign key (partnership_id, restricted_to_id) references kernel.circle (partnership_id, id)
);
select kernel.tenant_table('joint.acceptance');

-- In the joint body: what was sent to which home, in the words it was sent in, and what became of it. It carries the circle
-- of the record.
create table joint.sharing (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  home_id uuid not null references kernel.partnership,
  ref text not null,
  record_revision integer not null,
  copy jsonb not null,
  content_hash text not null,
  reason text,
  home_circle text,
  shared_by_id uuid not null,
  shared_by_role text not null,
  shared_on date not null,
  state text not null check (state in ('waiting', 'delivered', 'refused')),
  refusal text,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (partnership_id, id),
  constraint sharing_once unique (partnership_id, home_id, ref, record_revision),
  check ((state = 'refused') = (refusal is not null)),
  check ((withdrawn_on is null) = (withdrawn_reason is null)),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, shared_by_id) references governance.person (partnership_id, id)
);
create index sharing_home on joint.sharing (partnership_id, home_id, shared_on);
select kernel.tenant_table('joint.sharing');

-- In the home: a copy as it came. Who sent it is written out, because nothing of the joint body can be looked up from here;
-- the same revision of the same record comes once, however often it is sent.
create table joint.received_copy (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  origin_id uuid not null references kernel.partnership,
  origin_name text not null,
  origin_ref text not null,
  origin_revision integer not null,
  copy jsonb not null,
  content_hash text not null,
  sent_by text not null,
  sent_by_role text not null,
  sent_on date not null,
  received_on date not null,
  amends_id uuid,
  state text not null check (state in ('waiting', 'taken-in', 'declined')),
  taken_ref text,
  declined_reason text,
  handled_by_id uuid,
  handled_on date,
  withdrawn_on date,
  withdrawn_reason text,
  withdrawal_noted_on date,
  primary key (partnership_id, id),
  constraint received_copy_once unique (partnership_id, origin_id, origin_ref, origin_revision),
  check ((state = 'taken-in') = (taken_ref is not null)),
  check ((state = 'declined') = (declined_reason is not null)),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, amends_id) references joint.received_copy (partnership_id, id),
  foreign key (partnership_id, handled_by_id) references governance.person (partnership_id, id)
);
create index received_copy_waiting on joint.received_copy (partnership_id, circle_id, state);
select kernel.tenant_table('joint.received_copy');

-- Where the copies of one record are, for the job that brings its next version or its withdrawal: the home may have moved
-- them to a circle of its own. It tells ids alone, and of the home that the job acts in.
create function joint.copies_of(origin uuid, record text)
  returns table (copy_id uuid, of_revision integer, in_circle uuid)
  language sql stable security definer set search_path = '' as $$
  select id, origin_revision, circle_id from joint.received_copy
    where partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid
      and origin_id = origin and origin_ref = record
$$;
revoke all on function joint.copies_of(uuid, text) from public;
grant execute on function joint.copies_of(uuid, text) to golden_thread_app;
