package nl.uitweg.desk.statistics.count;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Counts reports, in the caller's transaction. */
@Singleton
class FigureStore {

  private final EntityManager database;

  FigureStore(EntityManager database) {
    this.database = database;
  }

  /**
   * The number of reports of a municipality in a category.
   *
   * @param dimension what is counted, as the database names it; see {@link CountedDimension}
   * @param category as the database names it; in hexadecimal when it is a blind index
   */
  record Count(String dimension, String municipality, String category, long reports) {}

  /**
   * The number of reports of a municipality that were received on one day and first read on one
   * day.
   *
   * @param receivedOn in ISO 8601
   * @param readOn in ISO 8601; empty when they were not read
   */
  record Reading(String municipality, String receivedOn, String readOn, long reports) {}

  /**
   * All numbers of a half-year other than zero, of all municipalities. The database functions pass
   * row-level security; they return counts, never a row of a report.
   */
  List<Count> counts(HalfYear halfYear) {
    List<?> counts =
        database
            .createNativeQuery(
                """
                select dimension, municipality, category, reports
                from portal_count_reports(:first, :past)
                union all
                select dimension, municipality, category, reports
                from portal_count_referred_reports(:first, :past)""",
                Count.class)
            .setParameter("first", halfYear.firstDay())
            .setParameter("past", halfYear.endExclusive())
            .getResultList();
    return counts.stream().map(Count.class::cast).toList();
  }

  /** When the reports of a half-year were read: only reports that row-level security shows. */
  List<Reading> readings(HalfYear halfYear, List<String> municipalities) {
    List<?> readings =
        database
            .createNativeQuery(
                """
                select r.municipality, to_char(r.received_on, 'YYYY-MM-DD'),
                       coalesce(to_char(h.first_read_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD'), ''),
                       count(*)
                  from report r left join handling h on h.report_id = r.id
                 where r.received_on >= :first and r.received_on < :past
                   and r.municipality in (:municipalities) and r.state <> 'SPAM'
                 group by 1, 2, 3""",
                Reading.class)
            .setParameter("first", halfYear.firstDay())
            .setParameter("past", halfYear.endExclusive())
            .setParameter("municipalities", municipalities)
            .getResultList();
    return readings.stream().map(Reading.class::cast).toList();
  }
}
