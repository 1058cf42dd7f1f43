package nl.uitweg.report.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The questions of the form, in the order in which they are asked and shown. Options are keys, with
 * texts in {@code i18n/form}, so that an officer can read them in another language than that of the
 * form.
 */
public enum Question {
  SAFETY(Kind.ONE, 0, "no", "yes"),
  ROLE(
      Kind.ONE,
      0,
      "self",
      "neighbour",
      "colleague",
      "family",
      "professional",
      "customer",
      "other",
      "rather-not"),
  FORMS(Kind.MANY, 0, forms()),
  INDICATORS(Kind.MANY, 0),
  MUNICIPALITY(Kind.ONE, 0),
  PLACE(Kind.TEXT, 1_000),
  ONLINE(Kind.LINE, 500),
  WHAT(Kind.TEXT, 10_000),
  SINCE(Kind.ONE, 0, "now", "ongoing", "past", "unknown"),
  OFTEN(Kind.LINE, 500),
  AGE(Kind.ONE, 0, "child", "young", "adult", "unknown", "rather-not"),
  NUMBER(Kind.ONE, 0, "one", "few", "many", "unknown"),
  CHILDREN(Kind.ONE, 0, "yes", "no", "unknown"),
  SPEAKS(Kind.LINE, 200),
  CONTROLLER(Kind.TEXT, 4_000),
  HOW(Kind.MANY, 0, "saw", "heard", "told", "online", "self", "rather-not"),
  CONTACT(Kind.ONE, 0, "unknown", "contact", "share"),
  NAME(Kind.LINE, 200),
  /** How to reach the reporter: telephone number or e-mail address. */
  WAY(Kind.LINE, 300),
  HOURS(Kind.LINE, 300),
  VOICEMAIL(Kind.ONE, 0, "no", "yes"),
  REPLY_LANGUAGE(Kind.ONE, 0);

  /**
   * Options that give no information; they are dropped when another option of the same question is
   * chosen.
   */
  public static final Set<String> NON_ANSWERS = Set.of("none", "rather-not");

  /** The type of answer: one choice, several choices, one line, or free text. */
  public enum Kind {
    ONE,
    MANY,
    LINE,
    TEXT
  }

  private final Kind kind;
  private final int maxLength;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> options;

  Question(Kind kind, int maxLength, String... options) {
    this.kind = kind;
    this.maxLength = maxLength;
    this.options = List.of(options);
  }

  private static String[] forms() {
    return Stream.concat(ExploitationForm.keys().stream(), Stream.of(ExploitationForm.UNSURE))
        .toArray(String[]::new);
  }

  public Kind kind() {
    return kind;
  }

  /** Maximum length in UTF-16 code units, as browsers count; 0 for choices. */
  public int maxLength() {
    return maxLength;
  }

  /**
   * The fixed options; empty when they depend on the installation (indicators, municipality,
   * language).
   */
  public List<String> options() {
    return options;
  }

  public boolean isChoice() {
    return kind == Kind.ONE || kind == Kind.MANY;
  }

  /**
   * Name of the form field, and part of the keys of its texts, for example {@code reply-language}.
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Question> of(String key) {
    return Stream.of(values()).filter(question -> question.key().equals(key)).findFirst();
  }
}
