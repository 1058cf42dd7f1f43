package nl.uitweg.desk.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;

/**
 * Whose figures of which half-years somebody may choose. An officer: each own municipality, up to
 * today, for they may read those reports anyway. Auditor and administrator: the region, as soon as
 * a half-year has ended ({@link Suppression} says why).
 *
 * @param subject a municipality; empty for the region
 */
record Choice(Optional<String> subject, List<HalfYear> possible) {

  static final String REGION = "region";
  private static final int HALF_YEARS = 8;

  /** What this person may look at: ids of municipalities, {@link #REGION}. */
  static List<String> subjects(Officer officer) {
    List<String> found = new ArrayList<>();
    if (officer.mayReadReports()) {
      found.addAll(officer.municipalities());
    }
    if (officer.roles().contains(Officer.AUDITOR)
        || officer.roles().contains(Officer.ADMINISTRATOR)) {
      found.add(REGION);
    }
    return found;
  }

  static Choice of(String subject, LocalDate today) {
    boolean region = subject.equals(REGION);
    HalfYear last = HalfYear.of(today);
    return new Choice(
        region ? Optional.empty() : Optional.of(subject),
        HalfYear.upTo(region ? last.previous() : last, HALF_YEARS));
  }

  HalfYear last() {
    return possible.get(possible.size() - 1);
  }

  /** The half-years from one to another; empty when they cannot be chosen so. */
  List<HalfYear> period(String from, String to) {
    Optional<HalfYear> first = from.isEmpty() ? Optional.of(last()) : HalfYear.of(from);
    Optional<HalfYear> end = to.isEmpty() ? first.map(f -> last()) : HalfYear.of(to);
    if (first.isEmpty()
        || end.isEmpty()
        || !possible.contains(first.get())
        || !possible.contains(end.get())) {
      return List.of();
    }
    return possible.stream()
        .filter(half -> half.compareTo(first.get()) >= 0 && half.compareTo(end.get()) <= 0)
        .toList();
  }
}
