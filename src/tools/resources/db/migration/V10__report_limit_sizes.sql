-- No report becomes too large to read, whoever has the public login: numbers and sizes of what belongs to one report are limited here. The
-- application refuses earlier, with a message.

-- The reporter writes up to 200 messages; an officer can still answer then.
alter table message drop constraint message_position, drop constraint message_sealed;
alter table message add constraint message_position check (position between 1 and 300);
alter table message add constraint message_sealed check (octet_length(sealed) between 1 and 131072);
alter policy public_adds on message
  with check (not from_officer and position <= 200
              and report_id in (select report_id from receipt where lookup_id = portal_lookup()));

-- Files of a report are numbered, at most 25. One file is at most 10 MiB, and an image that was cleaned at most 20 MiB, in pieces of 1 MiB.
alter table attachment add column position integer;
update attachment a set position = numbered.position
  from (select id, row_number() over (partition by report_id order by id) as position from attachment) numbered
 where numbered.id = a.id;
alter table attachment alter column position set not null;
alter table attachment add constraint attachment_position check (position between 1 and 25);
alter table attachment add constraint attachment_report_position unique (report_id, position);
drop index attachment_report;
grant select (position) on attachment to portal_public;
alter table attachment_chunk drop constraint attachment_chunk_position;
alter table attachment_chunk add constraint attachment_chunk_position check (position between 0 and 20);
