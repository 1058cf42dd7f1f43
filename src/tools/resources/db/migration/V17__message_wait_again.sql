-- A report that waits for its reporter is in progress from the moment the reporter answers. When the reporter takes that answer back, it waits
-- again. The answer is marked; when a later message remains that no officer has read, that message is the answer.
alter table message add column ended_wait boolean not null default false;

create function mark_answer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as
$$
begin
  new.ended_wait := exists (select from public.report r where r.id = new.report_id and r.state = 'WAITING_FOR_REPORTER');
  return new;
end
$$;
create trigger message_mark_answer before insert on message
  for each row when (current_user = 'portal_public') execute function mark_answer();

grant select (ended_wait), update (ended_wait) on message to portal_intake;
create policy intake_passes_answer on message for update to portal_intake
  using (not read and not from_officer and report_id in (select report_id from receipt where lookup_id = portal_lookup()));
grant select (state, version), update (state, version) on report to portal_intake;
create policy intake_sees_own on report for select to portal_intake
  using (id in (select report_id from receipt where lookup_id = portal_lookup()));
create policy intake_waits_again on report for update to portal_intake
  using (state = 'IN_PROGRESS' and id in (select report_id from receipt where lookup_id = portal_lookup()))
  with check (state = 'WAITING_FOR_REPORTER');

create or replace function portal_take_back_message(taken uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
  with removed as (
    delete from public.message m
     where m.id = taken and not m.read and not m.from_officer
       and m.report_id in (select r.report_id from public.receipt r where r.lookup_id = public.portal_lookup())
    returning m.report_id, m.position, m.ended_wait
  ), files as (
    delete from public.attachment a
     where a.message_id = taken and a.report_id in (select removed.report_id from removed)
    returning a.report_id, a.id
  ), keys as (
    delete from public.wrapped_key k
     where (k.report_id, k.what) in (select files.report_id, 'attachment/' || files.id from files)
  ), recorded as (
    insert into public.taken_back_message select removed.report_id, removed.position from removed on conflict do nothing
  ), next_answer as (
    select m.id, m.report_id
      from public.message m
      join removed on removed.report_id = m.report_id and removed.ended_wait
     where m.position > removed.position and not m.read and not m.from_officer
     order by m.position limit 1
  ), passed as (
    update public.message m set ended_wait = true from next_answer where m.id = next_answer.id
  ), waiting as (
    update public.report r set state = 'WAITING_FOR_REPORTER', version = r.version + 1
      from removed
     where r.id = removed.report_id and removed.ended_wait and r.state = 'IN_PROGRESS'
       and not exists (select from next_answer)
  )
  select exists (select from removed)
$$;
