-- What was found in a message is forgotten with it: a reporter who deletes a message is told that it is gone here too.
alter table facet add column message_id uuid references message on delete cascade;
create index facet_message on facet (message_id) where message_id is not null;
