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
