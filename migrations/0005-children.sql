-- Who a child is, and nothing about what happened to them: rooms refer to this record. Always in a circle.

create table children.child (
  partnership_id uuid not null, id uuid not null, revision integer not null, entry_id uuid not null,
  circle_id uuid not null,
  given_name text not null,
  family_name text not null,
  born_on date,
  expected_on date,
  sex text not null,
  nhs_number text,
  school_id uuid,
  check (born_on is not null or expected_on is not null),
  primary key (partnership_id, id),
  foreign key (partnership_id, circle_id) references kernel.circle (partnership_id, id),
  foreign key (partnership_id, school_id) references governance.agency (partnership_id, id)
);
create index child_circle on children.child (partnership_id, circle_id);
select kernel.tenant_table('children.child');

-- The circle that emergency access would open: of a child's record, or the circle itself where it holds children. It runs
-- as its owner, because the person asking may not see the record yet; it tells nothing but an id, to the command that
-- opens the access and writes down that it did.
create function children.emergency_circle(asked uuid) returns uuid
  language sql stable security definer set search_path = '' as $$
  select circle_id from children.child
    where partnership_id = nullif(current_setting('app.partnership_id', true), '')::uuid
      and (id = asked or circle_id = asked)
    limit 1
$$;
revoke all on function children.emergency_circle(uuid) from public;
grant execute on function children.emergency_circle(uuid) to golden_thread_app;
