-- A report, its keys, its notes and its conversation. Everything a reporter or an officer writes is sealed; the plain columns are all that
-- anyone without a private keyset can learn.

-- What a transaction is for. Each is set by the application with set_config(..., true), so that it ends with the transaction.
-- Their bodies are bound to what they name when they are created ("return"), whatever the search path of the caller.
create function portal_municipalities() returns text[] language sql stable
  return string_to_array(nullif(current_setting('portal.municipalities', true), ''), ',');
create function portal_lookup() returns bytea language sql stable
  return decode(nullif(current_setting('portal.lookup', true), ''), 'hex');
create function portal_report() returns uuid language sql stable
  return nullif(current_setting('portal.report', true), '')::uuid;
grant execute on function portal_municipalities(), portal_lookup(), portal_report() to portal_public, portal_backoffice;
grant execute on function portal_lookup() to portal_intake;
grant execute on function portal_municipalities() to portal_statistics;

-- addressed_to: for whom the report was sent, for good: the municipality that the reporter chose, or null for all. Everything in the report
-- is sealed as sent to it, while "municipality" says who has the report now. The public tier seals messages and needs it too.
--
-- Whoever has the public login may store rows: one that the application cannot load would stop the inbox of every municipality, so the
-- database takes none. The words are those of ReportState, Urgency and Question.FORMS.
create table report (
  id           uuid    primary key,
  municipality text,
  forms        text[]  not null,
  state        text    not null,
  urgency      text    not null,
  received_on  date    not null,
  closed_on    date,
  sealed       bytea   not null,
  version      integer not null,
  keep_until   date,
  addressed_to text,
  constraint report_state check (state in
    ('NEW', 'IN_PROGRESS', 'WAITING_FOR_REPORTER', 'REFERRED', 'CLOSED', 'REOPENED', 'SPAM', 'WITHDRAWN')),
  constraint report_urgency check (urgency in ('URGENT', 'NORMAL')),
  constraint report_forms check (
    cardinality(forms) <= 20
    and coalesce(array_ndims(forms), 1) = 1
    and coalesce(array_lower(forms, 1), 1) = 1
    and array_position(forms, null) is null
    and array_to_string(forms, ' ') ~ '^([a-z-]{1,40}( [a-z-]{1,40})*)?$'),
  constraint report_dates check (
    received_on between date '2000-01-01' and date '2199-12-31'
    and closed_on between date '2000-01-01' and date '2199-12-31'
    and keep_until between date '2000-01-01' and date '2199-12-31'),
  constraint report_names check (length(municipality) <= 100 and length(addressed_to) <= 100),
  constraint report_sealed check (octet_length(sealed) between 1 and 1048576),
  constraint report_version check (version >= 0)
);
-- Searching reads reports newest first, a thousand at a time.
create index report_received on report (received_on desc, id desc);
-- Purging asks every hour which closed reports have waited longest.
create index report_purge on report (closed_on) where state = 'CLOSED';

-- The keys of a report, of its conversation and of its files, each wrapped for every recipient.
create table wrapped_key (
  report_id uuid  not null references report on delete cascade,
  what      text  not null,
  recipient text  not null,
  wrapped   bytea not null,
  primary key (report_id, what, recipient),
  constraint wrapped_key_lengths check (length(what) <= 100 and length(recipient) <= 100 and octet_length(wrapped) <= 4096)
);

-- What the code of the reporter opens.
create table receipt (
  lookup_id bytea primary key,
  report_id uuid  not null unique references report on delete cascade,
  wrapped   bytea not null,
  constraint receipt_lengths check (octet_length(lookup_id) <= 64 and octet_length(wrapped) <= 4096)
);

create table note (
  id        uuid    primary key,
  report_id uuid    not null references report on delete cascade,
  position  integer not null,
  sealed    bytea   not null,
  unique (report_id, position)
);

-- The conversation between officer and reporter, sealed with the key of the conversation. Plain: which side wrote, and whether it was read.
create table message (
  id           uuid    primary key,
  report_id    uuid    not null references report on delete cascade,
  position     integer not null,
  from_officer boolean not null,
  read         boolean not null,
  sealed       bytea   not null,
  unique (report_id, position),
  constraint message_position check (position between 0 and 1000000),
  constraint message_sealed check (octet_length(sealed) between 1 and 1048576)
);
create index message_unread on message (report_id) where not read and not from_officer;

-- What remains of a purged report: a line for the statistics.
create table tombstone (
  month        date   not null,
  municipality text   not null,
  forms        text[] not null
);

alter table report enable row level security;
alter table wrapped_key enable row level security;
alter table receipt enable row level security;
alter table note enable row level security;
alter table message enable row level security;
alter table tombstone enable row level security;

-- The report that a visitor sends in this transaction, or whose receipt was shown.
create function portal_open_report() returns uuid language sql stable
  return coalesce(portal_report(), (select report_id from receipt where lookup_id = portal_lookup()));
grant execute on function portal_open_report() to portal_public;

-- The public tier: adds sealed rows; sees a conversation only through the lookup id of its receipt. A report that the reporter withdraws
-- has no day of closing, and only officers close one.
grant insert on report, wrapped_key, receipt, message to portal_public;
grant select (id, state, version, addressed_to) on report to portal_public;
grant update (state, version) on report to portal_public;
grant select (report_id, what, recipient) on wrapped_key to portal_public;
grant select on receipt, message to portal_public;
grant update (read) on message to portal_public;

-- A report comes in untouched, with the municipality that it was sent to.
create policy public_adds on report for insert to portal_public
  with check (id = portal_report() and state = 'NEW' and version = 0 and closed_on is null and keep_until is null
              and municipality is not distinct from addressed_to);
create policy public_sees on report for select to portal_public
  using (id = portal_report() or id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy public_changes on report for update to portal_public
  using (id in (select report_id from receipt where lookup_id = portal_lookup()))
  with check (state in ('WITHDRAWN', 'IN_PROGRESS'));
create policy public_adds on wrapped_key for insert to portal_public
  with check (report_id = portal_report());
create policy public_adds_file on wrapped_key for insert to portal_public
  with check (what like 'attachment/%' and report_id = portal_open_report());
create policy public_sees on wrapped_key for select to portal_public
  using (report_id = portal_open_report());
create policy public_adds on receipt for insert to portal_public
  with check (report_id = portal_report());
create policy public_sees on receipt for select to portal_public
  using (lookup_id = portal_lookup());
create policy public_sees on message for select to portal_public
  using (report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy public_adds on message for insert to portal_public
  with check (not from_officer and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy public_marks on message for update to portal_public
  using (from_officer and report_id in (select report_id from receipt where lookup_id = portal_lookup()));

-- The desk: the municipalities of the verified token, and reports that nobody has taken yet. What was received never changes: officers
-- decide on these columns and on no other.
grant select, delete on report to portal_backoffice;
grant update (municipality, state, urgency, closed_on, keep_until, version) on report to portal_backoffice;
grant select, insert, update, delete on wrapped_key, note, message to portal_backoffice;
grant select, insert on tombstone to portal_backoffice;

create policy officers on report for all to portal_backoffice
  using (municipality = any (portal_municipalities())
         or (municipality is null and cardinality(portal_municipalities()) > 0))
  with check (municipality = any (portal_municipalities()));
-- Asked per row, by its key: "in (select id from report)" would read the whole table once per question.
create policy officers on wrapped_key for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on note for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on message for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on tombstone for all to portal_backoffice
  using (municipality = any (portal_municipalities()))
  with check (municipality = any (portal_municipalities()));

-- A function with the rights of its owner (security definer) belongs to a role that can do what these functions do and nothing else, and
-- not to the owner of the tables, for whom row-level security does not count. Two roles: portal_intake for what happens when a visitor
-- sends something, portal_statistics for what the desk may count across municipalities. PostgreSQL gives a function only to a role that may
-- create in its schema; that role may during the migration.

-- Deleting messages is a function and no right of the public tier: whoever may delete may also lock the whole table, for the desk too.
grant select (report_id, lookup_id) on receipt to portal_intake;
grant select (report_id, read), delete on message to portal_intake;
create policy intake_sees on receipt for select to portal_intake
  using (lookup_id = portal_lookup());
create policy intake_sees on message for select to portal_intake
  using (read and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy intake_removes on message for delete to portal_intake
  using (read and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create function portal_delete_read_messages() returns bigint
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
  with removed as (
    delete from public.message m
     where m.read
       and m.report_id in (select r.report_id from public.receipt r where r.lookup_id = public.portal_lookup())
    returning 1
  )
  select count(*) from removed
$$;
revoke all on function portal_delete_read_messages() from public;
grant execute on function portal_delete_read_messages() to portal_public;

grant create on schema public to portal_intake;
alter function portal_delete_read_messages() owner to portal_intake;
revoke create on schema public from portal_intake;
