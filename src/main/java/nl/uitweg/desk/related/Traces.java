package nl.uitweg.desk.related;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.desk.related.Trace.Kind;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * Extracts traces from what a reporter wrote about others, and never from the contact details of
 * the reporter. An officer can find a missed trace by searching, and can reject a false match.
 */
final class Traces {

  private static final List<Question> QUESTIONS_ABOUT_OTHERS =
      List.of(Question.WHAT, Question.PLACE, Question.ONLINE, Question.CONTROLLER);

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final String DEFAULT_COUNTRY = "NL";

  /** Dutch postcode: four digits and two letters, optionally followed by a house number. */
  private static final Pattern POSTCODE =
      Pattern.compile("\\b([1-9]\\d{3})\\s?([A-Za-z]{2})\\b(?:[\\s,،]{1,3}(\\d{1,5})(?!\\d))?");

  private static final Pattern HOUSE_NUMBER_BEFORE_POSTCODE =
      Pattern.compile("(\\d{1,5})\\s?[A-Za-z]?[\\s,،]*$");

  /** Dutch street name and house number. */
  private static final Pattern STREET =
      Pattern.compile(
          "\\b([\\p{Lu}][\\p{L}.'’ -]{0,40}?(?:straat|laan|weg|plein|kade|pad|hof|singel|dreef|gracht"
              + "|steeg|boulevard|plantsoen|park|dijk|duin|veld))\\s+(\\d{1,5})(?!\\d)");

  /** Dutch number plate: six characters in three groups of letters or of digits. */
  private static final Pattern PLATE =
      Pattern.compile(
          "\\b([A-Za-z]{1,3}|\\d{1,3})-([A-Za-z]{1,3}|\\d{1,3})-([A-Za-z]{1,3}|\\d{1,3})\\b");

  private static final int PLATE_CHARACTERS = 6;

  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\p{L}\\d.])@([\\p{L}\\d][\\p{L}\\d._-]{2,40})");

  private static final Pattern PROFILE_URL =
      Pattern.compile(
          "(?:https?://)?(?:[a-z-]{1,12}\\.)?((?:instagram|facebook|tiktok|snapchat|telegram|onlyfans|kinky"
              + "|vk|x|twitter|linkedin)\\.[a-z]{2,3}|t\\.me|fb\\.com)/([^\\s?#]{2,80})",
          Pattern.CASE_INSENSITIVE);

  /**
   * Maximum number of traces that one extraction returns; without a limit, a report could overload
   * indexing.
   */
  static final int MAX_TRACES = 30;

  private Traces() {}

  /**
   * Extracts the traces of a message: number plates only. A telephone number, an address or a
   * profile in a message may be a contact detail of the reporter, because the phrase book asks for
   * it; contact details are never traces. At most {@link #MAX_TRACES}.
   */
  static List<Trace> inMessage(String message) {
    return limited(plates(normalise(message)));
  }

  /**
   * Extracts the traces of the answers about others and of the messages of the reporter, without
   * duplicates; at most {@link #MAX_TRACES}.
   */
  static List<Trace> of(ReportContent content, Collection<String> messages) {
    Map<String, Trace> traces = new LinkedHashMap<>();
    Stream.concat(
            of(content).stream(), messages.stream().flatMap(message -> inMessage(message).stream()))
        .forEach(trace -> traces.putIfAbsent(trace.kind() + trace.value(), trace));
    return limited(traces.values());
  }

  /** Extracts the traces of the answers about others. */
  static List<Trace> of(ReportContent content) {
    Map<String, Trace> traces = new LinkedHashMap<>();
    String municipality = content.choice(Question.MUNICIPALITY).orElse("");
    for (Question question : QUESTIONS_ABOUT_OTHERS) {
      String text = normalise(content.texts().getOrDefault(question, ""));
      Stream.of(phones(text), addresses(text, municipality), plates(text), profiles(text))
          .flatMap(Collection::stream)
          .forEach(trace -> traces.putIfAbsent(trace.kind() + trace.value(), trace));
    }
    return limited(traces.values());
  }

  private static List<Trace> limited(Collection<Trace> traces) {
    return traces.stream().limit(MAX_TRACES).toList();
  }

  /**
   * Applies NFKC, replaces digits of any script by 0 to 9, and removes bidirectional control
   * characters, which may occur between digits.
   */
  private static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL))
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<Trace> phones(String text) {
    return Stream.of(PHONES.findNumbers(text, DEFAULT_COUNTRY))
        .flatMap(numbers -> java.util.stream.StreamSupport.stream(numbers.spliterator(), false))
        .map(Traces::phone)
        .toList();
  }

  private static Trace phone(PhoneNumberMatch match) {
    String e164 = PHONES.format(match.number(), PhoneNumberUtil.PhoneNumberFormat.E164);
    return new Trace(Kind.PHONE, e164, match.rawString());
  }

  private static List<Trace> addresses(String text, String municipality) {
    Stream<Trace> byPostcode =
        POSTCODE
            .matcher(text)
            .results()
            .flatMap(
                match -> {
                  String number = houseNumber(match, text);
                  String postcode = (match.group(1) + match.group(2)).toUpperCase(Locale.ROOT);
                  return number.isEmpty()
                      ? Stream.empty()
                      : Stream.of(
                          new Trace(
                              Kind.ADDRESS, postcode + " " + number, postcode + " " + number));
                });
    Stream<Trace> byStreet =
        STREET
            .matcher(text)
            .results()
            .map(
                match ->
                    new Trace(
                        Kind.ADDRESS,
                        lettersOnly(match.group(1)) + " " + match.group(2) + " " + municipality,
                        match.group()));
    return Stream.concat(byPostcode, byStreet).toList();
  }

  private static String houseNumber(MatchResult postcode, String text) {
    if (postcode.group(3) != null) {
      return postcode.group(3);
    }
    Matcher before = HOUSE_NUMBER_BEFORE_POSTCODE.matcher(text.substring(0, postcode.start()));
    return before.find() ? before.group(1) : "";
  }

  private static List<Trace> plates(String text) {
    return PLATE
        .matcher(text)
        .results()
        .filter(match -> match.group().length() == PLATE_CHARACTERS + 2)
        .filter(match -> match.group().matches(".*\\d.*") && match.group().matches(".*[A-Za-z].*"))
        .map(
            match ->
                new Trace(
                    Kind.PLATE,
                    match.group().replace("-", "").toUpperCase(Locale.ROOT),
                    match.group()))
        .toList();
  }

  private static List<Trace> profiles(String text) {
    Stream<Trace> handles =
        HANDLE
            .matcher(text)
            .results()
            .map(match -> new Trace(Kind.PROFILE, profileName(match.group(1)), match.group()));
    Stream<Trace> urls =
        PROFILE_URL
            .matcher(text)
            .results()
            .map(match -> new Trace(Kind.PROFILE, profileName(match.group(2)), match.group()));
    return Stream.concat(handles, urls).toList();
  }

  /**
   * Normalises the name of a profile. It does not depend on the site, because people use the same
   * name on several sites.
   */
  private static String profileName(String handle) {
    return handle.replaceAll("^@|[./]+$", "").toLowerCase(Locale.ROOT);
  }

  private static String lettersOnly(String street) {
    return Normalizer.normalize(street, Normalizer.Form.NFD)
        .replaceAll("[^\\p{L}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
