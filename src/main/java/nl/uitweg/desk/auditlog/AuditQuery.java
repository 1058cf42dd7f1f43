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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditFilter;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.platform.i18n.DutchTime;

/**
 * The filters of the audit page as the auditor entered them, and the position of the page, from the
 * query string of the address.
 */
class AuditQuery {

  private static final Pattern REPORT_ID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
  private static final int MAX_LENGTH = 200;

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

  /** Whether both dates are valid or empty, and in chronological order. */
  boolean isValid() {
    Optional<LocalDate> fromDate = date(from);
    Optional<LocalDate> untilDate = date(until);
    boolean datesParse =
        (from.isBlank() || fromDate.isPresent()) && (until.isBlank() || untilDate.isPresent());
    boolean inOrder =
        fromDate.isEmpty() || untilDate.isEmpty() || !untilDate.get().isBefore(fromDate.get());
    return datesParse && inOrder;
  }

  /** The filter for the database. Dates are whole days in Dutch time; the last day is included. */
  AuditFilter filter() {
    return new AuditFilter(
        date(from).map(AuditQuery::startOfDay),
        date(until).map(day -> startOfDay(day.plusDays(1))),
        sanitised(actor),
        sanitised(action),
        objectName(),
        sanitised(result));
  }

  /** The auditor may enter the address of a report, its id, or its name in the audit trail. */
  private String objectName() {
    Matcher report = REPORT_ID.matcher(object);
    return report.find()
        ? AuditObject.report(UUID.fromString(report.group())).name()
        : sanitised(object);
  }

  Optional<Long> newerThan() {
    return position(after);
  }

  long olderThan() {
    return position(before).orElse(AuditSearch.END_POSITION);
  }

  /**
   * The filters as the query string of an address, without the position of the page; empty when
   * there is no filter.
   */
  String queryString() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("from", from);
    parameters.put("until", until);
    parameters.put("actor", actor);
    parameters.put("action", action);
    parameters.put("object", object);
    parameters.put("result", result);
    return parameters.entrySet().stream()
        .filter(parameter -> !sanitised(parameter.getValue()).isEmpty())
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(sanitised(parameter.getValue()), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Optional<Long> position(String input) {
    return POSITION.matcher(input).matches() ? Optional.of(Long.valueOf(input)) : Optional.empty();
  }

  private static Instant startOfDay(LocalDate day) {
    return day.atStartOfDay(DutchTime.ZONE).toInstant();
  }

  private static Optional<LocalDate> date(String input) {
    try {
      return input.isBlank() || input.strip().length() != "2026-01-01".length()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(input.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Limits the length, because the filters are recorded in the audit trail, and removes NUL
   * characters, which PostgreSQL does not accept in text.
   */
  private static String sanitised(String input) {
    String trimmed = input.replace("\0", "").strip();
    return trimmed.length() <= MAX_LENGTH ? trimmed : trimmed.substring(0, MAX_LENGTH);
  }
}
