-- Messages between officer and reporter, sealed with the key of the conversation. Plain: which side wrote, and whether it was read.
create table message (
  id           uuid    primary key,
  signal_id    uuid    not null references signal on delete cascade,
  position     integer not null,
  from_officer boolean not null,
  read         boolean not null,
  sealed       bytea   not null,
  unique (signal_id, position)
);

-- What a transaction is for. Each is set by the application with set_config(..., true), so that it ends with the transaction.
-- Their bodies are bound to what they name when they are created ("return"), whatever the search path of the caller.
create function portal_municipalities() returns text[] language sql stable
  return string_to_array(nullif(current_setting('portal.municipalities', true), ''), ',');
create function portal_lookup() returns bytea language sql stable
  return decode(nullif(current_setting('portal.lookup', true), ''), 'hex');
create function portal_report() returns uuid language sql stable
  return nullif(current_setting('portal.report', true), '')::uuid;
grant execute on function portal_municipalities(), portal_lookup(), portal_report() to portal_public, portal_backoffice;

alter table signal enable row level security;
alter table wrapped_key enable row level security;
alter table receipt enable row level security;
alter table note enable row level security;
alter table message enable row level security;
alter table audit_event enable row level security;

-- The public tier: adds sealed rows; sees a conversation only through the lookup id of its receipt.
grant insert on signal, wrapped_key, receipt, message to portal_public;
grant select (id, state, version) on signal to portal_public;
grant update (state, closed_on, version) on signal to portal_public;
grant select on receipt, message to portal_public;
grant update (read) on message to portal_public;

create policy public_adds on signal for insert to portal_public
  with check (id = portal_report() and state = 'NEW');
create policy public_sees on signal for select to portal_public
  using (id = portal_report() or id in (select signal_id from receipt where lookup_id = portal_lookup()));
create policy public_changes on signal for update to portal_public
  using (id in (select signal_id from receipt where lookup_id = portal_lookup()))
  with check (state in ('WITHDRAWN', 'IN_PROGRESS'));
create policy public_adds on wrapped_key for insert to portal_public
  with check (signal_id = portal_report());
create policy public_adds on receipt for insert to portal_public
  with check (signal_id = portal_report());
create policy public_sees on receipt for select to portal_public
  using (lookup_id = portal_lookup());
create policy public_sees on message for select to portal_public
  using (signal_id in (select signal_id from receipt where lookup_id = portal_lookup()));
create policy public_adds on message for insert to portal_public
  with check (not from_officer and signal_id in (select signal_id from receipt where lookup_id = portal_lookup()));
create policy public_marks on message for update to portal_public
  using (from_officer and signal_id in (select signal_id from receipt where lookup_id = portal_lookup()));

-- The back office: the municipalities of the verified token, and reports that nobody has taken yet.
grant select, update, delete on signal to portal_backoffice;
grant select, insert, update, delete on wrapped_key, note, message to portal_backoffice;
grant select, insert on audit_event to portal_backoffice;

create policy officers on signal for all to portal_backoffice
  using (municipality = any (portal_municipalities())
         or (municipality is null and cardinality(portal_municipalities()) > 0))
  with check (municipality = any (portal_municipalities()));
create policy officers on wrapped_key for all to portal_backoffice
  using (signal_id in (select id from signal));
create policy officers on note for all to portal_backoffice
  using (signal_id in (select id from signal));
create policy officers on message for all to portal_backoffice
  using (signal_id in (select id from signal));
create policy everyone_reads on audit_event for select to portal_backoffice using (true);
create policy everyone_adds on audit_event for insert to portal_backoffice with check (true);
