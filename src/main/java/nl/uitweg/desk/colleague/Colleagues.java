package nl.uitweg.desk.colleague;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.Report;

/**
 * The officers who may open the reports of a municipality, known from their visits to the desk: the
 * login provider is not asked. Who stays away for half a year is forgotten.
 */
@Singleton
public class Colleagues {

  private static final int REMEMBERED_DAYS = 183;

  private final ColleagueStore store;
  private final Clock clock;

  Colleagues(ColleagueStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Remembers that this officer is at the desk, once a day. In the caller's transaction, which is
   * restricted to the officer's municipalities.
   */
  public void remember(Officer officer) {
    LocalDate today = DutchTime.today(clock);
    if (store.seenOn(officer.name(), today).containsAll(officer.municipalities())) {
      return;
    }
    officer.municipalities().forEach(name -> store.add(name, officer.name(), today));
    store.deleteSeenBefore(today.minusDays(REMEMBERED_DAYS));
  }

  /**
   * User names of the officers who may open the report, in alphabetical order; empty when no
   * municipality has taken it.
   */
  public List<String> of(Report report) {
    return report.municipality().map(this::in).orElse(List.of());
  }

  /**
   * User names of the officers who work for a municipality of this officer, in alphabetical order.
   */
  public List<String> of(Officer officer) {
    return officer.municipalities().stream()
        .flatMap(municipality -> in(municipality).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** User names of the officers who work for a municipality, in alphabetical order. */
  public List<String> in(String municipality) {
    return store.of(municipality, DutchTime.today(clock).minusDays(REMEMBERED_DAYS));
  }
}
