-- A number for a report, short enough to say over the telephone. It is random: neither the code nor the order of arrival can be learned from
-- it. It belongs to the handling, of which the public tier sees nothing, and is gone when the report is purged.
alter table handling add column number integer unique;

-- A number that no report has. It looks at all municipalities, also when its caller may not see their reports.
create function portal_new_report_number() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
  candidate integer;
begin
  loop
    candidate := 100000 + (('x' || substr(md5(gen_random_uuid()::text), 1, 7))::bit(28)::integer % 900000);
    exit when not exists (select from public.handling h where h.number = candidate);
  end loop;
  return candidate;
end
$$;
revoke execute on function portal_new_report_number() from public;
grant execute on function portal_new_report_number() to portal_backoffice;

do $$
declare
  one uuid;
begin
  for one in select report_id from handling loop
    update handling set number = portal_new_report_number() where report_id = one;
  end loop;
end
$$;
alter table handling alter column number set default portal_new_report_number(), alter column number set not null;

grant select (number) on handling to portal_statistics;
grant create on schema public to portal_statistics;
alter function portal_new_report_number() owner to portal_statistics;
revoke create on schema public from portal_statistics;
