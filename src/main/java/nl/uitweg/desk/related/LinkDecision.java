package nl.uitweg.desk.related;

import java.util.Locale;

/** What an officer decided about two reports that share a trace. */
enum LinkDecision {
  /** Nobody has decided yet. */
  OPEN,
  /** The reports are about the same case: they are in one dossier. */
  CONFIRMED,
  /** The reports are about different cases. */
  REJECTED;

  /** Key of the text that says what was decided; {@link #OPEN} has no text. */
  String textKey() {
    return "related." + name().toLowerCase(Locale.ROOT);
  }
}
