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
 * What an officer asked for, as it stands in the address: a view and whatever narrows it down.
 *
 * @param typed name of the field → what was typed; fields left empty are not in it
 */
record Filter(View view, Map<String, String> typed) {

  static final String STATE = "state";
  static final String FORM = "form";
  static final String MUNICIPALITY = "municipality";
  static final String URGENCY = "urgency";
  static final String FROM = "from";
  static final String TO = "to";
  static final String ASSIGNED = "assigned";
  static final String LABEL = "label";
  static final String CONSENT = "consent";

  private static final int LONGEST = 100;

  static Filter of(MultivaluedMap<String, String> query) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String name :
        new String[] {STATE, FORM, MUNICIPALITY, URGENCY, FROM, TO, ASSIGNED, LABEL, CONSENT}) {
      String value = Optional.ofNullable(query.getFirst(name)).orElse("").strip();
      if (!value.isEmpty() && value.length() <= LONGEST && value.indexOf('\0') < 0) {
        typed.put(name, value);
      }
    }
    return new Filter(View.of(Optional.ofNullable(query.getFirst("view")).orElse("")), typed);
  }

  public String value(String name) {
    return typed.getOrDefault(name, "");
  }

  Optional<String> chosen(String name) {
    return Optional.ofNullable(typed.get(name));
  }

  Optional<ReportState> state() {
    return chosen(STATE)
        .flatMap(
            key -> Stream.of(ReportState.values()).filter(s -> s.key().equals(key)).findFirst());
  }

  Optional<Urgency> urgency() {
    return chosen(URGENCY)
        .flatMap(
            key ->
                Stream.of(Urgency.values())
                    .filter(u -> u.name().equalsIgnoreCase(key))
                    .findFirst());
  }

  Optional<Consent> consent() {
    return chosen(CONSENT)
        .flatMap(
            key ->
                Stream.of(Consent.values())
                    .filter(c -> c.name().equalsIgnoreCase(key))
                    .findFirst());
  }

  /** {@link #FROM} or {@link #TO}. */
  Optional<LocalDate> day(String name) {
    try {
      return chosen(name).map(LocalDate::parse).filter(day -> day.getYear() / 10_000 == 0);
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** Whether something was typed that means nothing, so that it narrows nothing down. */
  public boolean misunderstood() {
    return Stream.of(FROM, TO).anyMatch(name -> chosen(name).isPresent() && day(name).isEmpty())
        || (chosen(STATE).isPresent() && state().isEmpty())
        || (chosen(URGENCY).isPresent() && urgency().isEmpty())
        || (chosen(CONSENT).isPresent() && consent().isEmpty());
  }

  /** The same question in an address, then {@code more}, for example a {@link Cursor}. */
  String address(View other, String name, String more) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("view", other.key());
    all.putAll(typed);
    if (!more.isEmpty()) {
      all.put(name, more);
    }
    return "/backoffice?"
        + all.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
