-- An officer's translation into Dutch of what the reporter wrote in another language. Sealed with the notes key, like a note; who translated and
-- when are inside. There is one of each text, the newest. It goes with the report, and with the message that it translates.
create table translation (
  report_id  uuid  not null references report on delete cascade,
  -- What is translated: the key of a question, or the id of a message.
  part       text  not null,
  message_id uuid  references message on delete cascade,
  sealed     bytea not null,
  primary key (report_id, part),
  constraint translation_part check (length(part) <= 100 and (message_id is null or part = message_id::text))
);
create index translation_message on translation (message_id) where message_id is not null;
alter table translation enable row level security;
grant select, insert, update, delete on translation to portal_backoffice;
create policy officers on translation for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));

-- The figures also count about how many people a report is. That is a new facet, so the reports that have been indexed are indexed once more.
insert into report_to_index (report_id) select id from report on conflict do nothing;
