-- Whoever has the public login stores at most 100 keys of one kind with a report, and keys of files that exist: 27 kinds of a few kilobytes.
alter policy public_adds_file on wrapped_key
  with check (report_id = portal_open_report()
              and exists (select from attachment a where a.report_id = wrapped_key.report_id and what = 'attachment/' || a.id));

create function limit_wrapped_keys() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as
$$
begin
  if exists (select from public.wrapped_key k
              where (k.report_id, k.what) in (select a.report_id, a.what from added a)
              group by k.report_id, k.what having count(*) > 100) then
    raise exception using errcode = 'check_violation', message = 'too many recipients of one key';
  end if;
  return null;
end
$$;
create trigger wrapped_key_limit after insert on wrapped_key referencing new table as added
  for each statement execute function limit_wrapped_keys();
