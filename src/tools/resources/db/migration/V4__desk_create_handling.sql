-- What officers do with a report. A table of its own, of which the public tier sees nothing.
create table handling (
  report_id     uuid        primary key references report on delete cascade,
  assigned_to   text,
  first_read_at timestamptz,
  closed_at     timestamptz,
  version       integer     not null default 0
);
create index handling_assigned on handling (assigned_to);
-- The views that look at what officers did: nobody's, mine, never read.
create index handling_free on handling (report_id) where assigned_to is null and closed_at is null;
create index handling_unread on handling (report_id) where first_read_at is null and closed_at is null;
create index handling_mine on handling (assigned_to, report_id) where closed_at is null;

-- A page of the inbox is read per municipality and per part (urgent, other open, closed), each from an index in its own order, so that the
-- last page costs what the first does. Same conditions, letter for letter, as in inbox.Part.
create index report_open on report (municipality, urgency, received_on, id)
  where state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index report_open_untaken on report (urgency, received_on, id)
  where municipality is null and state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index report_closed on report (municipality, received_on, id)
  where state in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index report_closed_untaken on report (received_on, id)
  where municipality is null and state in ('CLOSED', 'SPAM', 'WITHDRAWN');
-- The inbox narrowed to one state is read in its own order too.
create index report_open_state on report (municipality, state, urgency, received_on, id)
  where state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index report_open_state_untaken on report (state, urgency, received_on, id)
  where municipality is null and state not in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index report_closed_state on report (municipality, state, received_on, id)
  where state in ('CLOSED', 'SPAM', 'WITHDRAWN');
create index report_closed_state_untaken on report (state, received_on, id)
  where municipality is null and state in ('CLOSED', 'SPAM', 'WITHDRAWN');

-- Keyed blind indexes (HMAC-SHA-256, first 16 bytes) of what is found in a report: the consent level, who reports, the language,
-- labels, addresses, telephone numbers, number plates, profiles. Says that two reports share something, never what.
-- message_id: what was found in a message is forgotten with it: a reporter who deletes a message is told that it is gone here too.
create table facet (
  report_id  uuid  not null references report on delete cascade,
  value      bytea not null,
  message_id uuid  references message on delete cascade,
  primary key (report_id, value)
);
create index facet_value on facet (value, report_id);
create index facet_message on facet (message_id) where message_id is not null;

-- Reports, and messages of reporters, that the desk has not indexed yet; filled by the database itself, so that nobody has to search for
-- them.
create table report_to_index (
  report_id uuid primary key references report on delete cascade
);
create table message_to_index (
  message_id uuid primary key references message on delete cascade,
  report_id  uuid not null references report on delete cascade
);
create index message_to_index_report on message_to_index (report_id);

alter table handling enable row level security;
alter table facet enable row level security;
alter table report_to_index enable row level security;
alter table message_to_index enable row level security;
grant select, insert, update, delete on handling, facet to portal_backoffice;
grant select, update, delete on report_to_index, message_to_index to portal_backoffice;

create policy officers on handling for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on facet for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on report_to_index for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on message_to_index for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));

grant insert on report_to_index, message_to_index to portal_intake;
create policy intake_adds on report_to_index for insert to portal_intake with check (true);
create policy intake_adds on message_to_index for insert to portal_intake with check (true);
create function queue_report_indexing() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.report_to_index values (new.id); return null; end $$;
create function queue_message_indexing() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.message_to_index values (new.id, new.report_id); return null; end $$;
revoke all on function queue_report_indexing(), queue_message_indexing() from public;
create trigger queue_report_indexing after insert on report for each row execute function queue_report_indexing();
create trigger queue_message_indexing after insert on message for each row when (not new.from_officer)
  execute function queue_message_indexing();

grant create on schema public to portal_intake;
alter function queue_report_indexing() owner to portal_intake;
alter function queue_message_indexing() owner to portal_intake;
revoke create on schema public from portal_intake;
