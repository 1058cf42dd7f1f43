-- More partners of the policy document (3.2, 9.1, annexes 3 and 4) to whom a report can be handed over.
alter table referral drop constraint referral_recipient_check;
alter table referral add constraint referral_recipient_check check (recipient in
  ('care', 'veilig-thuis', 'levvel', 'nidos', 'comensha', 'case-conference', 'police', 'prosecutor', 'labour-inspectorate', 'riec',
   'municipality', 'mma'));

-- To what kind of recipient the reports of a half-year were handed over: counts, as figures_count gives them. Each report that was handed
-- over counts once.
create function figures_handed_over(first date, past date)
  returns table (dimension text, municipality text, category text, reports bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
  with counted as (
    select s.id, s.municipality, case count(distinct r.recipient) when 1 then min(r.recipient) else 'several' end as recipient
      from public.signal s join public.referral r on r.signal_id = s.id
     where s.received_on >= first and s.received_on < past and s.municipality is not null and s.state <> 'SPAM'
     group by s.id, s.municipality
  )
  select 'recipient', c.municipality, c.recipient, count(*) from counted c group by 2, 3
$$;
revoke all on function figures_handed_over(date, date) from public;
grant execute on function figures_handed_over(date, date) to portal_backoffice;

-- The owner of what is counted (V19) sees of a hand-over whose report it is and to what kind of recipient it went.
grant select (signal_id, recipient) on referral to portal_statistics;
create policy statistics_counts on referral for select to portal_statistics using (true);
grant create on schema public to portal_statistics;
alter function figures_handed_over(date, date) owner to portal_statistics;
revoke create on schema public from portal_statistics;
