package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.i18n.DutchTime;

/**
 * How many closed reports each municipality will lose when; numbers only, for who may see no
 * report.
 */
@ApplicationScoped
public class RetentionOutlook {

  private static final int MONTH = 30;

  private final EntityManager database;
  private final RetentionTerms terms;
  private final Clock clock;

  RetentionOutlook(EntityManager database, RetentionTerms terms, Clock clock) {
    this.database = database;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * What one municipality has closed.
   *
   * @param due to be purged at the next round
   * @param thisMonth to be purged within 30 days after that
   * @param postponed kept longer than the term
   */
  public record Outlook(
      String municipality,
      int days,
      long due,
      long thisMonth,
      long later,
      long postponed,
      Optional<LocalDate> first) {

    private Outlook plus(LocalDate day, boolean longer, long reports, LocalDate today) {
      boolean now = !day.isAfter(today);
      boolean soon = !now && !day.isAfter(today.plusDays(MONTH));
      return new Outlook(
          municipality,
          days,
          due + (now ? reports : 0),
          thisMonth + (soon ? reports : 0),
          later + (now || soon ? 0 : reports),
          postponed + (longer ? reports : 0),
          Optional.of(first.filter(earlier -> earlier.isBefore(day)).orElse(day)));
    }
  }

  /** One line per municipality, in the order given. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Outlook> of(List<String> municipalities) {
    Map<String, Outlook> lines = new LinkedHashMap<>();
    for (String name : municipalities) {
      lines.put(name, new Outlook(name, terms.daysFor(name), 0, 0, 0, 0, Optional.empty()));
    }
    LocalDate today = DutchTime.today(clock);
    for (Tuple row : closed()) {
      LocalDate term =
          row.get("closed_on", LocalDate.class)
              .plusDays(terms.daysFor(row.get("municipality", String.class)));
      LocalDate kept = row.get("keep_until", LocalDate.class);
      boolean longer = kept != null && kept.isAfter(term);
      long reports = row.get("reports", Long.class);
      lines.computeIfPresent(
          row.get("municipality", String.class),
          (name, line) -> line.plus(longer ? kept : term, longer, reports, today));
    }
    return List.copyOf(lines.values());
  }

  @SuppressWarnings("unchecked") // a native query with a tuple gives tuples
  private List<Tuple> closed() {
    return database
        .createNativeQuery(
            "select municipality, closed_on, keep_until, reports from portal_closed_reports()",
            Tuple.class)
        .getResultList();
  }
}
