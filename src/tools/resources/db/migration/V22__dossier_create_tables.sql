-- A dossier: reports that officers keep together, because they are about the same house, person, number plate, number or profile. Its title and
-- its notes are sealed with a key of the dossier; the plain columns say what kind it is, how many reports it has, who has it and since when.
--
-- version: raised by every act, so that an officer who acts on an older view is told. undo: the last act, as long as it is the last and can be
-- undone, with the reports it moved and the dossier it merged or made. sealed: the title; null until an officer writes one, in a dossier
-- that this migration makes.
create table dossier (
  id           uuid        primary key,
  number       integer     not null unique,
  municipality text        not null,
  kind         text        not null,
  sealed       bytea,
  created_on   date        not null,
  assigned_to  text,
  closed       boolean     not null default false,
  merged_into  uuid        references dossier on delete cascade,
  changed_at   timestamptz not null,
  version      integer     not null default 0,
  undo         text,
  undo_dossier uuid,
  undo_reports uuid[],
  constraint dossier_kind check (kind in ('HOUSE', 'PERSON', 'PLATE', 'PHONE', 'PROFILE', 'OTHER')),
  constraint dossier_undo check (undo in ('ADD', 'REMOVE', 'MERGE', 'SPLIT')),
  constraint dossier_sealed check (octet_length(sealed) between 1 and 16384)
);
create index dossier_list on dossier (municipality, changed_at desc) where merged_into is null;
create index dossier_merged on dossier (merged_into) where merged_into is not null;

-- A report is in one dossier at most.
create table dossier_report (
  report_id  uuid        primary key references report on delete cascade,
  dossier_id uuid        not null references dossier on delete cascade,
  added_by   text        not null,
  added_at   timestamptz not null
);
create index dossier_report_dossier on dossier_report (dossier_id);

create table dossier_key (
  dossier_id uuid  not null references dossier on delete cascade,
  recipient  text  not null,
  wrapped    bytea not null,
  primary key (dossier_id, recipient)
);

create table dossier_note (
  id         uuid    primary key,
  dossier_id uuid    not null references dossier on delete cascade,
  position   integer not null,
  sealed     bytea   not null,
  unique (dossier_id, position)
);

-- A number that no dossier has; like portal_new_report_number.
create function portal_new_dossier_number() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
  candidate integer;
begin
  loop
    candidate := 100000 + (('x' || substr(md5(gen_random_uuid()::text), 1, 7))::bit(28)::integer % 900000);
    exit when not exists (select from public.dossier d where d.number = candidate);
  end loop;
  return candidate;
end
$$;
revoke execute on function portal_new_dossier_number() from public;
grant execute on function portal_new_dossier_number() to portal_backoffice;
alter table dossier alter column number set default portal_new_dossier_number();

-- Two reports of one municipality that an officer said belong together are in one dossier from now on; it has no title yet. What stays in
-- link_decision is which reports do not belong together.
do $$
declare
  pair record;
  one  uuid;
  two  uuid;
begin
  for pair in
    select l.report_id, l.other_id, l.decided_by, l.decided_at, r.municipality
      from link_decision l join report r on r.id = l.report_id join report o on o.id = l.other_id
     where l.confirmed and r.municipality = o.municipality
     order by l.decided_at, l.report_id, l.other_id
  loop
    one := (select dossier_id from dossier_report where report_id = pair.report_id);
    two := (select dossier_id from dossier_report where report_id = pair.other_id);
    if one is null and two is null then
      one := gen_random_uuid();
      insert into dossier (id, municipality, kind, created_on, assigned_to, changed_at)
        values (one, pair.municipality, 'OTHER', (pair.decided_at at time zone 'Europe/Amsterdam')::date, pair.decided_by, pair.decided_at);
    elsif one is not null and two is not null and one <> two then
      update dossier_report set dossier_id = one where dossier_id = two;
      delete from dossier where id = two;
    end if;
    insert into dossier_report (report_id, dossier_id, added_by, added_at)
      select added, coalesce(one, two), pair.decided_by, pair.decided_at
        from unnest(array[pair.report_id, pair.other_id]) as added
      on conflict (report_id) do nothing;
  end loop;
end
$$;
delete from link_decision where confirmed;
alter table link_decision drop column confirmed;
grant delete on link_decision to portal_backoffice;

alter table dossier enable row level security;
alter table dossier_report enable row level security;
alter table dossier_key enable row level security;
alter table dossier_note enable row level security;
grant select, insert, delete on dossier to portal_backoffice;
grant update (kind, sealed, assigned_to, closed, merged_into, changed_at, version, undo, undo_dossier, undo_reports)
  on dossier to portal_backoffice;
grant select, insert, update, delete on dossier_report to portal_backoffice;
-- Wrapping again after a rotation or a recovery is the only change.
grant select, insert, update on dossier_key to portal_backoffice;
grant select, insert on dossier_note to portal_backoffice;
create policy officers on dossier for all to portal_backoffice
  using (municipality = any (portal_municipalities()))
  with check (municipality = any (portal_municipalities()));
-- A dossier has reports of its own municipality and of no other.
create policy officers on dossier_report for all to portal_backoffice
  using (exists (select from dossier d where d.id = dossier_id))
  with check (exists (select from dossier d join report s on s.municipality = d.municipality
                       where d.id = dossier_id and s.id = report_id));
create policy officers on dossier_key for all to portal_backoffice
  using (exists (select from dossier d where d.id = dossier_id));
create policy officers on dossier_note for all to portal_backoffice
  using (exists (select from dossier d where d.id = dossier_id));

-- Retention: a closed report is kept as long as another report of its dossier is needed. Spam and reports that their reporter withdrew keep no
-- other report, and a dossier keeps none of those. The purge, the list of planned purges, the case file and the forecast all use this function.
-- has_open: a report is open, so that the day of the purge is not known yet; otherwise the last day of closing and the last day of postponement.
create function portal_dossier_retention(dossier uuid) returns table (has_open boolean, closed_on date, keep_until date)
  language sql stable as
$$
  select coalesce(bool_or(r.state <> 'CLOSED'), false), max(r.closed_on), max(r.keep_until)
    from public.dossier_report d join public.report r on r.id = d.report_id
   where d.dossier_id = $1 and not r.withdrawn and r.state not in ('SPAM', 'WITHDRAWN')
$$;
grant execute on function portal_dossier_retention(uuid) to portal_backoffice, portal_statistics;

grant select (number) on dossier to portal_statistics;
grant select (report_id, dossier_id) on dossier_report to portal_statistics;
create policy statistics_counts on dossier for select to portal_statistics using (true);
create policy statistics_counts on dossier_report for select to portal_statistics using (true);
drop function portal_closed_reports();
-- waiting: a report of the same dossier is open, so that the day of the purge is not known.
create function portal_closed_reports()
  returns table (municipality text, closed_on date, keep_until date, withdrawn boolean, waiting boolean, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
  $$ select s.municipality, coalesce(k.closed_on, s.closed_on), coalesce(k.keep_until, s.keep_until), s.withdrawn,
            coalesce(k.has_open, false), count(*)
       from public.report s
       left join public.dossier_report d on d.report_id = s.id and not s.withdrawn
       left join lateral public.portal_dossier_retention(d.dossier_id) k on d.dossier_id is not null
      where s.state = 'CLOSED' and s.municipality is not null and s.closed_on is not null
      group by 1, 2, 3, 4, 5 $$;
revoke all on function portal_closed_reports() from public;
grant execute on function portal_closed_reports() to portal_backoffice;

grant create on schema public to portal_statistics;
alter function portal_new_dossier_number() owner to portal_statistics;
alter function portal_closed_reports() owner to portal_statistics;
revoke create on schema public from portal_statistics;
