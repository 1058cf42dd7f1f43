-- What happened that officers should hear about. Filled by the database itself, in the transaction in which it happened: the public
-- tier knows no mail address and gets no right here.
create table news (
  id        bigint  generated always as identity primary key,
  signal_id uuid    not null references signal on delete cascade
);
create index news_signal on news (signal_id);
create function signal_is_news() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.news (signal_id) values (new.id); return null; end $$;
create function message_is_news() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.news (signal_id) values (new.signal_id); return null; end $$;
revoke all on function signal_is_news(), message_is_news() from public;
create trigger signal_is_news after insert on signal for each row execute function signal_is_news();
create trigger message_is_news after insert on message for each row when (not new.from_officer) execute function message_is_news();

-- Which unread report was already reminded of, and when the stand-ins were told.
create table reminded (
  signal_id uuid not null references signal on delete cascade,
  what      text not null,
  primary key (signal_id, what)
);
create index signal_unopened on signal (received_on) where state = 'NEW';

-- Mail that still has to leave; a row is deleted once the mail server has taken it. Holds nothing of a report, not even its id.
create table mail (
  id            uuid        primary key,
  recipient     text        not null,
  kind          text        not null,
  words         text        not null,
  due_at        timestamptz not null,
  attempts      integer     not null default 0,
  claimed_until timestamptz
);
-- Ten reports in a minute, or a mail server that is down for a day, are one mail.
create unique index mail_waiting on mail (recipient, kind, words) where claimed_until is null;
create index mail_due on mail (due_at);

-- The days on which the head of the audit chain was mailed.
create table chain_mailed (
  day date primary key
);

alter table news enable row level security;
alter table reminded enable row level security;
alter table mail enable row level security;
alter table chain_mailed enable row level security;
grant select, update, delete on news to portal_backoffice;
grant select, insert on reminded to portal_backoffice;
grant select, insert, update, delete on mail to portal_backoffice;
grant select, insert on chain_mailed to portal_backoffice;
create policy officers on news for all to portal_backoffice
  using (exists (select from signal s where s.id = signal_id));
create policy officers on reminded for all to portal_backoffice
  using (exists (select from signal s where s.id = signal_id));
-- Addresses of colleagues, not of reporters: whoever works for a municipality may queue a mail; other roles see none.
create policy officers on mail for all to portal_backoffice
  using (cardinality(portal_municipalities()) > 0);
create policy everyone on chain_mailed for all to portal_backoffice using (true) with check (true);
