-- What the desk may count across municipalities. The columns that are counted; nothing sealed, no key, no receipt.
grant select (id, municipality, forms, state, received_on, closed_on, keep_until) on report to portal_statistics;
grant select (report_id, first_read_at) on handling to portal_statistics;
grant select (report_id, value) on facet to portal_statistics;
grant select (month, municipality, forms) on tombstone to portal_statistics;
grant select (report_id, recipient) on referral to portal_statistics;
create policy statistics_counts on report for select to portal_statistics using (true);
create policy statistics_counts on handling for select to portal_statistics using (true);
create policy statistics_counts on facet for select to portal_statistics using (true);
create policy statistics_counts on tombstone for select to portal_statistics using (true);
create policy statistics_counts on referral for select to portal_statistics using (true);

-- The figures of a region are made without giving anyone a row: these functions pass row-level security, and their answer is counts,
-- nothing that belongs to one report. What may be shown of the counts decides Suppression.
-- Each report counts once in every dimension. Not counted: spam, and reports that no municipality has taken.
create function portal_count_reports(first date, past date)
  returns table (dimension text, municipality text, category text, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  with counted as (
    select s.id, s.municipality, s.state, s.received_on,
           case cardinality(s.forms) when 0 then 'none' when 1 then s.forms[1] else 'several' end as form,
           (h.first_read_at at time zone 'Europe/Amsterdam')::date - s.received_on as reading,
           s.closed_on - s.received_on as closing
      from public.report s left join public.handling h on h.report_id = s.id
     where s.received_on >= first and s.received_on < past and s.municipality is not null and s.state <> 'SPAM'
  ), gone as (
    select t.municipality, t.month,
           case cardinality(t.forms) when 0 then 'none' when 1 then t.forms[1] else 'several' end as form
      from public.tombstone t where t.month >= first and t.month < past
  )
  select 'month', c.municipality, to_char(c.received_on, 'YYYY-MM'), count(*) from counted c group by 2, 3
  union all select 'form', c.municipality, c.form, count(*) from counted c group by 2, 3
  union all select 'state', c.municipality, lower(c.state), count(*) from counted c group by 2, 3
  union all select 'reading', c.municipality,
    case when reading is null then 'not-yet' when reading <= 0 then 'same-day' when reading = 1 then 'next-day'
         when reading <= 7 then 'week' else 'longer' end, count(*) from counted c group by 2, 3
  union all select 'closing', c.municipality,
    case when closing is null then 'not-yet' when closing <= 7 then 'week' when closing <= 30 then 'month'
         when closing <= 91 then 'quarter' else 'longer' end, count(*) from counted c group by 2, 3
  union all select 'facet', c.municipality, encode(f.value, 'hex'), count(*)
    from counted c join public.facet f on f.report_id = c.id group by 2, 3
  union all select 'gone-month', g.municipality, to_char(g.month, 'YYYY-MM'), count(*) from gone g group by 2, 3
  union all select 'gone-form', g.municipality, g.form, count(*) from gone g group by 2, 3
$$;
revoke all on function portal_count_reports(date, date) from public;
grant execute on function portal_count_reports(date, date) to portal_backoffice;

-- To what kind of recipient the reports of a half-year were referred. Each report that was referred counts once.
create function portal_count_referred_reports(first date, past date)
  returns table (dimension text, municipality text, category text, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  with counted as (
    select s.id, s.municipality, case count(distinct r.recipient) when 1 then min(r.recipient) else 'several' end as recipient
      from public.report s join public.referral r on r.report_id = s.id
     where s.received_on >= first and s.received_on < past and s.municipality is not null and s.state <> 'SPAM'
     group by s.id, s.municipality
  )
  select 'recipient', c.municipality, c.recipient, count(*) from counted c group by 2, 3
$$;
revoke all on function portal_count_referred_reports(date, date) from public;
grant execute on function portal_count_referred_reports(date, date) to portal_backoffice;

-- For the administrator, who sees no report: how many closed reports each municipality has, and when those were closed. No id, no content.
create index report_closed_on on report (municipality, closed_on, keep_until) where state = 'CLOSED';
create function portal_closed_reports()
  returns table (municipality text, closed_on date, keep_until date, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
  $$ select municipality, closed_on, keep_until, count(*) from public.report
     where state = 'CLOSED' and municipality is not null and closed_on is not null group by 1, 2, 3 $$;
revoke all on function portal_closed_reports() from public;
grant execute on function portal_closed_reports() to portal_backoffice;

grant create on schema public to portal_statistics;
alter function portal_count_reports(date, date) owner to portal_statistics;
alter function portal_count_referred_reports(date, date) owner to portal_statistics;
alter function portal_closed_reports() owner to portal_statistics;
revoke create on schema public from portal_statistics;

-- Figures of a half-year that the municipalities put on the public site: numbers that may be shown, as they were on that day. Frozen, so
-- that nobody finds a small number by comparing two days.
create table published_figure (
  half      text     not null,
  dimension text     not null,
  place     integer  not null,
  category  text     not null,
  reports   integer,
  primary key (half, dimension, place)
);
alter table published_figure enable row level security;
grant select on published_figure to portal_public;
grant select, insert, delete on published_figure to portal_backoffice;
create policy everyone on published_figure for select to portal_public using (true);
create policy officers on published_figure for all to portal_backoffice using (true) with check (true);

-- Which migration the database is at.
create function portal_schema_version() returns text language sql stable
  return (select version from flyway_schema_history where success order by installed_rank desc limit 1);
grant select (version, success, installed_rank) on flyway_schema_history to portal_public, portal_backoffice, portal_all;
grant execute on function portal_schema_version() to portal_public, portal_backoffice, portal_all;
