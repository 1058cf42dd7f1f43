alter table signal add column keep_until date;

-- What remains of a purged report: a line for the statistics.
create table tombstone (
  month        date   not null,
  municipality text   not null,
  forms        text[] not null
);
alter table tombstone enable row level security;
grant select, insert on tombstone to portal_backoffice;
create policy officers on tombstone for all to portal_backoffice
  using (municipality = any (portal_municipalities()))
  with check (municipality = any (portal_municipalities()));
