-- Adopting a published report: the drafts that were read out of it, until a person has accepted, changed or dropped each.
create schema checker;
grant usage on schema checker to golden_thread_app;

create table checker.adoption (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  name text not null,
  -- Null once disposed of: then the same document may be adopted anew.
  sha256 text,
  title text not null,
  published_on date,
  period_from_on date,
  period_to_on date,
  framework_id text,
  -- The source in the register; made when the first draft is accepted.
  source_id uuid,
  left_out integer not null,
  adopted_by_id uuid not null,
  adopted_on date not null,
  closed_on date,
  primary key (partnership_id, id),
  unique (partnership_id, sha256),
  foreign key (partnership_id, source_id) references evidence.source (partnership_id, id),
  foreign key (partnership_id, adopted_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('checker.adoption');

create table checker.draft (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  adoption_id uuid not null,
  kind text not null,
  position integer not null,
  title text not null,
  content jsonb not null,
  topics text[] not null,
  part text,
  priority text,
  line integer,
  page integer,
  where_label text not null,
  also_at jsonb not null,
  quote text not null,
  offered_on date not null,
  state text not null check (state in ('waiting', 'accepted', 'changed', 'dropped')),
  -- What it became, and the page of that.
  record_ref text,
  record_path text,
  decided_by_id uuid,
  decided_on date,
  dropped_reason text,
  primary key (partnership_id, id),
  unique (partnership_id, adoption_id, position),
  check ((state = 'waiting') = (decided_on is null)),
  check (state not in ('accepted', 'changed') or record_ref is not null),
  foreign key (partnership_id, adoption_id) references checker.adoption (partnership_id, id),
  foreign key (partnership_id, decided_by_id) references governance.person (partnership_id, id)
);
create index draft_waiting on checker.draft (partnership_id, adoption_id, state);
select kernel.tenant_table('checker.draft');
