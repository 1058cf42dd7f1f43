-- Files sent with a report or with a message. What it is, its name and its size are sealed; each has a key of its own in wrapped_key.
create table attachment (
  id        uuid    primary key,
  signal_id uuid    not null references signal on delete cascade,
  sealed    bytea   not null
);
create index attachment_signal on attachment (signal_id);

-- The sealed file, one stream in pieces of at most 1 MiB.
create table attachment_chunk (
  attachment_id uuid    not null references attachment on delete cascade,
  position      integer not null,
  content       bytea   not null,
  primary key (attachment_id, position)
);
alter table attachment_chunk alter column content set storage external;

alter table attachment enable row level security;
alter table attachment_chunk enable row level security;

-- The public tier adds files to the report it is sending, or to the one whose receipt it was shown; it reads none.
create function portal_open_signal() returns uuid language sql stable
  return coalesce(portal_report(), (select signal_id from receipt where lookup_id = portal_lookup()));
grant execute on function portal_open_signal() to portal_public;

grant insert on attachment, attachment_chunk to portal_public;
grant select (id, signal_id) on attachment to portal_public;
grant select (signal_id, what, recipient) on wrapped_key to portal_public;
create policy public_adds on attachment for insert to portal_public
  with check (signal_id = portal_open_signal());
create policy public_sees on attachment for select to portal_public
  using (signal_id = portal_open_signal());
create policy public_adds on attachment_chunk for insert to portal_public
  with check (attachment_id in (select id from attachment where signal_id = portal_open_signal()));
create policy public_sees on wrapped_key for select to portal_public
  using (signal_id = portal_open_signal());
create policy public_adds_file on wrapped_key for insert to portal_public
  with check (what like 'attachment/%' and signal_id = portal_open_signal());

grant select, delete on attachment, attachment_chunk to portal_backoffice;
create policy officers on attachment for all to portal_backoffice
  using (signal_id in (select id from signal));
create policy officers on attachment_chunk for all to portal_backoffice
  using (attachment_id in (select id from attachment));
