package nl.uitweg.desk.inbox;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

/**
 * The view of the inbox and the filters that an officer chose, as they are in the address. A value
 * that its field does not offer is ignored when filtering, and the page says so.
 *
 * @param values field → value that the officer entered; a value that is empty, too long or contains
 *     a NUL is left out
 */
record InboxFilter(
    InboxView view, Map<FilterField, String> values, FilterOptions options, boolean oldestFirst) {

  /** Value of the parameter {@code sort} for the oldest reports first. */
  private static final String OLDEST_FIRST = "oldest";

  /** Option of {@link FilterField#MUNICIPALITY} for reports that no municipality has taken. */
  static final String UNTAKEN = "none";

  private static final int MAX_LENGTH = 100;

  /** Values that the table {@code saved_view} accepts. */
  private static final Pattern STORABLE = Pattern.compile("[A-Za-z0-9@._+-]{1,64}");

  static InboxFilter of(MultivaluedMap<String, String> query, FilterOptions options) {
    Map<FilterField, String> values = new EnumMap<>(FilterField.class);
    for (FilterField field : FilterField.values()) {
      String value = Optional.ofNullable(query.getFirst(field.key())).orElse("").strip();
      if (!value.isEmpty() && value.length() <= MAX_LENGTH && value.indexOf('\0') < 0) {
        values.put(field, value);
      }
    }
    return new InboxFilter(
        InboxView.of(Optional.ofNullable(query.getFirst("view")).orElse("")),
        values,
        options,
        OLDEST_FIRST.equals(query.getFirst("sort")));
  }

  /** A copy with this order. */
  InboxFilter sorted(boolean oldest) {
    return new InboxFilter(view, values, options, oldest);
  }

  /** A copy with this view and no filters, with the newest reports first. */
  InboxFilter onlyView(InboxView other) {
    return new InboxFilter(other, Map.of(), options, false);
  }

  /** What the officer entered in a field. */
  String entered(FilterField field) {
    return values.getOrDefault(field, "");
  }

  /** The day that the officer entered in {@link FilterField#FROM}, valid or not. */
  public String enteredFrom() {
    return entered(FilterField.FROM);
  }

  /** The day that the officer entered in {@link FilterField#UNTIL}, valid or not. */
  public String enteredUntil() {
    return entered(FilterField.UNTIL);
  }

  public String enteredAssignee() {
    return entered(FilterField.ASSIGNED);
  }

  Optional<ReportState> state() {
    return option(FilterField.STATE, List.of(ReportState.values()), ReportState::key);
  }

  Optional<Urgency> urgency() {
    return option(FilterField.URGENCY, List.of(Urgency.values()), InboxForm::key);
  }

  Optional<Consent> consent() {
    return option(FilterField.CONSENT, List.of(Consent.values()), InboxForm::key);
  }

  Optional<String> form() {
    return option(FilterField.FORM, options.forms(), form -> form);
  }

  /** Id of a municipality, or {@link #UNTAKEN}. */
  Optional<String> municipality() {
    return option(FilterField.MUNICIPALITY, options.municipalities(), id -> id);
  }

  Optional<String> label() {
    return option(FilterField.LABEL, options.labels(), label -> label);
  }

  Optional<String> assignee() {
    return Optional.ofNullable(values.get(FilterField.ASSIGNED));
  }

  Optional<LocalDate> earliestDay() {
    return day(FilterField.FROM);
  }

  Optional<LocalDate> latestDay() {
    return day(FilterField.UNTIL);
  }

  private <T> Optional<T> option(FilterField field, List<T> offered, Function<T, String> key) {
    String value = entered(field);
    return offered.stream().filter(option -> key.apply(option).equals(value)).findFirst();
  }

  private Optional<LocalDate> day(FilterField field) {
    try {
      return Optional.ofNullable(values.get(field))
          .map(LocalDate::parse)
          .filter(InboxScope::isSupported);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether a field has an invalid value, which is ignored when filtering. */
  public boolean hasInvalidValue() {
    return values.keySet().stream().anyMatch(field -> valid(field).isEmpty());
  }

  private Optional<?> valid(FilterField field) {
    return switch (field) {
      case STATE -> state();
      case FORM -> form();
      case MUNICIPALITY -> municipality();
      case URGENCY -> urgency();
      case FROM, UNTIL -> day(field);
      case ASSIGNED -> assignee();
      case LABEL -> label();
      case CONSENT -> consent();
    };
  }

  /**
   * The address of the page of the inbox, with this view and these filters, that lies before or
   * after a cursor.
   *
   * @param direction {@code before} or {@code after}
   */
  String pageUrl(String direction, Cursor cursor) {
    Map<String, String> parameters = parameters();
    parameters.put(direction, cursor.toString());
    return url(parameters);
  }

  /** The address of the first page of the inbox with this view, these filters and this order. */
  public String url() {
    return url(parameters());
  }

  /** The query string with which a form returns to this list. */
  public String returnQuery() {
    return ReturnAddress.fromList(url());
  }

  /**
   * Whether the filter may be stored as a saved view: every value is one that its field offers, and
   * a name is that of an officer who is known.
   *
   * @param officers user names
   */
  boolean isStorable(Collection<String> officers) {
    return !hasInvalidValue()
        && assignee().map(officers::contains).orElse(true)
        && values.values().stream().allMatch(value -> STORABLE.matcher(value).matches());
  }

  /** The view, the filters and the order as they are stored, see {@link #ofStored}. */
  String stored() {
    return parameters().entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  /** The filter that {@link #stored} gave. */
  static InboxFilter ofStored(String stored, FilterOptions options) {
    MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    for (String parameter : stored.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        query.putSingle(parameter.substring(0, equals), parameter.substring(equals + 1));
      }
    }
    return of(query, options);
  }

  /** The names and values of the filter, for the hidden fields of a form. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("view", view.key());
    values.forEach((field, value) -> parameters.put(field.key(), value));
    if (oldestFirst) {
      parameters.put("sort", OLDEST_FIRST);
    }
    return parameters;
  }

  private static String url(Map<String, String> parameters) {
    return "/backoffice?"
        + parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
