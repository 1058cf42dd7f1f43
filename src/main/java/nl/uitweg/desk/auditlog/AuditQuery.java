package nl.uitweg.desk.auditlog;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditFilter;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.platform.i18n.DutchTime;

/** What the auditor typed into the filters, as it was typed; it stands in the address. */
class AuditQuery {

  private static final Pattern REPORT =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
  private static final int LONGEST = 200;

  @QueryParam("from")
  @DefaultValue("")
  String from = "";

  @QueryParam("until")
  @DefaultValue("")
  String until = "";

  @QueryParam("actor")
  @DefaultValue("")
  String actor = "";

  @QueryParam("action")
  @DefaultValue("")
  String action = "";

  @QueryParam("object")
  @DefaultValue("")
  String object = "";

  @QueryParam("result")
  @DefaultValue("")
  String result = "";

  @QueryParam("before")
  @DefaultValue("")
  String before = "";

  @QueryParam("after")
  @DefaultValue("")
  String after = "";

  /** Whether both days are days, and in order. */
  boolean understood() {
    Optional<LocalDate> first = day(from);
    Optional<LocalDate> last = day(until);
    boolean days = (from.isBlank() || first.isPresent()) && (until.isBlank() || last.isPresent());
    boolean inOrder = first.isEmpty() || last.isEmpty() || !last.get().isBefore(first.get());
    return days && inOrder;
  }

  /** Days are whole days in Dutch time, the last one included. */
  AuditFilter filter() {
    return new AuditFilter(
        day(from).map(AuditQuery::start),
        day(until).map(day -> start(day.plusDays(1))),
        shortened(actor),
        shortened(action),
        wholeObject(),
        shortened(result));
  }

  /** A report may be given by its address, its number or its name in the log. */
  private String wholeObject() {
    Matcher report = REPORT.matcher(object);
    return report.find() ? "report/" + report.group() : shortened(object);
  }

  Optional<Long> newerThan() {
    return position(after);
  }

  long olderThan() {
    return position(before).orElse(AuditSearch.END_POSITION);
  }

  /** The filters as the query of an address, without the page; empty when nothing is filtered. */
  String address() {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("from", from);
    typed.put("until", until);
    typed.put("actor", actor);
    typed.put("action", action);
    typed.put("object", object);
    typed.put("result", result);
    return typed.entrySet().stream()
        .filter(one -> !shortened(one.getValue()).isEmpty())
        .map(
            one ->
                one.getKey()
                    + "="
                    + URLEncoder.encode(shortened(one.getValue()), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Optional<Long> position(String typed) {
    return POSITION.matcher(typed).matches() ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(DutchTime.ZONE).toInstant();
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return typed.isBlank() || typed.strip().length() != "2026-01-01".length()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  /** Nothing longer stands in the log; a NUL is in no text that PostgreSQL holds. */
  private static String shortened(String typed) {
    String clean = typed.replace("\0", "").strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
