-- By which agency's sign-in a session came: an agency vouches for its own people in its own partnership, and opens no other.
alter table access.session add column provider_id uuid references access.identity_provider;

-- What happened to an account is kept two years.
grant delete on access.account_event to golden_thread_app;
create index account_event_at on access.account_event (at);
