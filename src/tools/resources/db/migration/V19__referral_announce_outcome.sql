-- Referrals whose receiver wrote an outcome that no officer of the municipality has seen. It says that an outcome arrived, never which. The
-- receiver can add a row, but can neither read nor delete one.
create table new_outcome (
  referral_id uuid primary key references referral on delete cascade,
  report_id   uuid not null references report on delete cascade
);
create index new_outcome_report on new_outcome (report_id);
alter table new_outcome enable row level security;
grant select, insert, delete on new_outcome to portal_backoffice;
create policy officers_see on new_outcome for select to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy officers_forget on new_outcome for delete to portal_backoffice
  using (exists (select from report s where s.id = report_id));
create policy receivers_add on new_outcome for insert to portal_backoffice
  with check (exists (select from referral r
    where r.id = referral_id and r.report_id = new_outcome.report_id
      and (r.receiver = any (portal_municipalities()) or r.receiver = portal_care())));

-- An outcome is announced like a message of the reporter.
create trigger queue_outcome_notification after insert on new_outcome for each row execute function queue_message_notification();

-- The neighbourhood team (wijkteam or sociaal team) of a municipality is a recipient too.
alter table referral drop constraint referral_recipient_check;
alter table referral add constraint referral_recipient_check check (recipient in
  ('care', 'veilig-thuis', 'levvel', 'neighbourhood-team', 'nidos', 'comensha', 'case-conference', 'police', 'prosecutor',
   'labour-inspectorate', 'riec', 'municipality', 'mma'));

-- A withdrawn report has a retention period of its own (V15), so that the forecast counts it apart.
grant select (withdrawn) on report to portal_statistics;
drop function portal_closed_reports();
create function portal_closed_reports()
  returns table (municipality text, closed_on date, keep_until date, withdrawn boolean, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
  $$ select municipality, closed_on, keep_until, withdrawn, count(*) from public.report
     where state = 'CLOSED' and municipality is not null and closed_on is not null group by 1, 2, 3, 4 $$;
revoke all on function portal_closed_reports() from public;
grant execute on function portal_closed_reports() to portal_backoffice;
grant create on schema public to portal_statistics;
alter function portal_closed_reports() owner to portal_statistics;
revoke create on schema public from portal_statistics;
