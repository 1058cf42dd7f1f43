package nl.uitweg.content;

/** The kinds of marks in texts, as alternatives of a regular expression; see {@link Markdown}. */
public final class Marks {

  /** Marks without words to translate: they stand for a fact or a pictogram. */
  public static final String WITHOUT_WORDS = "tel|org|picture";

  /** All marks. */
  public static final String ALL = WITHOUT_WORDS + "|nl";

  private Marks() {}
}
