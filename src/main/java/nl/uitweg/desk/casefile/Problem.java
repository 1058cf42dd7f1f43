package nl.uitweg.desk.casefile;

import java.util.List;
import nl.uitweg.platform.i18n.Texts;

/**
 * The reason why an action was refused, shown at the top of the case file.
 *
 * @param text empty when there is no problem
 * @param details changes in the meantime, one per line
 * @param href address where the officer can continue; empty when there is none
 * @param linkText text of the link to that address
 */
record Problem(String text, List<String> details, String href, String linkText) {

  static final Problem NONE = new Problem("", List.of(), "", "");

  static Problem of(String key, Texts texts) {
    return new Problem(texts.get(key), List.of(), "", "");
  }
}
