-- The report told to children and young people, and in easy read: a short text for each priority, with a picture, and who read it first.
create table report.version (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  kind text not null,
  opening text,
  shown_to text,
  shown_count integer,
  shown_on date,
  they_said text,
  changed_because text,
  without_evidence text,
  signed_by_id uuid,
  signed_on date,
  frozen jsonb,
  frozen_sha256 text,
  primary key (partnership_id, id),
  unique (partnership_id, edition_id, kind),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  constraint version_signed foreign key (partnership_id, signed_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('report.version');

create table report.version_part (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  version_id uuid not null,
  priority_ref text not null,
  told text,
  did text,
  changed text,
  next text,
  rests_on text,
  picture_file_id uuid,
  picture_alt text,
  primary key (partnership_id, id),
  constraint version_part_once unique (partnership_id, version_id, priority_ref),
  constraint version_part_of foreign key (partnership_id, version_id) references report.version (partnership_id, id),
  constraint version_part_picture foreign key (partnership_id, picture_file_id) references kernel.file (partnership_id, id)
);
select kernel.tenant_table('report.version_part');
