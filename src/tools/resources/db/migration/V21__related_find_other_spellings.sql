-- Keyed blind indexes (HMAC-SHA-256, first 16 bytes) by which a report is found with another spelling of an address in it: without the
-- addition to the number, without the village, and with one letter of the street missing. A table of its own, because facets are counted
-- for the figures and these must not be. Only the desk has it.
create table similar_facet (
  report_id uuid  not null references report on delete cascade,
  value     bytea not null,
  primary key (report_id, value)
);
create index similar_facet_value on similar_facet (value, report_id);
alter table similar_facet enable row level security;
grant select, insert on similar_facet to portal_backoffice;
create policy officers on similar_facet for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));

-- Reports that were indexed before get these too. Indexing them again changes nothing else.
insert into report_to_index (report_id) select id from report on conflict do nothing;
