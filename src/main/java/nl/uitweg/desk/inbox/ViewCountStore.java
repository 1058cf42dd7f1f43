package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.stream.Collectors;

/**
 * Counts the reports of each view of the inbox, in the caller's transaction. A part is counted from
 * its index of migration V4, per municipality; a view with a condition on another table is counted
 * from the rows of that table that meet the condition. Every count stops at its limit.
 */
@Singleton
class ViewCountStore {

  /** The number of reports in each part, and in each view with a condition on another table. */
  private static final String COUNTS =
      """
      with own as materialized (
        select m.id, m.latest
        from unnest(string_to_array(:municipalities, ','),
                    cast(string_to_array(:dueDays, ',') as date[])) as m(id, latest)
      )
      select
        (select count(*) from (
          select 1 from own cross join lateral (
            select 1 from report s where s.municipality = own.id
              and s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'URGENT' limit :limit) r
          union all (
            select 1 from report s where s.municipality is null
              and s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'URGENT' limit :limit)
          limit :limit) c) as urgent,
        (select count(*) from (
          select 1 from own cross join lateral (
            select 1 from report s where s.municipality = own.id
              and s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'NORMAL' limit :limit) r
          union all (
            select 1 from report s where s.municipality is null
              and s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.urgency = 'NORMAL' limit :limit)
          limit :limit) c) as normal,
        (select count(*) from (
          select 1 from own cross join lateral (
            select 1 from report s where s.municipality = own.id
              and s.state in ('CLOSED', 'SPAM', 'WITHDRAWN') limit :limit) r
          union all (
            select 1 from report s where s.municipality is null
              and s.state in ('CLOSED', 'SPAM', 'WITHDRAWN') limit :limit)
          limit :limit) c) as closed,
        (select count(*) from (
          select 1 from handling h where h.assigned_to is null and h.closed_at is null
            and (select s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN')
                 from report s where s.id = h.report_id
                   and (s.municipality is null or s.municipality in (select own.id from own)))
          limit :limit) c) as unassigned,
        (select count(*) from (
          select 1 from handling h where h.assigned_to = :officer and h.closed_at is null
            and (select s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN')
                 from report s where s.id = h.report_id
                   and (s.municipality is null or s.municipality in (select own.id from own)))
          limit :limit) c) as mine,
        (select count(*) from (
          select 1 from handling h where h.first_read_at is null and h.closed_at is null
            and (select s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN') and s.received_on <= coalesce(
                   (select own.latest from own where own.id = s.municipality), :untakenDue)
                 from report s where s.id = h.report_id
                   and (s.municipality is null or s.municipality in (select own.id from own)))
          limit :limit) c) as due,
        (select count(*) from (
          select 1 from handling h where h.first_read_at is null and h.closed_at is null
            and exists (select from facet f where f.report_id = h.report_id and f.value = decode(:danger, 'hex'))
            and (select s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN')
                 from report s where s.id = h.report_id
                   and (s.municipality is null or s.municipality in (select own.id from own)))
          limit :limit) c) as read_first,
        (select count(*) from (
          select 1 from handling h where h.assigned_to = :officer and h.closed_at is null
            and exists (select from message a where a.report_id = h.report_id and not a.read and not a.from_officer)
            and (select s.state not in ('CLOSED', 'SPAM', 'WITHDRAWN')
                 from report s where s.id = h.report_id
                   and (s.municipality is null or s.municipality in (select own.id from own)))
          limit :limit) c) as for_me,
        (select count(*) from (
          select distinct a.report_id from message a where not a.read and not a.from_officer
            and (select s.municipality is null or s.municipality in (select own.id from own)
                 from report s where s.id = a.report_id)
          limit :limit) c) as unread_message,
        (select count(*) from (
          select distinct o.report_id from new_outcome o
          where (select s.municipality in (select own.id from own)
                 from report s where s.id = o.report_id)
          limit :limit) c) as new_outcome,
        (select count(*) from (
          select 1 from own cross join lateral (
            select 1 from report s where s.municipality = own.id and s.state = 'WITHDRAWN' limit :limit) r
          union all (
            select 1 from report s where s.municipality is null and s.state = 'WITHDRAWN' limit :limit)
          limit :limit) c) as withdrawn""";

  private final EntityManager database;

  ViewCountStore(EntityManager database) {
    this.database = database;
  }

  /**
   * @param due the officer's municipalities; the latest day of each is the last one whose deadline
   *     is today
   * @param dangerIndex blind index of the mark for words of danger
   */
  ViewCounts count(InboxScope due, String officer, String dangerIndex, int limit) {
    return (ViewCounts)
        database
            .createNativeQuery(COUNTS, ViewCounts.class)
            .setParameter("municipalities", String.join(",", due.latestDays().keySet()))
            .setParameter(
                "dueDays",
                due.latestDays().values().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(",")))
            .setParameter("untakenDue", due.untakenLatestDay().orElse(InboxScope.NO_LATEST_DAY))
            .setParameter("danger", dangerIndex)
            .setParameter("officer", officer)
            .setParameter("limit", limit)
            .getSingleResult();
  }
}
