-- The independent scrutineer's own statement beside the yearly report, and the recommendations it makes, which live on the thread.
create table report.scrutiny_statement (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  edition_id uuid not null,
  looked_at text not null,
  works_well text not null,
  concerns text not null,
  effectiveness text not null,
  signed_by_id uuid,
  signed_on date,
  primary key (partnership_id, id),
  unique (partnership_id, edition_id),
  foreign key (partnership_id, edition_id) references report.edition (partnership_id, id),
  constraint scrutiny_statement_signed foreign key (partnership_id, signed_by_id) references governance.person (partnership_id, id)
);
select kernel.tenant_table('report.scrutiny_statement');

create table report.statement_recommendation (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  statement_id uuid not null,
  recommendation_id uuid not null,
  left_out_on date,
  primary key (partnership_id, id),
  constraint statement_recommendation_once unique (partnership_id, statement_id, recommendation_id),
  constraint statement_recommendation_of foreign key (partnership_id, statement_id) references report.scrutiny_statement (partnership_id, id),
  constraint statement_recommendation_is foreign key (partnership_id, recommendation_id) references thread.recommendation (partnership_id, id)
);
select kernel.tenant_table('report.statement_recommendation');
