-- A function with the rights of its owner (security definer) belongs to a role that can do what these functions do and nothing else, and
-- not to the owner of the tables, for whom row-level security does not count. Two roles: portal_intake for what happens when a visitor
-- sends something, portal_statistics for what the desk may count across municipalities.

-- The lists that the database fills itself when a report or a message comes in.
grant insert on unmet, unmet_message, news to portal_intake;
create policy intake_adds on unmet for insert to portal_intake with check (true);
create policy intake_adds on unmet_message for insert to portal_intake with check (true);
create policy intake_adds on news for insert to portal_intake with check (true);

-- Deleting messages is a function and no right of the public tier: whoever may delete may also lock the whole table, for the desk too.
grant select (signal_id, lookup_id) on receipt to portal_intake;
grant select (signal_id, read), delete on message to portal_intake;
grant execute on function portal_lookup() to portal_intake;
create policy intake_sees on receipt for select to portal_intake
  using (lookup_id = portal_lookup());
create policy intake_sees on message for select to portal_intake
  using (read and signal_id in (select signal_id from receipt where lookup_id = portal_lookup()));
create policy intake_removes on message for delete to portal_intake
  using (read and signal_id in (select signal_id from receipt where lookup_id = portal_lookup()));
create function portal_delete_read_messages() returns bigint
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
  with removed as (
    delete from public.message m
     where m.read
       and m.signal_id in (select r.signal_id from public.receipt r where r.lookup_id = public.portal_lookup())
    returning 1
  )
  select count(*) from removed
$$;
revoke all on function portal_delete_read_messages() from public;
grant execute on function portal_delete_read_messages() to portal_public;

-- Columns that are counted; nothing sealed, no key, no receipt.
grant select (id, municipality, forms, state, received_on, closed_on, keep_until) on signal to portal_statistics;
grant select (signal_id, first_read_at) on handling to portal_statistics;
grant select (signal_id, value) on facet to portal_statistics;
grant select (month, municipality, forms) on tombstone to portal_statistics;
grant execute on function portal_municipalities() to portal_statistics;
create policy statistics_counts on signal for select to portal_statistics using (true);
create policy statistics_counts on handling for select to portal_statistics using (true);
create policy statistics_counts on facet for select to portal_statistics using (true);
create policy statistics_counts on tombstone for select to portal_statistics using (true);

-- PostgreSQL gives a function only to a role that may create in its schema; these two may during this transaction.
grant create on schema public to portal_intake, portal_statistics;
alter function signal_arrives() owner to portal_intake;
alter function signal_is_news() owner to portal_intake;
alter function message_is_news() owner to portal_intake;
alter function message_arrives() owner to portal_intake;
alter function portal_delete_read_messages() owner to portal_intake;
alter function figures_count(date, date) owner to portal_statistics;
alter function portal_closed_reports() owner to portal_statistics;
alter function portal_elsewhere(bytea[], date) owner to portal_statistics;
revoke create on schema public from portal_intake, portal_statistics;
