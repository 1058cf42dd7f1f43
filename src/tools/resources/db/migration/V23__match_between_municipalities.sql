-- An officer who sent a report with an address learned at once whether another municipality had that address. Now a match between two
-- municipalities arises only between reports that both have taken up, and both learn of it in the same transaction. ADR 29 has the reasons.
drop function portal_elsewhere(bytea[], date);

-- Which facets are traces: addresses, telephone numbers, number plates and profiles. Only these are compared, so that nobody learns which
-- reports of another municipality share a label, a language or a consent. Facets from before this migration count as traces once their report is
-- indexed again.
alter table facet add column trace boolean not null default false;
grant select (trace) on facet to portal_statistics;

-- As before, without the traces: the numbers of the other municipalities told whether one of them had a trace.
create or replace function portal_count_reports(first date, past date)
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
    from counted c join public.facet f on f.report_id = c.id and not f.trace group by 2, 3
  union all select 'gone-month', g.municipality, to_char(g.month, 'YYYY-MM'), count(*) from gone g group by 2, 3
  union all select 'gone-form', g.municipality, g.form, count(*) from gone g group by 2, 3
$$;

-- Taken up: an officer has it, and works on it or waits. Only the desk can say who has a report.
create function portal_is_taken_up(state text, assigned_to text) returns boolean language sql immutable
  return assigned_to is not null and state in ('IN_PROGRESS', 'WAITING_FOR_REPORTER', 'REFERRED');
grant execute on function portal_is_taken_up(text, text) to portal_statistics;

-- Reports that were taken up, or indexed again after that, and not compared since. The desk compares them every minute, so that no request of
-- an officer takes longer or shorter because of what another municipality has.
create table report_to_match (
  report_id uuid primary key references report on delete cascade
);

-- Two reports of different municipalities that share a trace. No login may read or write this table: each side sees its own through the
-- functions below. "value" is the blind index of the trace that they share; it goes when the match is declined.
create table municipality_match (
  id               uuid primary key default gen_random_uuid(),
  first_id         uuid not null references report on delete cascade,
  second_id        uuid not null references report on delete cascade,
  value            bytea,
  found_on         date not null default (now() at time zone 'Europe/Amsterdam')::date,
  first_agreed_by  text,
  first_agreed_on  date,
  second_agreed_by text,
  second_agreed_on date,
  declined_on      date,
  -- the municipality whose report was being compared
  found_by         text,
  state            text not null generated always as (
    case when declined_on is not null then 'DECLINED'
         when first_agreed_on is not null and second_agreed_on is not null then 'AGREED'
         else 'FOUND' end) stored,
  -- the last state that the audit trail has of both reports; a match is shown from then on
  announced        text not null default 'NOTHING',
  unique (first_id, second_id),
  check (first_id < second_id),
  check ((value is null) = (declined_on is not null))
);
create index municipality_match_second on municipality_match (second_id);
create index municipality_match_day on municipality_match (found_on);
create index municipality_match_due on municipality_match (id) where announced <> state;

alter table report_to_match enable row level security;
alter table municipality_match enable row level security;
grant select, update, delete on report_to_match to portal_backoffice;
create policy officers on report_to_match for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));

grant select (assigned_to) on handling to portal_statistics;
grant insert on report_notification to portal_statistics;
grant select, insert, delete on report_to_match to portal_statistics;
grant select, insert, update, delete on municipality_match to portal_statistics;
create policy matches_notify on report_notification for insert to portal_statistics with check (true);
create policy matches on report_to_match for all to portal_statistics using (true) with check (true);
create policy matches on municipality_match for all to portal_statistics using (true) with check (true);

create function queue_report_matching() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
  changed uuid;
begin
  if tg_table_name = 'report' then
    changed := new.id;
  elsif tg_op = 'DELETE' then
    changed := old.report_id;
  else
    changed := new.report_id;
  end if;
  insert into public.report_to_match (report_id)
    select r.id from public.report r join public.handling h on h.report_id = r.id
     where r.id = changed and r.municipality is not null and public.portal_is_taken_up(r.state, h.assigned_to)
    on conflict do nothing;
  return null;
end
$$;
create function forget_match_of_report() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
  delete from public.municipality_match m where m.first_id = new.id or m.second_id = new.id;
  return null;
end
$$;
create function forget_match_of_trace() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
  delete from public.municipality_match m
   where (m.first_id = old.report_id or m.second_id = old.report_id) and m.value = old.value;
  return null;
end
$$;
revoke all on function queue_report_matching(), forget_match_of_report(), forget_match_of_trace() from public;

create trigger queue_report_matching after update of state on report
  for each row when (new.state is distinct from old.state) execute function queue_report_matching();
create trigger queue_report_matching after update of assigned_to on handling
  for each row when (new.assigned_to is not null and new.assigned_to is distinct from old.assigned_to)
  execute function queue_report_matching();
-- A report has been indexed when its row is deleted.
create trigger queue_report_matching after delete on report_to_index for each row execute function queue_report_matching();
create trigger queue_report_matching after delete on message_to_index for each row execute function queue_report_matching();
create trigger forget_match after update of state on report
  for each row when (new.state in ('SPAM', 'WITHDRAWN')) execute function forget_match_of_report();
-- What was found in a message is forgotten with it.
create trigger forget_match after delete on facet for each row execute function forget_match_of_trace();

-- Compares one report of the caller with the reports that other municipalities have taken up. The traces are blind indexes, the strongest
-- first; only those count that this report has. At most 20 matches per call, and per municipality 50 a day that its own reports led to, so that
-- nobody else can use these up. Returns 0, also when there is no match, so that the answer tells nothing; -1 when the report must be compared
-- on another day. What a transaction that is rolled back can still learn is in the threat model.
create function portal_find_matches(own uuid, traces bytea[], since date) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
  home text;
  today integer;
begin
  select r.municipality into home
    from public.report r join public.handling h on h.report_id = r.id
   where r.id = own and r.received_on >= since and r.municipality = any (public.portal_municipalities())
     and public.portal_is_taken_up(r.state, h.assigned_to);
  if home is null then
    return 0;
  end if;
  select count(*) into today from public.municipality_match m
   where m.found_on = (now() at time zone 'Europe/Amsterdam')::date and m.found_by = home;
  if today >= 50 then
    return -1;
  end if;
  with possible as (
    select distinct on (r.id) r.id, t.value, t.position
      from unnest(traces) with ordinality as t (value, position)
      join public.facet mine on mine.report_id = own and mine.value = t.value and mine.trace
      join public.facet f on f.value = t.value and f.report_id <> own and f.trace
      join public.report r on r.id = f.report_id
      join public.handling h on h.report_id = r.id
     where r.municipality <> home and r.received_on >= since and public.portal_is_taken_up(r.state, h.assigned_to)
       and not exists (select from public.municipality_match m
                        where m.first_id = least(own, r.id) and m.second_id = greatest(own, r.id))
     order by r.id, t.position
  ), matching as (
    select id, value from possible order by position, id limit least(20, 50 - today)
  ), added_matches as (
    insert into public.municipality_match (first_id, second_id, value, found_by)
      select least(own, id), greatest(own, id), value, home from matching
      on conflict do nothing returning first_id, second_id
  )
  insert into public.report_notification (report_id)
    select first_id from added_matches union all select second_id from added_matches;
  return 0;
end
$$;

-- The changes that the audit trail does not have yet, for both reports; only for a caller who works for both municipalities, as the jobs do.
create function portal_announce_matches() returns table (report_id uuid, municipality text, state text)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
  with due as (
    select m.id, a.municipality as first_municipality, b.municipality as second_municipality
      from public.municipality_match m
      join public.report a on a.id = m.first_id join public.report b on b.id = m.second_id
     where m.announced <> m.state
       and a.municipality = any (public.portal_municipalities()) and b.municipality = any (public.portal_municipalities())
       for update of m skip locked
  ), announced as (
    update public.municipality_match m set announced = m.state from due where m.id = due.id
    returning m.first_id, m.second_id, m.state, due.first_municipality, due.second_municipality
  )
  select a.first_id, a.second_municipality, a.state from announced a
  union all
  select a.second_id, a.first_municipality, a.state from announced a
$$;

-- The matches of reports of the caller: with which municipality, and whether the own side agreed. Nothing of the other report, and not whether
-- the other side agreed.
create function portal_matches(reports uuid[]) returns table (match_id uuid, report_id uuid, municipality text, state text, agreed boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  select m.id, s.id, o.municipality, m.state, m.agreed
    from unnest(reports) as asked (id)
    join public.report s on s.id = asked.id and s.municipality = any (public.portal_municipalities())
    cross join lateral (
      select id, second_id as other_id, state, announced, first_agreed_on is not null as agreed
        from public.municipality_match where first_id = s.id
      union all
      select id, first_id, state, announced, second_agreed_on is not null
        from public.municipality_match where second_id = s.id) m
    join public.report o on o.id = m.other_id
   where m.announced <> 'NOTHING'
   order by s.id, o.municipality, m.id
$$;

-- An officer wants to consult the other municipality, or does not. Returns the new state; null when nothing was changed, because this is no
-- match of that report, nobody has the report, or somebody declined before.
create function portal_answer_match(match uuid, own uuid, agree boolean, officer text) returns text
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
  with answered as (
    update public.municipality_match m
       set first_agreed_by = case when agree and m.first_id = own then coalesce(m.first_agreed_by, officer) else m.first_agreed_by end,
           first_agreed_on = case when agree and m.first_id = own then coalesce(m.first_agreed_on, current_date) else m.first_agreed_on end,
           second_agreed_by = case when agree and m.second_id = own then coalesce(m.second_agreed_by, officer) else m.second_agreed_by end,
           second_agreed_on = case when agree and m.second_id = own then coalesce(m.second_agreed_on, current_date)
                                   else m.second_agreed_on end,
           declined_on = case when agree then null else current_date end,
           value = case when agree then m.value end
      from public.report s join public.handling h on h.report_id = s.id
     where m.id = match and own in (m.first_id, m.second_id) and m.announced <> 'NOTHING'
       and (m.state = 'FOUND' or m.state = 'AGREED' and not agree)
       and s.id = own and s.municipality = any (public.portal_municipalities())
       and s.state not in ('NEW', 'SPAM', 'WITHDRAWN') and h.assigned_to is not null
    returning m.state, case when m.first_id = own then m.second_id else m.first_id end as other_id
  ), told as (
    insert into public.report_notification (report_id) select other_id from answered where state = 'AGREED'
  )
  select state from answered
$$;

-- After both agreed: what an officer needs to call the colleague. The number and the day of the other report, who has it, and the blind index of
-- the shared trace, which the own report has too.
create function portal_agreed_match(match uuid, own uuid) returns table (number integer, received_on date, officer text, value text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  select h.number, o.received_on, coalesce(h.assigned_to, ''), encode(m.value, 'hex')
    from public.municipality_match m
    join public.report s on s.id = own and s.municipality = any (public.portal_municipalities())
    join public.report o on o.id = case when m.first_id = own then m.second_id else m.first_id end
    join public.handling h on h.report_id = o.id
   where m.id = match and own in (m.first_id, m.second_id) and m.state = 'AGREED'
$$;

-- Without an agreement between the municipalities nothing is kept. Only for a caller who works for both.
create function portal_end_matching() returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
  delete from public.report_to_match q using public.report r
   where r.id = q.report_id and r.municipality = any (public.portal_municipalities());
  delete from public.municipality_match m using public.report a, public.report b
   where a.id = m.first_id and b.id = m.second_id
     and a.municipality = any (public.portal_municipalities()) and b.municipality = any (public.portal_municipalities())
$$;

revoke all on function portal_find_matches(uuid, bytea[], date), portal_announce_matches(), portal_matches(uuid[]),
  portal_answer_match(uuid, uuid, boolean, text), portal_agreed_match(uuid, uuid), portal_end_matching() from public;
grant execute on function portal_find_matches(uuid, bytea[], date), portal_announce_matches(), portal_matches(uuid[]),
  portal_answer_match(uuid, uuid, boolean, text), portal_agreed_match(uuid, uuid), portal_end_matching() to portal_backoffice;

grant create on schema public to portal_statistics;
alter function queue_report_matching() owner to portal_statistics;
alter function forget_match_of_report() owner to portal_statistics;
alter function forget_match_of_trace() owner to portal_statistics;
alter function portal_find_matches(uuid, bytea[], date) owner to portal_statistics;
alter function portal_announce_matches() owner to portal_statistics;
alter function portal_matches(uuid[]) owner to portal_statistics;
alter function portal_answer_match(uuid, uuid, boolean, text) owner to portal_statistics;
alter function portal_agreed_match(uuid, uuid) owner to portal_statistics;
alter function portal_end_matching() owner to portal_statistics;
revoke create on schema public from portal_statistics;
