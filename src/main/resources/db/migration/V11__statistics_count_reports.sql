-- The figures of a region are made without giving anyone a row: this function passes row-level security, and its answer is counts per
-- municipality and category, nothing that belongs to one report. What may be shown of the counts decides Suppression.
-- Each report counts once in every dimension. Not counted: spam, and reports that no municipality has taken.
create function figures_count(first date, past date)
  returns table (dimension text, municipality text, category text, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  with counted as (
    select s.id, s.municipality, s.state, s.received_on,
           case cardinality(s.forms) when 0 then 'none' when 1 then s.forms[1] else 'several' end as form,
           (h.first_read_at at time zone 'Europe/Amsterdam')::date - s.received_on as reading,
           s.closed_on - s.received_on as closing
      from public.signal s left join public.handling h on h.signal_id = s.id
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
    from counted c join public.facet f on f.signal_id = c.id group by 2, 3
  union all select 'gone-month', g.municipality, to_char(g.month, 'YYYY-MM'), count(*) from gone g group by 2, 3
  union all select 'gone-form', g.municipality, g.form, count(*) from gone g group by 2, 3
$$;
revoke all on function figures_count(date, date) from public;
grant execute on function figures_count(date, date) to portal_backoffice;
