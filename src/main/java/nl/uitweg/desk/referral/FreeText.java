package nl.uitweg.desk.referral;

import nl.uitweg.platform.i18n.Language;

/**
 * A free text in the referral form, which the officer can edit for sharing.
 *
 * @param text the text as the officer edited it; empty when it is not shown
 * @param language code of its language; empty when unknown
 * @param translation the officer's own translation into Dutch
 */
record FreeText(String text, String language, String translation) {

  /** Whether the form asks for a translation. */
  public boolean translatable() {
    return !language.equals(Language.DUTCH.code());
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "FreeText";
  }
}
