-- A report that its reporter has withdrawn is opened only to judge whether somebody is in danger. When an officer closes it after that, it is
-- purged the next day, and not at the end of the retention period. When somebody is in danger, the officer reopens it, and it is a report
-- like any other again.
alter table report add column withdrawn boolean not null default false;
update report set withdrawn = true where state = 'WITHDRAWN';

create function mark_withdrawn_report() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as
$$
begin
  new.withdrawn := new.state = 'WITHDRAWN';
  return new;
end
$$;
create trigger report_mark_withdrawn before update of state on report
  for each row when (new.state in ('WITHDRAWN', 'REOPENED')) execute function mark_withdrawn_report();

create index report_purge_withdrawn on report (closed_on) where state = 'CLOSED' and withdrawn;
