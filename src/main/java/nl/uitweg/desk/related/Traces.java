package nl.uitweg.desk.related;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.uitweg.desk.address.Address;
import nl.uitweg.desk.address.AddressFinder;
import nl.uitweg.desk.related.Trace.Kind;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * Extracts traces from what a reporter wrote about others, and never from the contact details of
 * the reporter. An officer can find a missed trace by searching, and can reject a false match.
 */
@Singleton
final class Traces {

  private static final List<Question> QUESTIONS_ABOUT_OTHERS =
      List.of(Question.WHAT, Question.PLACE, Question.ONLINE, Question.CONTROLLER);

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final String DEFAULT_COUNTRY = "NL";

  /** A Dutch mobile number with the code of the country and without plus or zeros. */
  private static final Pattern WITHOUT_PLUS =
      Pattern.compile("(?<![\\p{L}\\d+])31[ -]?6(?:[ -]?\\d){8}(?![ -]?\\d)");

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

  /** Each address is stored under dozens of values, so fewer are taken of one report. */
  static final int MAX_ADDRESSES = 10;

  private final AddressFinder addresses;

  Traces(Region region) {
    this.addresses = new AddressFinder(region);
  }

  /**
   * Extracts the traces of a message: number plates only. A telephone number, an address or a
   * profile in a message may be a contact detail of the reporter, because the phrase book asks for
   * it; contact details are never traces. At most {@link #MAX_TRACES}.
   */
  static List<Trace> inMessage(String message) {
    return plates(normalise(message, MAX_MESSAGE_LENGTH));
  }

  /**
   * The traces of the answers about others and of the messages of the reporter, each in the one
   * form that is equal only in reports that certainly have it. An address in an unknown place has
   * no such form; one with a street and a postcode has two.
   */
  List<Trace> of(ReportContent content, Collection<String> messages) {
    return find(content, messages).stream().flatMap(found -> found.traces().stream()).toList();
  }

  /**
   * Extracts the traces of the answers about others and of the messages of the reporter, without
   * duplicates; at most {@link #MAX_TRACES}, of which {@link #MAX_ADDRESSES} addresses. What
   * exceeds the length that the form accepts is not examined: whoever has the public keysets can
   * seal answers of any length.
   */
  List<FoundTrace> find(ReportContent content, Collection<String> messages) {
    Map<Question, String> texts = new LinkedHashMap<>();
    for (Question question : QUESTIONS_ABOUT_OTHERS) {
      String text = content.texts().getOrDefault(question, "");
      texts.put(question, normalise(text, question.maxLength()));
    }
    Stream<Trace> others =
        Stream.concat(
            texts.values().stream().flatMap(Traces::inAnswer),
            messages.stream().flatMap(message -> inMessage(message).stream()));
    String municipality = content.choice(Question.MUNICIPALITY).orElse("");
    List<AddressFinder.Text> passages =
        texts.entrySet().stream()
            .map(text -> new AddressFinder.Text(text.getValue(), text.getKey() == Question.PLACE))
            .toList();
    return together(passages, municipality, others);
  }

  /**
   * The traces that an officer searches for.
   *
   * @param municipality the municipality of the officer; empty when there are several
   */
  List<FoundTrace> inQuery(String query, String municipality) {
    String text = normalise(query, MAX_MESSAGE_LENGTH);
    return together(List.of(new AddressFinder.Text(text, true)), municipality, inAnswer(text));
  }

  /** Numbers and profiles first: many reports may share an address. */
  private List<FoundTrace> together(
      List<AddressFinder.Text> texts, String municipality, Stream<Trace> others) {
    List<Address> found = addresses.find(texts, municipality, MAX_ADDRESSES);
    Stream<FoundTrace> numbersAndProfiles =
        distinct(others).stream().limit((long) MAX_TRACES - found.size()).map(FoundTrace::of);
    return Stream.concat(numbersAndProfiles, found.stream().map(FoundTrace::of)).toList();
  }

  /**
   * Extracts the traces of a normalised answer other than addresses, in time that is proportional
   * to its length.
   */
  static Stream<Trace> inAnswer(CharSequence text) {
    return Stream.<Supplier<List<Trace>>>of(
            () -> phones(text), () -> plates(text), () -> profiles(text))
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
        Stream.concat(
            StreamSupport.stream(PHONES.findNumbers(text, DEFAULT_COUNTRY).spliterator(), false)
                .map(Traces::phone),
            WITHOUT_PLUS
                .matcher(text)
                .results()
                .map(
                    match ->
                        new Trace(
                            Kind.PHONE,
                            "+" + match.group().replaceAll("\\D", ""),
                            match.group()))));
  }

  private static Trace phone(PhoneNumberMatch match) {
    String e164 = PHONES.format(match.number(), PhoneNumberUtil.PhoneNumberFormat.E164);
    return new Trace(Kind.PHONE, e164, match.rawString());
  }

  private static List<Trace> plates(CharSequence text) {
    return distinct(
        Plates.in(text, MAX_TRACES).stream()
            .map(plate -> new Trace(Kind.PLATE, Plates.normalised(plate), plate)));
  }

  private static List<Trace> profiles(CharSequence text) {
    return distinct(
        Profiles.in(text, MAX_TRACES).entrySet().stream()
            .map(profile -> new Trace(Kind.PROFILE, profile.getValue(), profile.getKey())));
  }
}
