-- The paper by which a council's committee is given the yearly report, in the council's own form.
create table report.cover_paper (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  template_id text not null,
  template_sha256 text not null,
  committee text not null,
  meeting_on date not null,
  decision text not null,
  answers jsonb not null,
  begun_by_id uuid,
  state text not null,
  signed_off_by_id uuid,
  signed_off_on date,
  frozen jsonb,
  frozen_sha256 text,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (partnership_id, id),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  constraint cover_paper_begun foreign key (partnership_id, begun_by_id) references governance.person (partnership_id, id),
  constraint cover_paper_signed foreign key (partnership_id, signed_off_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('report.cover_paper');
