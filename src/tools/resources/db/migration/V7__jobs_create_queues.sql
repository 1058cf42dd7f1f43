-- What happened that officers should hear about. Filled by the database itself, in the transaction in which it happened: the public
-- tier knows no mail address and gets no right here.
create table report_notification (
  id        bigint  generated always as identity primary key,
  report_id uuid    not null references report on delete cascade
);
create index report_notification_report on report_notification (report_id);

-- Which unread report was already reminded of, and when the stand-ins were told.
create table reminder (
  report_id uuid not null references report on delete cascade,
  what      text not null,
  primary key (report_id, what)
);
create index report_unread on report (received_on) where state = 'NEW';

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
create table audit_head_mail (
  day date primary key
);

alter table report_notification enable row level security;
alter table reminder enable row level security;
alter table mail enable row level security;
alter table audit_head_mail enable row level security;
grant select, update, delete on report_notification to portal_backoffice;
grant select, insert on reminder to portal_backoffice;
grant select, insert, update, delete on mail to portal_backoffice;
grant select, insert on audit_head_mail to portal_backoffice;
create policy officers on report_notification for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers on reminder for all to portal_backoffice
  using (exists (select from report s where s.id = report_id));
-- Addresses of colleagues, not of reporters: whoever works for a municipality may queue a mail; other roles see none.
create policy officers on mail for all to portal_backoffice
  using (cardinality(portal_municipalities()) > 0);
create policy everyone on audit_head_mail for all to portal_backoffice using (true) with check (true);

grant insert on report_notification to portal_intake;
create policy intake_adds on report_notification for insert to portal_intake with check (true);
create function queue_report_notification() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.report_notification (report_id) values (new.id); return null; end $$;
create function queue_message_notification() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
  $$ begin insert into public.report_notification (report_id) values (new.report_id); return null; end $$;
revoke all on function queue_report_notification(), queue_message_notification() from public;
create trigger queue_report_notification after insert on report for each row execute function queue_report_notification();
create trigger queue_message_notification after insert on message for each row when (not new.from_officer)
  execute function queue_message_notification();

grant create on schema public to portal_intake;
alter function queue_report_notification() owner to portal_intake;
alter function queue_message_notification() owner to portal_intake;
revoke create on schema public from portal_intake;
