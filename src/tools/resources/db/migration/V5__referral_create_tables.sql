-- What was referred: to whom and when in plain, everything else sealed with a key of its own. That key is wrapped for the municipality that
-- refers, for recovery, and for the receiver when it works in this system: the care coordination or a municipality. The key of the report
-- is never wrapped again, because not every answer is shared.
create table referral (
  id          uuid        primary key,
  report_id   uuid        not null references report on delete cascade,
  recipient   text        not null check (recipient in
    ('care', 'veilig-thuis', 'levvel', 'nidos', 'comensha', 'case-conference', 'police', 'prosecutor', 'labour-inspectorate', 'riec',
     'municipality', 'mma')),
  receiver    text,
  referred_at timestamptz not null,
  sealed      bytea       not null
);
create index referral_report on referral (report_id, referred_at);
create index referral_receiver on referral (receiver, referred_at desc) where receiver is not null;

create table referral_key (
  referral_id uuid  not null references referral on delete cascade,
  recipient   text  not null,
  wrapped     bytea not null,
  primary key (referral_id, recipient)
);

-- Receipt and outcome, noted by who referred or by the receiver; sealed with the key of the referral.
create table referral_note (
  id          uuid    primary key,
  referral_id uuid    not null references referral on delete cascade,
  position    integer not null,
  sealed      bytea   not null
);
create index referral_note_order on referral_note (referral_id, position);

-- Files that go along with a referral, sealed anew with a key that follows from the key of the referral; the file of the report stays
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

create function portal_care() returns text language sql stable
  return nullif(current_setting('portal.care', true), '');
grant execute on function portal_care() to portal_backoffice;

alter table referral enable row level security;
alter table referral_key enable row level security;
alter table referral_note enable row level security;
alter table referral_file enable row level security;
grant select, insert on referral, referral_note, referral_file to portal_backoffice;
-- Wrapping again after a rotation or a recovery is the only change.
grant select, insert, update on referral_key to portal_backoffice;

-- Who refers sees it by the report; the receiver sees what is theirs, and never the report.
create policy officers on referral for select to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy receivers on referral for select to portal_backoffice
  using (receiver = any (portal_municipalities()) or receiver = portal_care());
create policy officers_add on referral for insert to portal_backoffice
  with check (exists (select from report s where s.id = report_id and s.municipality = any (portal_municipalities())));
create policy recipients on referral_key for select to portal_backoffice
  using (recipient = any (portal_municipalities()) or recipient = portal_care() or recipient = 'recovery');
create policy officers_add on referral_key for insert to portal_backoffice
  with check (exists (select from referral r join report s on s.id = r.report_id where r.id = referral_id));
-- The care coordination too wraps the keys of what it received again after a rotation of its keyset.
create policy officers_wrap on referral_key for update to portal_backoffice
  using (recipient = any (portal_municipalities()) or recipient = portal_care());
create policy both_sides on referral_note for all to portal_backoffice
  using (exists (select from referral r where r.id = referral_id));
create policy both_sides on referral_file for select to portal_backoffice
  using (exists (select from referral r where r.id = referral_id));
create policy officers_add on referral_file for insert to portal_backoffice
  with check (exists (select from referral r join report s on s.id = r.report_id
    where r.id = referral_id and s.municipality = any (portal_municipalities())));
