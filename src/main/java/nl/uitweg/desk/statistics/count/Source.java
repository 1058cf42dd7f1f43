package nl.uitweg.desk.statistics.count;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who sent a report; the categories of {@link Dimension#SOURCE}. */
enum Source {
  VICTIM("self"),
  RESIDENT,
  PROFESSIONAL("professional"),
  UNKNOWN("rather-not", "none");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> roles;

  Source(String... roles) {
    this.roles = List.of(roles);
  }

  /** A role that belongs to no other source counts as {@link #RESIDENT}. */
  static Source ofRole(String role) {
    return Stream.of(values())
        .filter(source -> source.roles.contains(role))
        .findFirst()
        .orElse(RESIDENT);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Stream.of(values()).map(Source::key).toList();
  }
}
