-- Who is to have the report is planned before it is sent: in which form, by when; and what came back.
alter table report.dispatch alter column sent_on drop not null, alter column method drop not null,
  add column recipient_kind text not null default 'other', add column form text not null default 'file', add column due_on date,
  add column acknowledged_on date, add column acknowledgement text,
  add column dropped_on date, add column dropped_reason text;
alter table report.dispatch_history alter column sent_on drop not null, alter column method drop not null,
  add column recipient_kind text not null default 'other', add column form text not null default 'file', add column due_on date,
  add column acknowledged_on date, add column acknowledgement text,
  add column dropped_on date, add column dropped_reason text;
