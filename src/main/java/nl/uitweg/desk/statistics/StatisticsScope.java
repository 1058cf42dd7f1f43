package nl.uitweg.desk.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.desk.statistics.count.Suppression;

/**
 * The subject and the half-years for which a user may see figures. An officer may see each of their
 * own municipalities up to today, because they may read those reports anyway. Officers, auditors
 * and administrators may see the region, after a half-year has ended ({@link Suppression} says
 * why).
 *
 * @param subject id of a municipality; empty for the region
 */
record StatisticsScope(Optional<String> subject, List<HalfYear> halfYears) {

  static final String REGION = "region";
  private static final int MAX_HALF_YEARS = 8;

  /** The subjects that this user may choose: ids of municipalities, {@link #REGION}. */
  static List<String> subjects(Officer officer) {
    List<String> subjects = new ArrayList<>(own(officer));
    if (officer.mayReadReports()
        || officer.roles().contains(Officer.AUDITOR)
        || officer.roles().contains(Officer.ADMINISTRATOR)) {
      subjects.add(REGION);
    }
    return subjects;
  }

  /** The municipalities whose reports this user may read. */
  static List<String> own(Officer officer) {
    return officer.mayReadReports() ? officer.municipalities() : List.of();
  }

  static StatisticsScope of(String subject, LocalDate today) {
    boolean region = subject.equals(REGION);
    HalfYear current = HalfYear.of(today);
    return new StatisticsScope(
        region ? Optional.empty() : Optional.of(subject),
        HalfYear.upTo(region ? current.previous() : current, MAX_HALF_YEARS));
  }

  HalfYear latest() {
    return halfYears.get(halfYears.size() - 1);
  }

  /**
   * The half-years from {@code from} up to and including {@code to}, each the latest by default;
   * empty when this is not a valid choice.
   */
  List<HalfYear> period(String from, String to) {
    Optional<HalfYear> first = from.isEmpty() ? Optional.of(latest()) : HalfYear.of(from);
    Optional<HalfYear> last = to.isEmpty() ? first.map(ignored -> latest()) : HalfYear.of(to);
    if (first.isEmpty()
        || last.isEmpty()
        || !halfYears.contains(first.get())
        || !halfYears.contains(last.get())) {
      return List.of();
    }
    return halfYears.stream()
        .filter(
            halfYear -> halfYear.compareTo(first.get()) >= 0 && halfYear.compareTo(last.get()) <= 0)
        .toList();
  }
}
