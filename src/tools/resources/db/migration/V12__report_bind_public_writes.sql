-- Whoever has the public login can add only to a report of its own transaction, or to one whose code it shows. The settings of a transaction
-- alone open nothing: anybody with that login can set them. A change of state raises the version, so a changed report is never new.
grant select (xmin) on report, attachment to portal_public;
drop policy public_sees on report;
create policy public_sees on report for select to portal_public
  using ((id = portal_report() and xmin = pg_current_xact_id()::xid)
         or id in (select report_id from receipt where lookup_id = portal_lookup()));
create function portal_new_report() returns uuid language sql stable
  return (select id from report where id = portal_report() and version = 0 and xmin = pg_current_xact_id()::xid);
create or replace function portal_open_report() returns uuid language sql stable
  return coalesce(portal_new_report(), (select report_id from receipt where lookup_id = portal_lookup()));
grant execute on function portal_new_report() to portal_public;
alter policy public_adds on receipt with check (report_id = portal_new_report());
alter policy public_sees on attachment using (report_id = portal_open_report());
alter policy public_adds on attachment_chunk
  with check (attachment_id in (select id from attachment
                                 where report_id = portal_open_report() and xmin = pg_current_xact_id()::xid));

-- A form that is sent again gets its code again. For that, the public login may ask whether the report with this id exists, and nothing
-- more about it.
grant select (id) on report to portal_intake;
create policy intake_sees on report for select to portal_intake using (id = portal_report());
grant execute on function portal_report() to portal_intake;
create function portal_is_stored() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  select exists (select from public.report r where r.id = public.portal_report())
$$;
revoke all on function portal_is_stored() from public;
grant execute on function portal_is_stored() to portal_public;
grant create on schema public to portal_intake;
alter function portal_is_stored() owner to portal_intake;
revoke create on schema public from portal_intake;

-- The keys that the public login adds are numbered: at most 100 of one kind per report. It adds the keys of a report and its conversation only
-- in the transaction that adds the report, and the keys of a file only in the transaction that adds the file.
alter table wrapped_key add column position integer,
  add constraint wrapped_key_position check (position between 1 and 100),
  add constraint wrapped_key_report_what_position unique (report_id, what, position);
create function number_public_key() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as
$$
begin
  new.position := coalesce(new.position, 1 + (select count(*) from public.wrapped_key k
                                               where k.report_id = new.report_id and k.what = new.what));
  return new;
end
$$;
create trigger wrapped_key_number before insert on wrapped_key
  for each row when (current_user = 'portal_public') execute function number_public_key();
alter policy public_adds on wrapped_key
  with check (position is not null and report_id = portal_new_report() and what in ('report', 'conversation'));
alter policy public_adds_file on wrapped_key
  with check (position is not null and report_id = portal_open_report()
              and exists (select from attachment a
                           where a.report_id = wrapped_key.report_id and what = 'attachment/' || a.id
                             and a.xmin = pg_current_xact_id()::xid));

-- A message that counts as read when it arrives could be deleted before the desk has seen it.
alter policy public_adds on message
  with check (not from_officer and not read and position <= 200
              and report_id in (select report_id from receipt where lookup_id = portal_lookup()));

-- The reporter's changes of state, one version at a time. The pairs are those of Transitions.
create function limit_public_changes() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as
$$
begin
  if new.version is distinct from old.version + 1 or not (
       (new.state = 'WITHDRAWN' and old.state in ('NEW', 'IN_PROGRESS', 'WAITING_FOR_REPORTER', 'REFERRED', 'REOPENED'))
       or (new.state = 'IN_PROGRESS' and old.state = 'WAITING_FOR_REPORTER')) then
    raise exception using errcode = 'check_violation', message = 'a reporter cannot change the report in this way';
  end if;
  return new;
end
$$;
create trigger report_public_changes before update on report
  for each row when (current_user = 'portal_public') execute function limit_public_changes();

-- The form accepts 17,000 characters in all, which take less than half of this. Encrypted content is stored uncompressed, so whoever fills the
-- disk must send as much.
alter table report drop constraint report_sealed;
alter table report add constraint report_sealed check (octet_length(sealed) between 1 and 262144);
alter table report alter column sealed set storage external;
alter table message alter column sealed set storage external;
