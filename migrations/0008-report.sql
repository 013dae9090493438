-- The yearly report: editions of a year, what named people judged and waived, who signed, where it went.

create table report.edition (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  year text not null,
  number integer not null,
  state text not null,
  due_on date not null,
  framework_id text,
  framework_reason text,
  published_on date,
  frozen jsonb,
  frozen_sha256 text,
  supersedes_id uuid,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (partnership_id, id),
  unique (partnership_id, year, number),
  foreign key (partnership_id, supersedes_id) references report.edition (partnership_id, id)
);
select kernel.tenant_table('report.edition');

create table report.chapter_text (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  chapter text not null,
  text text not null,
  primary key (partnership_id, id),
  unique (partnership_id, edition_id, chapter),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id)
);
select kernel.tenant_table('report.chapter_text');

create table report.judgement (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  duty_id text not null,
  status text not null,
  note text not null,
  judged_by_id uuid not null,
  primary key (partnership_id, id),
  unique (partnership_id, edition_id, duty_id),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  foreign key (partnership_id, judged_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('report.judgement');

create table report.waiver (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  finding_key text not null,
  rule text not null,
  reason text not null,
  waived_by_id uuid not null,
  withdrawn_on date,
  primary key (partnership_id, id),
  unique (partnership_id, edition_id, finding_key),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  foreign key (partnership_id, waived_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('report.waiver');

-- A recorded decision to print a small count of statutory activity.
create table report.print_permission (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  item_ref text not null,
  reason text not null,
  permitted_by_id uuid not null,
  primary key (partnership_id, id),
  constraint print_permission_item unique (partnership_id, edition_id, item_ref),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  foreign key (partnership_id, permitted_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('report.print_permission');

create table report.sign_off (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  partner text not null,
  person_id uuid not null,
  signed_on date not null,
  fingerprint text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  foreign key (partnership_id, person_id) references governance.person (partnership_id, id)
);
create index sign_off_edition on report.sign_off (partnership_id, edition_id);
select kernel.tenant_table('report.sign_off');

create table report.scrutiny_comment (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  text text not null,
  person_id uuid not null,
  made_on date not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  foreign key (partnership_id, person_id) references governance.person (partnership_id, id)
);
create index scrutiny_comment_edition on report.scrutiny_comment (partnership_id, edition_id);
select kernel.tenant_table('report.scrutiny_comment');

create table report.dispatch (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  recipient text not null,
  sent_on date not null,
  method text not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id)
);
create index dispatch_edition on report.dispatch (partnership_id, edition_id);
select kernel.tenant_table('report.dispatch');
