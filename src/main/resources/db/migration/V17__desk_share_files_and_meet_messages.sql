-- The care coordination too wraps the keys of what it received again after a rotation of its keyset.
alter policy officers_wrap on referral_key
  using (recipient = any (portal_municipalities()) or recipient = portal_care());

-- Files that go along with a hand-over, sealed anew with a key that follows from the key of the referral; the file of the report stays
-- where it is.
create table referral_file (
  id          uuid    primary key,
  referral_id uuid    not null references referral on delete cascade,
  position    integer not null,
  sealed      bytea   not null,
  content     bytea   not null,
  unique (referral_id, position)
);
alter table referral_file alter column content set storage external;
alter table referral_file enable row level security;
grant select, insert on referral_file to portal_backoffice;
create policy both_sides on referral_file for select to portal_backoffice
  using (exists (select from referral r where r.id = referral_id));
create policy officers_add on referral_file for insert to portal_backoffice
  with check (exists (select from referral r join signal s on s.id = r.signal_id
    where r.id = referral_id and s.municipality = any (portal_municipalities())));

-- Messages of reporters in which the back office has not yet looked for traces; filled by the database itself.
create table unmet_message (
  message_id uuid primary key references message on delete cascade,
  signal_id  uuid not null references signal on delete cascade
);
create index unmet_message_signal on unmet_message (signal_id);
insert into unmet_message select id, signal_id from message where not from_officer;
alter table unmet_message enable row level security;
grant select, update, delete on unmet_message to portal_backoffice;
create policy officers on unmet_message for all to portal_backoffice
  using (exists (select from signal s where s.id = signal_id));
create function message_arrives() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.unmet_message values (new.id, new.signal_id); return null; end $$;
revoke all on function message_arrives() from public;
create trigger message_arrives after insert on message for each row when (not new.from_officer)
  execute function message_arrives();
