package nl.uitweg.fuzz;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;

/** What holds for every response, whatever was asked. */
final class ResponseRules {

  /** Occurs in fuzzed values; a page that contains it did not escape it. */
  static final String MARKER = "<x5n8q";

  private static final Pattern LANGUAGE = Pattern.compile("<html[^>]* lang=\"([^\"]+)\"");
  private static final Pattern STACK_TRACE =
      Pattern.compile("\\bat (?:nl\\.uitweg|java|io\\.|org\\.)|Exception\\b|Caused by:");
  private static final Set<Integer> UNPARSED = Set.of(400, 414, 431);
  private static final Set<String> DESK_LANGUAGES = Set.of("nl", "en");

  private final Languages languages;

  ResponseRules(Languages languages) {
    this.languages = languages;
  }

  /** What is wrong with the response; empty when nothing is. */
  Optional<String> problem(String method, String target, ReceivedResponse response) {
    if (response.status() >= 500 && !isDocumented(response)) {
      return Optional.of("status " + response.status());
    }
    if (response.body().contains(MARKER)) {
      return Optional.of("unescaped text of the request");
    }
    if (response.isHtml() && STACK_TRACE.matcher(response.body()).find()) {
      return Optional.of("stack trace");
    }
    if (isRefusedUnparsed(response)) {
      return Optional.empty();
    }
    if (response.status() != 0 && response.header("content-security-policy").isEmpty()) {
      return Optional.of("no security headers, status " + response.status());
    }
    boolean hasBody = !method.equals("HEAD");
    return response.status() >= 400 && hasBody ? pageProblem(target, response) : Optional.empty();
  }

  /** Busy: a page, or readiness, that asks to come back. */
  private static boolean isDocumented(ReceivedResponse response) {
    return response.status() == 503
        && (response.isHtml() || response.header("content-type").contains("json"));
  }

  /**
   * Not HTTP, for example with a length that is no number, or with an address longer than 4,096
   * bytes: the server library refuses it before the application sees it, with an empty response.
   */
  private static boolean isRefusedUnparsed(ReceivedResponse response) {
    return UNPARSED.contains(response.status())
        && response.body().isEmpty()
        && response.header("content-security-policy").isEmpty();
  }

  private Optional<String> pageProblem(String target, ReceivedResponse response) {
    String path = target.replaceAll("[?#].*", "");
    if (path.equals("/backoffice/ended") || path.startsWith("/q/")) {
      return Optional.empty(); // for the login provider and monitoring, which read no pages
    }
    Matcher lang = LANGUAGE.matcher(response.body());
    if (!lang.find()) {
      return Optional.of("no page, status " + response.status());
    }
    boolean desk = path.equals("/backoffice") || path.startsWith("/backoffice/");
    if (desk) {
      return DESK_LANGUAGES.contains(lang.group(1))
          ? Optional.empty()
          : Optional.of("page of the desk in " + lang.group(1));
    }
    Optional<String> expected = languageIn(path);
    return expected.isEmpty() || expected.get().equals(lang.group(1))
        ? Optional.empty()
        : Optional.of("page in " + lang.group(1) + " for an address in " + expected.get());
  }

  private Optional<String> languageIn(String path) {
    String[] segments = path.split("/", 3);
    String first = segments.length > 1 ? segments[1].toLowerCase(Locale.ROOT) : "";
    return first.isEmpty() ? Optional.empty() : languages.byAnySpelling(first).map(Language::code);
  }
}
