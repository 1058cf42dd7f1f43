package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Counts closed reports without giving access to them. Callers must have started a transaction. */
@ApplicationScoped
class ClosedReportStore {

  private final EntityManager database;

  ClosedReportStore(EntityManager database) {
    this.database = database;
  }

  /**
   * Number of reports of one municipality with the same day of closing and of postponement.
   *
   * @param closedOn the last day of closing among the reports of the dossier, when they are in one;
   *     likewise {@code keepUntil}
   * @param withdrawn whether their reporters withdrew them
   * @param waiting whether a report of the same dossier is open
   */
  record ClosedReports(
      String municipality,
      LocalDate closedOn,
      Optional<LocalDate> keepUntil,
      boolean withdrawn,
      boolean waiting,
      long count) {}

  /** Counts the closed reports of all municipalities. */
  List<ClosedReports> countClosed() {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select municipality, closed_on, keep_until, withdrawn, waiting, reports
                from portal_closed_reports()""",
                Tuple.class)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new ClosedReports(
                    row.get("municipality", String.class),
                    row.get("closed_on", LocalDate.class),
                    Optional.ofNullable(row.get("keep_until", LocalDate.class)),
                    row.get("withdrawn", Boolean.class),
                    row.get("waiting", Boolean.class),
                    row.get("reports", Long.class)))
        .toList();
  }
}
