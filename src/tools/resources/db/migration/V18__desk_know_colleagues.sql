-- Which officers work for a municipality, known from their visits, so that a report can be given only to somebody who may open it. The name is
-- the user name that the audit trail has too. An officer who stays away for half a year is forgotten.
create table colleague (
  municipality text not null,
  name         text not null,
  seen_on      date not null,
  primary key (municipality, name)
);
alter table colleague enable row level security;
grant select, insert, update, delete on colleague to portal_backoffice;
create policy officers on colleague for all to portal_backoffice
  using (municipality = any (portal_municipalities()))
  with check (municipality = any (portal_municipalities()));

-- It told whether a colleague of this name had ever been at the desk.
drop index audit_actor;
