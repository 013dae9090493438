-- Governance: who makes up the partnership, in which bodies, by which dated appointments.

-- The partnership's own names through time.
create table governance.partnership_name (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  name text not null,
  abbreviation text,
  from_on date,
  until_on date,
  check (until_on is null or from_on is null or until_on > from_on),
  primary key (partnership_id, id)
);
select kernel.tenant_table('governance.partnership_name');

-- Facts about the area that decide which duties apply. Null means nobody has recorded it.
create table governance.area (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  local_authority text not null,
  description text,
  has_secure_establishment boolean,
  report_contact text,
  primary key (partnership_id, id),
  unique (partnership_id)
);
select kernel.tenant_table('governance.area');

create table governance.agency (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  name text not null,
  kind text not null,
  legal_type text not null,
  part_of_id uuid,
  source text,
  primary key (partnership_id, id),
  unique (partnership_id, name),
  foreign key (partnership_id, part_of_id) references governance.agency (partnership_id, id)
);
select kernel.tenant_table('governance.agency');

create table governance.agency_name (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  agency_id uuid not null,
  name text not null,
  kind text not null,
  from_on date,
  until_on date,
  source text,
  primary key (partnership_id, id),
  unique (partnership_id, agency_id, name),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id)
);
select kernel.tenant_table('governance.agency_name');

create table governance.body (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  name text not null,
  kind text not null,
  terms_of_reference text,
  cadence text,
  reports_to_id uuid,
  shared_with text,
  from_on date,
  until_on date,
  source text,
  primary key (partnership_id, id),
  unique (partnership_id, name),
  foreign key (partnership_id, reports_to_id) references governance.body (partnership_id, id)
);
select kernel.tenant_table('governance.body');

create table governance.body_name (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  body_id uuid not null,
  name text not null,
  kind text not null,
  from_on date,
  until_on date,
  source text,
  primary key (partnership_id, id),
  unique (partnership_id, body_id, name),
  foreign key (partnership_id, body_id) references governance.body (partnership_id, id)
);
select kernel.tenant_table('governance.body_name');

-- What a body may decide, and since when: the partnership's scheme of delegation.
create table governance.authority (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  body_id uuid not null,
  matter text not null,
  from_on date not null,
  until_on date,
  source text,
  primary key (partnership_id, id),
  foreign key (partnership_id, body_id) references governance.body (partnership_id, id)
);
select kernel.tenant_table('governance.authority');

create table governance.person (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  name text not null,
  job_title text,
  email text,
  agency_id uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id)
);
select kernel.tenant_table('governance.person');

create table governance.seat (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  body_id uuid not null,
  agency_id uuid not null,
  title text not null,
  from_on date,
  until_on date,
  source text,
  primary key (partnership_id, id),
  foreign key (partnership_id, body_id) references governance.body (partnership_id, id),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id)
);
select kernel.tenant_table('governance.seat');

create table governance.appointment (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  person_id uuid not null,
  role text not null,
  body_id uuid,
  agency_id uuid,
  from_on date not null,
  until_on date,
  source text,
  check (until_on is null or until_on >= from_on),
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references governance.person (partnership_id, id),
  foreign key (partnership_id, body_id) references governance.body (partnership_id, id),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id)
);
create index appointment_person on governance.appointment (partnership_id, person_id);
select kernel.tenant_table('governance.appointment');

create table governance.abbreviation (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  short text not null,
  expansion text not null,
  source text,
  primary key (partnership_id, id),
  unique (partnership_id, short)
);
select kernel.tenant_table('governance.abbreviation');

-- Who is in a circle, and from when to when. Membership is people, not roles. The column is not called
-- circle_id, because a membership is not restricted by the circle it opens. Emergency access expires by itself.
create table kernel.circle_member (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  member_of uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  expires_at timestamptz,
  reason text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, member_of) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, person_id) references governance.person (partnership_id, id)
);
create index circle_member_person on kernel.circle_member (partnership_id, person_id);
select kernel.tenant_table('kernel.circle_member');
