-- The thread: finding, recommendation, decision, action, check, effect. Every room writes here, in its own transaction.

create table thread.finding (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  title text not null,
  text text not null,
  found_on date,
  source text,
  locator text,
  state text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id)
);
create index finding_open on thread.finding (partnership_id, circle_id, state);
select kernel.tenant_table('thread.finding');

-- `gist` is what is asked for, in our own words; the exact wording stays with its source.
create table thread.recommendation (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  gist text not null,
  made_by text not null,
  made_on date,
  source text,
  locator text,
  to_body_id uuid,
  owner_agency_id uuid,
  owner_person_id uuid,
  due_on date,
  response text not null,
  response_text text,
  responded_on date,
  repeats_id uuid,
  state text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, to_body_id) references governance.body (partnership_id, id),
  foreign key (partnership_id, owner_agency_id) references governance.agency (partnership_id, id),
  foreign key (partnership_id, owner_person_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, repeats_id) references thread.recommendation (partnership_id, id)
);
create index recommendation_open on thread.recommendation (partnership_id, circle_id, state);
select kernel.tenant_table('thread.recommendation');

-- A decision is recorded as it was taken. Where the body lacked the authority that is said, and ratification asked for.
create table thread.decision (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  body_id uuid not null,
  taken_on date not null,
  taken_label text,
  text text not null,
  matter text not null,
  authority text not null,
  ratified_by_id uuid,
  ratified_on date,
  source text,
  locator text,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, body_id) references governance.body (partnership_id, id),
  foreign key (partnership_id, ratified_by_id) references governance.body (partnership_id, id)
);
select kernel.tenant_table('thread.decision');

create table thread.action (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  text text not null,
  owner_agency_id uuid,
  owner_person_id uuid,
  due_on date,
  done_on date,
  done_note text,
  source text,
  locator text,
  state text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, owner_agency_id) references governance.agency (partnership_id, id),
  foreign key (partnership_id, owner_person_id) references governance.person (partnership_id, id)
);
create index action_open on thread.action (partnership_id, circle_id, state, due_on);
select kernel.tenant_table('thread.action');

-- A check by someone other than the owner. (`check` is a word of SQL, so the table is check_made.)
create table thread.check_made (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  text text not null,
  checked_on date not null,
  checked_by_id uuid,
  checked_by_role text not null,
  result text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, checked_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('thread.check_made');

-- What should be different for children or practice; baseline and follow-up are evidence links.
create table thread.effect (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  expected text not null,
  observed text,
  observed_on date,
  state text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id)
);
select kernel.tenant_table('thread.effect');

-- Many to many, always forwards along the thread. Shown only where both ends may be seen.
create table thread.connection (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  from_ref text not null,
  to_ref text not null,
  primary key (partnership_id, id),
  unique (partnership_id, from_ref, to_ref)
);
create index connection_to on thread.connection (partnership_id, to_ref);
select kernel.tenant_table('thread.connection');
