package nl.uitweg.desk.statistics.count;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Counts the reports of all municipalities, in the caller's transaction. The database functions
 * return counts, never a row of a report.
 */
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

  /** All numbers of a half-year other than zero. */
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
}
