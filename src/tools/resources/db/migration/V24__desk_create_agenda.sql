-- The officer for whom the transaction acts, as the desk sets it from the verified token.
create function portal_officer() returns text language sql stable
  return nullif(current_setting('portal.officer', true), '');
grant execute on function portal_officer() to portal_backoffice, portal_statistics;

-- What an officer means to do about a report on a day. Who made it, when, and the note are sealed with the notes key of the report; the plain
-- columns are what the agenda and the daily mail are made from. It is gone when the report is purged.
create table agenda_item (
  id          uuid primary key,
  report_id   uuid not null references report on delete cascade,
  kind        text not null check (kind in ('call', 'answer', 'consult', 'interpreter', 'review', 'other')),
  day         date not null,
  for_officer text not null check (length(for_officer) between 1 and 255),
  sealed      bytea not null,
  done_by     text,
  done_at     timestamptz,
  check ((done_by is null) = (done_at is null))
);
create index agenda_item_report on agenda_item (report_id);
create index agenda_item_open on agenda_item (day, for_officer) where done_at is null;
alter table agenda_item enable row level security;
grant select, insert, delete, update (day, done_by, done_at) on agenda_item to portal_backoffice;
create policy officers on agenda_item for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));

-- The number beside "Agenda" is shown on every screen of an officer, also on those whose transaction sees no reports.
grant select (report_id, for_officer, day, done_at) on agenda_item to portal_statistics;
create policy statistics_counts on agenda_item for select to portal_statistics using (true);
create function portal_due_agenda_items(municipalities text[], today date) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  select count(*)
    from public.agenda_item i
    join public.report r on r.id = i.report_id
   where i.for_officer = public.portal_officer() and i.done_at is null and i.day <= today
     and r.municipality = any (municipalities)
$$;
revoke all on function portal_due_agenda_items(text[], date) from public;
grant execute on function portal_due_agenda_items(text[], date) to portal_backoffice;
grant create on schema public to portal_statistics;
alter function portal_due_agenda_items(text[], date) owner to portal_statistics;
revoke create on schema public from portal_statistics;

-- The days on which the mail about the agenda was queued.
create table agenda_mail (
  day date primary key
);
alter table agenda_mail enable row level security;
grant select, insert on agenda_mail to portal_backoffice;
create policy everyone on agenda_mail for all to portal_backoffice using (true) with check (true);

-- The views of the inbox that an officer saved. The name is one of a list and the filter one of options: neither can hold a sentence, an address
-- or a telephone number with its spaces. The desk checks each value against its options as well.
create table saved_view (
  officer text not null,
  name    text not null check (name in ('morning', 'first', 'waiting', 'weekly', 'review', 'youth', 'labour', 'sexual', 'criminal', 'housing',
    'consult', 'stand-in')),
  filter  text not null check (length(filter) <= 700 and filter ~
    '^view=[a-z-]{1,20}(&(state|form|municipality|urgency|from|until|assigned|label|consent)=[A-Za-z0-9@._+-]{1,64})*(&sort=oldest)?$'),
  primary key (officer, name)
);
alter table saved_view enable row level security;
grant select, insert, delete, update (filter) on saved_view to portal_backoffice;
create policy own on saved_view for all to portal_backoffice
  using (officer = portal_officer())
  with check (officer = portal_officer());
