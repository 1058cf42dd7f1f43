-- Who did what to which object, never with what content. Rows are only added; each holds the hash of the one before.
create table audit_event (
  position  bigint      primary key,
  at        timestamptz not null,
  actor     text        not null,
  action    text        not null,
  object    text        not null,
  result    text        not null,
  reason    text        not null,
  previous  text        not null,
  hash      text        not null unique
);
create index audit_object on audit_event (object, position);
-- Whether a colleague of this name has ever been at the desk.
create index audit_actor on audit_event (actor, action);
-- The audit is looked through by who, what and when; each is found by position, so that the millionth event costs what the first does.
create index audit_by_actor on audit_event (actor, position);
create index audit_action on audit_event (action, position);
create index audit_result on audit_event (result, position);
create index audit_at on audit_event (at, position);

alter table audit_event enable row level security;
grant select, insert on audit_event to portal_backoffice;
create policy everyone_reads on audit_event for select to portal_backoffice using (true);
create policy everyone_adds on audit_event for insert to portal_backoffice with check (true);
