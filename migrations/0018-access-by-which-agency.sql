-- By which agency's sign-in a session came: an agency vouches for its own people in its own partnership, and opens no other.
alter table access.session add column provider_id uuid references access.identity_provider;

-- What happened to an account is kept two years. The application may take nothing out of it, so the database itself knows
-- what is old enough, by its own clock.
create index account_event_at on access.account_event (at);
create function access.forget_old_account_events() returns void
  language sql security definer set search_path = '' as $$
  delete from access.account_event where at < now() - interval '2 years'
$$;
revoke all on function access.forget_old_account_events() from public;
grant execute on function access.forget_old_account_events() to golden_thread_app;
