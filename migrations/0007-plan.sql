-- The plan: reporting years, priorities under one name, and for each priority and year what was done,
-- how the partnership knows it made a difference, and what comes next.

create table plan.reporting_year (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  label text not null,
  from_on date not null,
  to_on date not null,
  primary key (partnership_id, id),
  unique (partnership_id, label)
);
select kernel.tenant_table('plan.reporting_year');

create table plan.priority (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  name text not null,
  description text,
  primary key (partnership_id, id),
  unique (partnership_id, name)
);
select kernel.tenant_table('plan.priority');

create table plan.priority_name (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  priority_id uuid not null,
  name text not null,
  allowed boolean not null,
  from_on date,
  until_on date,
  source text,
  primary key (partnership_id, id),
  unique (partnership_id, priority_id, name),
  foreign key (partnership_id, priority_id) references plan.priority (partnership_id, id)
);
select kernel.tenant_table('plan.priority_name');

-- What a priority attends to, and what became of that: a focus that ends does not hand on its measures unasked.
create table plan.priority_focus (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  priority_id uuid not null,
  focus text not null,
  from_on date,
  until_on date,
  became text,
  successor_id uuid,
  note text,
  source text,
  primary key (partnership_id, id),
  foreign key (partnership_id, priority_id) references plan.priority (partnership_id, id),
  foreign key (partnership_id, successor_id) references plan.priority (partnership_id, id)
);
select kernel.tenant_table('plan.priority_focus');

create table plan.priority_year (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  priority_id uuid not null,
  year_id uuid not null,
  number integer not null,
  statement text,
  primary key (partnership_id, id),
  unique (partnership_id, year_id, priority_id),
  unique (partnership_id, year_id, number),
  foreign key (partnership_id, priority_id) references plan.priority (partnership_id, id),
  foreign key (partnership_id, year_id) references plan.reporting_year (partnership_id, id)
);
select kernel.tenant_table('plan.priority_year');

create table plan.strategy (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  name text not null,
  kind text not null,
  priority_id uuid,
  from_on date,
  until_on date,
  launched_label text,
  supersedes_id uuid,
  source text,
  primary key (partnership_id, id),
  unique (partnership_id, name),
  foreign key (partnership_id, priority_id) references plan.priority (partnership_id, id),
  foreign key (partnership_id, supersedes_id) references plan.strategy (partnership_id, id)
);
select kernel.tenant_table('plan.strategy');

create table plan.activity (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  year_id uuid not null,
  priority_id uuid,
  topic text not null,
  position integer not null,
  text text not null,
  agency_id uuid,
  body_id uuid,
  from_on date,
  to_on date,
  when_label text,
  reach integer,
  reach_label text,
  source_id uuid,
  locator text,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (partnership_id, id),
  foreign key (partnership_id, year_id) references plan.reporting_year (partnership_id, id),
  foreign key (partnership_id, priority_id) references plan.priority (partnership_id, id),
  foreign key (partnership_id, source_id) references evidence.source (partnership_id, id),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id),
  foreign key (partnership_id, body_id) references governance.body (partnership_id, id)
);
create index activity_year on plan.activity (partnership_id, year_id, position);
select kernel.tenant_table('plan.activity');

create table plan.claim (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  year_id uuid not null,
  priority_id uuid,
  topic text not null,
  position integer not null,
  statement text not null,
  about text not null,
  for_whom text,
  headline boolean not null,
  source_id uuid,
  locator text,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (partnership_id, id),
  foreign key (partnership_id, year_id) references plan.reporting_year (partnership_id, id),
  foreign key (partnership_id, priority_id) references plan.priority (partnership_id, id),
  foreign key (partnership_id, source_id) references evidence.source (partnership_id, id)
);
create index claim_year on plan.claim (partnership_id, year_id, position);
select kernel.tenant_table('plan.claim');

create table plan.next_step (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  year_id uuid not null,
  priority_id uuid,
  topic text not null,
  position integer not null,
  text text not null,
  owner_agency_id uuid,
  owner_body_id uuid,
  due_on date,
  due_label text,
  source_id uuid,
  locator text,
  done_on date,
  done_note text,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (partnership_id, id),
  foreign key (partnership_id, year_id) references plan.reporting_year (partnership_id, id),
  foreign key (partnership_id, priority_id) references plan.priority (partnership_id, id),
  foreign key (partnership_id, source_id) references evidence.source (partnership_id, id),
  foreign key (partnership_id, owner_agency_id) references governance.agency (partnership_id, id),
  foreign key (partnership_id, owner_body_id) references governance.body (partnership_id, id)
);
create index next_step_year on plan.next_step (partnership_id, year_id, position);
select kernel.tenant_table('plan.next_step');
