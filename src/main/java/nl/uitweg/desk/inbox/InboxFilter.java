package nl.uitweg.desk.inbox;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

/**
 * The view of the inbox and the filters that an officer chose, as they are in the address.
 *
 * @param values name of the field → value that the officer entered; a value that is empty, too long
 *     or contains a NUL is left out
 */
record InboxFilter(InboxView view, Map<String, String> values) {

  static final String STATE = "state";
  static final String FORM = "form";
  static final String MUNICIPALITY = "municipality";
  static final String URGENCY = "urgency";
  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String ASSIGNED = "assigned";
  static final String LABEL = "label";
  static final String CONSENT = "consent";

  private static final int MAX_LENGTH = 100;

  static InboxFilter of(MultivaluedMap<String, String> query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name :
        new String[] {STATE, FORM, MUNICIPALITY, URGENCY, FROM, UNTIL, ASSIGNED, LABEL, CONSENT}) {
      String value = Optional.ofNullable(query.getFirst(name)).orElse("").strip();
      if (!value.isEmpty() && value.length() <= MAX_LENGTH && value.indexOf('\0') < 0) {
        values.put(name, value);
      }
    }
    return new InboxFilter(
        InboxView.of(Optional.ofNullable(query.getFirst("view")).orElse("")), values);
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<ReportState> state() {
    return find(STATE)
        .flatMap(
            key -> Stream.of(ReportState.values()).filter(s -> s.key().equals(key)).findFirst());
  }

  Optional<Urgency> urgency() {
    return find(URGENCY)
        .flatMap(
            key ->
                Stream.of(Urgency.values())
                    .filter(u -> u.name().equalsIgnoreCase(key))
                    .findFirst());
  }

  Optional<Consent> consent() {
    return find(CONSENT)
        .flatMap(
            key ->
                Stream.of(Consent.values())
                    .filter(c -> c.name().equalsIgnoreCase(key))
                    .findFirst());
  }

  /** The date in {@link #FROM} or {@link #UNTIL}; empty when it is missing or invalid. */
  Optional<LocalDate> day(String name) {
    try {
      return find(name).map(LocalDate::parse).filter(day -> day.getYear() / 10_000 == 0);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether a field has an invalid value, which is ignored when filtering. */
  public boolean hasInvalidValue() {
    return Stream.of(FROM, UNTIL).anyMatch(name -> find(name).isPresent() && day(name).isEmpty())
        || (find(STATE).isPresent() && state().isEmpty())
        || (find(URGENCY).isPresent() && urgency().isEmpty())
        || (find(CONSENT).isPresent() && consent().isEmpty());
  }

  /**
   * The address of the inbox with these filters and one extra parameter, for example a {@link
   * Cursor}.
   */
  String urlFor(InboxView targetView, String extraName, String extraValue) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("view", targetView.key());
    parameters.putAll(values);
    if (!extraValue.isEmpty()) {
      parameters.put(extraName, extraValue);
    }
    return "/backoffice?"
        + parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
