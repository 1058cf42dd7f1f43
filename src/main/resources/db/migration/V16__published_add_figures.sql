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
