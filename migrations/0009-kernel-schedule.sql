-- What the calendar asked for, once for each day or month, so that two workers never do it twice.

create table kernel.schedule_mark (
  partnership_id uuid not null,
  kind text not null,
  -- A London day (2026-11-22) or month (2026-11).
  period text not null,
  primary key (partnership_id, kind, period)
);
select kernel.tenant_machinery('kernel.schedule_mark', 'select, insert');
