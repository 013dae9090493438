-- What whoever runs an installation may ask about it without seeing a record: is the schema current, what waits, how much.

-- Names and hashes of migrations; read by /ready, so that a process does not serve a schema it does not know.
grant select on public.migration to golden_thread_app;

create index job_failed on kernel.job (partnership_id) where state = 'failed';

-- Numbers over all partnerships together, and nothing about any of them.
create function kernel.workload(
  out jobs_waiting bigint, out jobs_failed bigint, out oldest_job_seconds double precision, out audit_entries bigint)
  language sql stable security definer set search_path = '' as $$
  select
    (select count(*) from kernel.job where state = 'waiting'),
    (select count(*) from kernel.job where state = 'failed'),
    (select coalesce(extract(epoch from now() - min(run_after)), 0) from kernel.job
      where state = 'waiting' and run_after <= now()),
    (select coalesce(sum(seq), 0)::bigint from kernel.audit_head)
$$;
revoke all on function kernel.workload() from public;
grant execute on function kernel.workload() to golden_thread_app;
