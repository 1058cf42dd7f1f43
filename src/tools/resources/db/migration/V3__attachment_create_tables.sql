-- Files sent with a report or with a message. What it is, its name and its size are sealed; each has a key of its own in wrapped_key.
-- voucher: sealed with the key of the conversation, the commitment to the key of the file: whoever has the public keysets can seal a file,
-- but only who sent the report or knows its code can send one with it.
create table attachment (
  id        uuid    primary key,
  report_id uuid    not null references report on delete cascade,
  sealed    bytea   not null,
  voucher   bytea   not null,
  constraint attachment_lengths check (octet_length(sealed) <= 65536 and octet_length(voucher) <= 4096)
);
create index attachment_report on attachment (report_id);

-- The sealed file, one stream in pieces of at most 1 MiB.
create table attachment_chunk (
  attachment_id uuid    not null references attachment on delete cascade,
  position      integer not null,
  content       bytea   not null,
  primary key (attachment_id, position),
  constraint attachment_chunk_position check (position between 0 and 1000000),
  constraint attachment_chunk_content check (octet_length(content) <= 1114112)
);
alter table attachment_chunk alter column content set storage external;

alter table attachment enable row level security;
alter table attachment_chunk enable row level security;

-- The public tier adds files to the report it is sending, or to the one whose receipt it was shown; it reads none.
grant insert on attachment, attachment_chunk to portal_public;
grant select (id, report_id) on attachment to portal_public;
create policy public_adds on attachment for insert to portal_public
  with check (report_id = portal_open_report());
create policy public_sees on attachment for select to portal_public
  using (report_id = portal_open_report());
create policy public_adds on attachment_chunk for insert to portal_public
  with check (attachment_id in (select id from attachment where report_id = portal_open_report()));

grant select, delete on attachment, attachment_chunk to portal_backoffice;
create policy officers on attachment for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on attachment_chunk for all to portal_backoffice
  using (exists (select from attachment a where a.id = attachment_id));
