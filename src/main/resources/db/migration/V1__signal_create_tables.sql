-- A report: the plain columns are all that anyone without a private keyset can learn.
create table signal (
  id           uuid    primary key,
  municipality text,
  forms        text[]  not null,
  state        text    not null,
  urgency      text    not null,
  received_on  date    not null,
  closed_on    date,
  sealed       bytea   not null,
  version      integer not null
);

create index signal_inbox on signal (municipality, urgency desc, received_on desc, id);

create table wrapped_key (
  signal_id uuid  not null references signal on delete cascade,
  what      text  not null,
  recipient text  not null,
  wrapped   bytea not null,
  primary key (signal_id, what, recipient)
);

create table receipt (
  lookup_id bytea primary key,
  signal_id uuid  not null unique references signal on delete cascade,
  wrapped   bytea not null
);

create table note (
  id        uuid    primary key,
  signal_id uuid    not null references signal on delete cascade,
  position  integer not null,
  sealed    bytea   not null,
  unique (signal_id, position)
);
