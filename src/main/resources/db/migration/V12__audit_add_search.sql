-- The audit is looked through by who, what and when; each is found by position, so that the millionth event costs what the first does.
create index audit_by_actor on audit_event (actor, position);
create index audit_action on audit_event (action, position);
create index audit_result on audit_event (result, position);
create index audit_at on audit_event (at, position);

-- For the administrator, who sees no report: how many closed reports each municipality has, and when those were closed. No id, no content.
create index signal_closed on signal (municipality, closed_on, keep_until) where state = 'CLOSED';
create function portal_closed_reports()
  returns table (municipality text, closed_on date, keep_until date, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
  $$ select municipality, closed_on, keep_until, count(*) from public.signal
     where state = 'CLOSED' and municipality is not null and closed_on is not null group by 1, 2, 3 $$;
revoke all on function portal_closed_reports() from public;
grant execute on function portal_closed_reports() to portal_backoffice;

-- Which migration the database is at.
create function portal_schema_version() returns text language sql stable
  return (select version from flyway_schema_history where success order by installed_rank desc limit 1);
grant select (version, success, installed_rank) on flyway_schema_history to portal_public, portal_backoffice, portal_all;
grant execute on function portal_schema_version() to portal_public, portal_backoffice, portal_all;
