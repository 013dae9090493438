-- Evidence: sources, items in six shapes, and graded links that remember what the cited record said.

create table evidence.source (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  title text not null,
  kind text not null,
  publisher text,
  published_on date,
  period_from_on date,
  period_to_on date,
  code text,
  supersedes_id uuid,
  note text,
  primary key (partnership_id, id),
  unique (partnership_id, code),
  foreign key (partnership_id, supersedes_id) references evidence.source (partnership_id, id)
);
select kernel.tenant_table('evidence.source');

create table evidence.item (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  shape text not null,
  title text not null,
  topics text[] not null check (cardinality(topics) > 0),
  part text,
  group_ref text,
  position integer not null,
  as_of_on date,
  period_from_on date,
  period_to_on date,
  period_label text,
  geography text,
  source_id uuid,
  locator text,
  agency_id uuid,
  -- Belongs to the report of this year whatever its period; null: its period decides.
  year_label text,
  content jsonb not null,
  content_hash text not null,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, source_id) references evidence.source (partnership_id, id),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id)
);
create index item_period on evidence.item (partnership_id, circle_id, period_to_on);
create index item_position on evidence.item (partnership_id, position);
create index item_source on evidence.item (partnership_id, source_id);
select kernel.tenant_table('evidence.item');

create table evidence.link (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  from_ref text not null,
  to_ref text not null,
  purpose text not null,
  cited_hash text not null,
  removed_on date,
  primary key (partnership_id, id),
  unique (partnership_id, from_ref, to_ref, purpose)
);
create index link_to on evidence.link (partnership_id, to_ref);
select kernel.tenant_table('evidence.link');
