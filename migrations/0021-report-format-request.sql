-- Somebody asked for the report in a form they can read: what, where the request itself lies, and what became of it. Nobody is named.
create table report.format_request (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  year text not null,
  format text not null,
  wish text,
  asked_on date not null,
  lies_in text not null,
  answered_on date,
  answer text,
  outcome text,
  primary key (partnership_id, id)
);
select kernel.tenant_table('report.format_request');
