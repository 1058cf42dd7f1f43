package nl.uitweg.desk.related;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

  /**
   * Start and end of a word. Not {@code \b}, which looks back over all combining marks before it,
   * however many there are.
   */
  private static final String WORD_START = "(?<![\\p{L}\\p{M}\\p{Nd}_])";

  private static final String WORD_END = "(?![\\p{L}\\p{M}\\p{Nd}_])";

  /** Dutch postcode: four digits and two letters, optionally followed by a house number. */
  private static final Pattern POSTCODE =
      Pattern.compile(
          WORD_START
              + "([1-9]\\d{3})\\s?([A-Za-z]{2})"
              + WORD_END
              + "(?:[\\s,،]{1,3}(\\d{1,5})(?!\\d))?");

  private static final Pattern HOUSE_NUMBER_BEFORE_POSTCODE =
      Pattern.compile("(\\d{1,5})\\s?[A-Za-z]?[\\s,،]*$");

  /** Number of characters before a postcode in which a house number is looked for. */
  private static final int HOUSE_NUMBER_CHARACTERS = 16;

  /** Dutch street name and house number. */
  private static final Pattern STREET =
      Pattern.compile(
          WORD_START
              + "([\\p{Lu}][\\p{L}.'’ -]{0,40}?(?:straat|laan|weg|plein|kade|pad|hof|singel|dreef|gracht"
              + "|steeg|boulevard|plantsoen|park|dijk|duin|veld))\\s{1,8}(\\d{1,5})(?!\\d)");

  /** Dutch number plate: six characters in three groups of letters or of digits. */
  private static final Pattern PLATE =
      Pattern.compile(
          WORD_START
              + "([A-Za-z]{1,3}|\\d{1,3})-([A-Za-z]{1,3}|\\d{1,3})-([A-Za-z]{1,3}|\\d{1,3})"
              + WORD_END);

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

  /** Number of characters that the form accepts in a message. The rest is not examined. */
  private static final int MAX_MESSAGE_LENGTH = 10_000;

  /**
   * Maximum length of a normalised text, as a multiple of that of the original; the rest is not
   * examined. NFKC can turn one character into eighteen.
   */
  private static final int MAX_EXPANSION = 2;

  private Traces() {}

  /**
   * Extracts the traces of a message: number plates only. A telephone number, an address or a
   * profile in a message may be a contact detail of the reporter, because the phrase book asks for
   * it; contact details are never traces. At most {@link #MAX_TRACES}.
   */
  static List<Trace> inMessage(String message) {
    return plates(normalise(message, MAX_MESSAGE_LENGTH));
  }

  /**
   * Extracts the traces of the answers about others and of the messages of the reporter, without
   * duplicates; at most {@link #MAX_TRACES}.
   */
  static List<Trace> of(ReportContent content, Collection<String> messages) {
    return distinct(
        Stream.concat(
            of(content).stream(),
            messages.stream().flatMap(message -> inMessage(message).stream())));
  }

  /**
   * Extracts the traces of the answers about others, without duplicates; at most {@link
   * #MAX_TRACES}. What exceeds the length that the form accepts is not examined: whoever has the
   * public keysets can seal answers of any length.
   */
  static List<Trace> of(ReportContent content) {
    String municipality = content.choice(Question.MUNICIPALITY).orElse("");
    return distinct(
        QUESTIONS_ABOUT_OTHERS.stream()
            .map(
                question ->
                    normalise(content.texts().getOrDefault(question, ""), question.maxLength()))
            .flatMap(text -> inAnswer(text, municipality)));
  }

  /** Extracts the traces of a normalised answer, in time that is proportional to its length. */
  static Stream<Trace> inAnswer(CharSequence text, String municipality) {
    return Stream.<Supplier<List<Trace>>>of(
            () -> phones(text),
            () -> postcodes(text),
            () -> streets(text, municipality),
            () -> plates(text),
            () -> handles(text),
            () -> profileUrls(text))
        .flatMap(traces -> traces.get().stream());
  }

  /** The first {@link #MAX_TRACES} different traces; takes no more from the stream than needed. */
  private static List<Trace> distinct(Stream<Trace> traces) {
    Set<String> keys = new HashSet<>();
    return traces.filter(trace -> keys.add(key(trace))).limit(MAX_TRACES).toList();
  }

  private static String key(Trace trace) {
    return trace.kind() + trace.value();
  }

  /**
   * Applies NFKC, replaces digits of any script by 0 to 9, and removes bidirectional control
   * characters, which may occur between digits. Text beyond the maximum length is cut off first,
   * because NFKC takes quadratic time for a long sequence of combining marks.
   */
  private static String normalise(String text, int maxLength) {
    return cut(
        Normalizer.normalize(cut(text, maxLength), Normalizer.Form.NFKC)
            .codePoints()
            .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL))
            .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString(),
        MAX_EXPANSION * maxLength);
  }

  private static String cut(String text, int maxLength) {
    return text.length() <= maxLength ? text : text.substring(0, maxLength);
  }

  private static List<Trace> phones(CharSequence text) {
    return distinct(
        StreamSupport.stream(PHONES.findNumbers(text, DEFAULT_COUNTRY).spliterator(), false)
            .map(Traces::phone));
  }

  private static Trace phone(PhoneNumberMatch match) {
    String e164 = PHONES.format(match.number(), PhoneNumberUtil.PhoneNumberFormat.E164);
    return new Trace(Kind.PHONE, e164, match.rawString());
  }

  /** The first {@link #MAX_TRACES} different traces that a pattern finds. */
  private static List<Trace> find(
      Pattern pattern, CharSequence text, Function<Matcher, Optional<Trace>> toTrace) {
    Map<String, Trace> traces = new LinkedHashMap<>();
    Matcher matcher = pattern.matcher(text);
    while (traces.size() < MAX_TRACES && matcher.find()) {
      toTrace.apply(matcher).ifPresent(trace -> traces.putIfAbsent(key(trace), trace));
    }
    return List.copyOf(traces.values());
  }

  private static List<Trace> postcodes(CharSequence text) {
    return find(POSTCODE, text, match -> postcode(match, text));
  }

  private static Optional<Trace> postcode(Matcher match, CharSequence text) {
    String number = houseNumber(match, text);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    String address = (match.group(1) + match.group(2)).toUpperCase(Locale.ROOT) + " " + number;
    return Optional.of(new Trace(Kind.ADDRESS, address, address));
  }

  private static String houseNumber(Matcher postcode, CharSequence text) {
    if (postcode.group(3) != null) {
      return postcode.group(3);
    }
    int start = postcode.start();
    Matcher before =
        HOUSE_NUMBER_BEFORE_POSTCODE.matcher(
            text.subSequence(Math.max(0, start - HOUSE_NUMBER_CHARACTERS), start));
    return before.find() ? before.group(1) : "";
  }

  private static List<Trace> streets(CharSequence text, String municipality) {
    return find(
        STREET,
        text,
        match ->
            Optional.of(
                new Trace(
                    Kind.ADDRESS,
                    lettersOnly(match.group(1)) + " " + match.group(2) + " " + municipality,
                    match.group())));
  }

  private static List<Trace> plates(CharSequence text) {
    return find(PLATE, text, match -> plate(match.group()));
  }

  private static Optional<Trace> plate(String text) {
    if (text.length() != PLATE_CHARACTERS + 2
        || !text.matches(".*\\d.*")
        || !text.matches(".*[A-Za-z].*")) {
      return Optional.empty();
    }
    return Optional.of(new Trace(Kind.PLATE, text.replace("-", "").toUpperCase(Locale.ROOT), text));
  }

  private static List<Trace> handles(CharSequence text) {
    return find(HANDLE, text, match -> Optional.of(profile(match.group(1), match.group())));
  }

  private static List<Trace> profileUrls(CharSequence text) {
    return find(PROFILE_URL, text, match -> Optional.of(profile(match.group(2), match.group())));
  }

  private static Trace profile(String handle, String original) {
    return new Trace(Kind.PROFILE, profileName(handle), original);
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
