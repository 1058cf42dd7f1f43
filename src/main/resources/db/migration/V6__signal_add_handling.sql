-- What officers do with a report. A table of its own, of which the public tier sees nothing.
create table handling (
  signal_id     uuid        primary key references signal on delete cascade,
  assigned_to   text,
  first_read_at timestamptz,
  closed_at     timestamptz,
  version       integer     not null default 0
);
create index handling_assigned on handling (assigned_to);

-- Keyed blind indexes (HMAC-SHA-256, first 16 bytes) of what is found in a report: the consent level, who reports, the language,
-- labels, addresses, telephone numbers, number plates, profiles. Says that two reports share something, never what.
create table facet (
  signal_id uuid  not null references signal on delete cascade,
  value     bytea not null,
  primary key (signal_id, value)
);
create index facet_value on facet (value, signal_id);

alter table handling enable row level security;
alter table facet enable row level security;
grant select, insert, update, delete on handling, facet to portal_backoffice;

-- Asked per row, by its key: "in (select id from signal)" would read the whole table once per question.
create policy officers on handling for all to portal_backoffice
  using (exists (select from signal s where s.id = signal_id));
create policy officers on facet for all to portal_backoffice
  using (exists (select from signal s where s.id = signal_id));
alter policy officers on wrapped_key using (exists (select from signal s where s.id = signal_id));
alter policy officers on note using (exists (select from signal s where s.id = signal_id));
alter policy officers on message using (exists (select from signal s where s.id = signal_id));
alter policy officers on attachment using (exists (select from signal s where s.id = signal_id));
alter policy officers on attachment_chunk using (exists (select from attachment a where a.id = attachment_id));

-- The inbox of one municipality: open reports first by urgency, then newest first. Same expression as in Signal.
create index signal_open on signal (municipality, (state in ('CLOSED', 'SPAM', 'WITHDRAWN')), urgency desc, received_on desc, id);
create index signal_untaken on signal (received_on desc, id) where municipality is null;
create index message_signal on message (signal_id) where not read and not from_officer;
create index audit_object on audit_event (object, position);
drop index signal_inbox;

-- Reports that the back office has not met yet; filled by the database itself, so that nobody has to search for them.
create table unmet (
  signal_id uuid primary key references signal on delete cascade
);
insert into unmet select id from signal;
alter table unmet enable row level security;
grant select, update, delete on unmet to portal_backoffice;
create policy officers on unmet for all to portal_backoffice
  using (exists (select from signal s where s.id = signal_id));
create function signal_arrives() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.unmet values (new.id); return null; end $$;
revoke all on function signal_arrives() from public;
create trigger signal_arrives after insert on signal for each row execute function signal_arrives();
