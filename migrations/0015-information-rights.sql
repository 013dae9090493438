-- Information sharing agreements, and the rights of the people whom records are about: requests to see them, notes that
-- put them right, and the ledger of what was shared and what was not.

create schema if not exists information;
grant usage on schema information to golden_thread_app;

-- An agreement between agencies: for what purpose, on which basis, which kinds of information, from when to when.
create table governance.sharing_agreement (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  title text not null,
  purpose text not null,
  lawful_basis text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  from_on date not null,
  until_on date,
  review_on date not null,
  ended_reason text,
  primary key (partnership_id, id),
  check (until_on is null or until_on >= from_on)
);
select kernel.tenant_table('governance.sharing_agreement');

-- An agency that is party to an agreement, and who signed for it. `signatory` is the name and office on paper where the
-- signature was recorded for somebody.
create table governance.sharing_party (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  agreement_id uuid not null,
  agency_id uuid not null,
  signed_on date,
  signed_by_id uuid,
  signatory text,
  left_on date,
  primary key (partnership_id, id),
  constraint sharing_party_once unique (partnership_id, agreement_id, agency_id),
  foreign key (partnership_id, agreement_id) references governance.sharing_agreement (partnership_id, id),
  foreign key (partnership_id, agency_id) references governance.agency (partnership_id, id),
  foreign key (partnership_id, signed_by_id) references governance.person (partnership_id, id)
);
create index sharing_party_agency on governance.sharing_party (partnership_id, agency_id);
select kernel.tenant_table('governance.sharing_party');

-- For a while, and with a reason, returns are taken without an agreement: a new partnership has to start somewhere.
create table governance.sharing_waiver (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  decided_by_id uuid,
  primary key (partnership_id, id),
  check (until_on >= from_on),
  foreign key (partnership_id, decided_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('governance.sharing_waiver');

-- A request to see what is held about somebody (UK GDPR article 15). Always in the circle of those who handle it.
create table information.subject_request (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid not null,
  about_ref text,
  about_names text not null,
  about_dates text,
  asked_by text not null,
  capacity text not null,
  answer_to text,
  asked_for text not null,
  received_on date not null,
  identity_checked_on date,
  identity_checked_by_id uuid,
  identity_note text,
  authority_note text,
  extended_on date,
  extended_reason text,
  gathered_on date,
  places_not_open integer,
  state text not null,
  answered_on date,
  answered_how text,
  bundle_file_id uuid,
  bundle_hash text,
  primary key (partnership_id, id),
  constraint subject_request_circle_key unique (partnership_id, id, circle_id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  constraint subject_request_identity foreign key (partnership_id, identity_checked_by_id)
    references governance.person (partnership_id, id),
  foreign key (partnership_id, bundle_file_id) references kernel.file (partnership_id, id)
);
create index subject_request_open on information.subject_request (partnership_id, circle_id, state);
select kernel.tenant_table('information.subject_request');

-- Days on which the clock stood still, because the person was asked who they are or what they mean.
create table information.subject_request_pause (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid not null,
  request_id uuid not null,
  kind text not null,
  question text not null,
  from_on date not null,
  until_on date,
  primary key (partnership_id, id),
  check (until_on is null or until_on >= from_on),
  constraint subject_request_pause_request foreign key (partnership_id, request_id, circle_id)
    references information.subject_request (partnership_id, id, circle_id) deferrable initially deferred
);
create index subject_request_pause_of on information.subject_request_pause (partnership_id, request_id);
select kernel.tenant_table('information.subject_request_pause');

-- One record found for a request, and what is decided about it. Nothing of the record is copied here: `spans` are places
-- in its fields, `seen_hash` the hash of what the record said when it was decided.
create table information.subject_request_item (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid not null,
  request_id uuid not null,
  ref text not null,
  found_by text not null,
  decision text,
  ground text,
  reason text,
  spans jsonb not null,
  seen_hash text,
  decided_by_id uuid,
  decided_on date,
  primary key (partnership_id, id),
  unique (partnership_id, request_id, ref),
  constraint subject_request_item_request foreign key (partnership_id, request_id, circle_id)
    references information.subject_request (partnership_id, id, circle_id) deferrable initially deferred,
  foreign key (partnership_id, decided_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('information.subject_request_item');

-- A record that somebody says is wrong, and the note that stands beside it from then on. The record itself never changes.
create table information.rectification (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  about_ref text not null,
  disputed text not null,
  raised_by text not null,
  capacity text not null,
  raised_on date not null,
  note text not null,
  state text not null,
  reason text,
  decided_by_id uuid,
  decided_on date,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, decided_by_id) references governance.person (partnership_id, id)
);
create index rectification_about on information.rectification (partnership_id, about_ref);
select kernel.tenant_table('information.rectification');

-- The ledger: what was shared with whom and on which basis, and what was not shared and why (golden rule 7 of 2024).
create table information.sharing_decision (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid,
  about_ref text,
  what text not null,
  with_whom text not null,
  direction text not null,
  shared boolean not null,
  lawful_basis text not null,
  reason text not null,
  told_person text not null,
  decided_by_id uuid not null,
  decided_on date not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, decided_by_id) references governance.person (partnership_id, id)
);
create index sharing_decision_about on information.sharing_decision (partnership_id, about_ref);
select kernel.tenant_table('information.sharing_decision');
