-- The home page counts these for everybody who writes evidence; nothing else is read for it.
create index item_without_consent on evidence.item (partnership_id, circle_id)
  where shape = 'case-study' and withdrawn_on is null and content ->> 'consent' = 'not-recorded';
