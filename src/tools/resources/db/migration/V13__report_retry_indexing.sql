-- How often indexing a report or a message has failed. One that failed is tried again after all others, so that it holds up none of them.
-- A count and no time: a time would reveal when the report was sent.
alter table report_to_index add column attempts integer not null default 0;
alter table message_to_index add column attempts integer not null default 0;
