-- A reporter can take back a message that no officer has read, together with its files. The desk sees that a message was taken back, and
-- where in the conversation, but neither its text nor when.

-- The message with which a file was sent. Empty for the files of the report itself, and for files that were sent before this migration.
alter table attachment add column message_id uuid references message on delete set null;
create index attachment_message on attachment (message_id) where message_id is not null;
alter policy public_adds on attachment
  with check (report_id = portal_open_report()
              and (message_id is null
                   or message_id in (select m.id from message m where m.report_id = attachment.report_id and not m.from_officer)));

create table taken_back_message (
  report_id uuid    not null references report on delete cascade,
  position  integer not null,
  primary key (report_id, position)
);
alter table taken_back_message enable row level security;
grant select on taken_back_message to portal_backoffice;
create policy officers on taken_back_message for select to portal_backoffice
  using (exists (select from report s where s.id = report_id));

-- Taking back is a function and no right of the public tier, like deleting messages that were read (V1). An officer who opens the report
-- locks the messages while marking them as read: the function waits for that, and then takes nothing back.
grant select (id, position, from_officer) on message to portal_intake;
grant select (id, report_id, message_id), delete on attachment to portal_intake;
grant select (report_id, what), delete on wrapped_key to portal_intake;
grant insert on taken_back_message to portal_intake;
create policy intake_sees_unread on message for select to portal_intake
  using (not read and not from_officer and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy intake_takes_back on message for delete to portal_intake
  using (not read and not from_officer and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy intake_takes_back on attachment for all to portal_intake
  using (message_id is not null and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy intake_takes_back on wrapped_key for all to portal_intake
  using (what like 'attachment/%' and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy intake_adds on taken_back_message for insert to portal_intake
  with check (report_id in (select report_id from receipt where lookup_id = portal_lookup()));

-- True when the message was taken back; false when an officer has read it, or when it does not exist.
create function portal_take_back_message(taken uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
  with removed as (
    delete from public.message m
     where m.id = taken and not m.read and not m.from_officer
       and m.report_id in (select r.report_id from public.receipt r where r.lookup_id = public.portal_lookup())
    returning m.report_id, m.position
  ), files as (
    delete from public.attachment a
     where a.message_id = taken and a.report_id in (select removed.report_id from removed)
    returning a.report_id, a.id
  ), keys as (
    delete from public.wrapped_key k
     where (k.report_id, k.what) in (select files.report_id, 'attachment/' || files.id from files)
  ), recorded as (
    insert into public.taken_back_message select removed.report_id, removed.position from removed on conflict do nothing
  )
  select exists (select from removed)
$$;
revoke all on function portal_take_back_message(uuid) from public;
grant execute on function portal_take_back_message(uuid) to portal_public;
grant create on schema public to portal_intake;
alter function portal_take_back_message(uuid) owner to portal_intake;
revoke create on schema public from portal_intake;
