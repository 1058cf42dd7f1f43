-- What an officer thinks of two reports that share something: the same matter, or not.
create table link_decision (
  report_id  uuid        not null references report on delete cascade,
  other_id   uuid        not null references report on delete cascade,
  confirmed  boolean     not null,
  decided_by text        not null,
  decided_at timestamptz not null,
  primary key (report_id, other_id),
  check (report_id < other_id)
);
alter table link_decision enable row level security;
grant select, insert, update on link_decision to portal_backoffice;
create policy officers on link_decision for all to portal_backoffice
  using (exists (select from report s where s.id = report_id) and exists (select from report s where s.id = other_id));

-- Which other municipalities have a report with one of these traces. Their names and nothing else: an officer must call a colleague.
create function portal_elsewhere(traces bytea[], since date) returns setof text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct s.municipality
    from public.facet f join public.report s on s.id = f.report_id
    where f.value = any (traces)
      and s.received_on >= since
      and s.municipality is not null
      and s.state not in ('SPAM', 'WITHDRAWN')
      and cardinality(public.portal_municipalities()) > 0
      and s.municipality <> all (public.portal_municipalities())
  $$;
revoke all on function portal_elsewhere(bytea[], date) from public;
grant execute on function portal_elsewhere(bytea[], date) to portal_backoffice;

grant create on schema public to portal_statistics;
alter function portal_elsewhere(bytea[], date) owner to portal_statistics;
revoke create on schema public from portal_statistics;
