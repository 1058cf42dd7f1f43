package nl.uitweg.desk.casefile;

import java.util.List;
import nl.uitweg.platform.i18n.Texts;

/**
 * Why something was not done, for the top of the case file.
 *
 * @param text empty when there is no problem
 * @param details what happened meanwhile, one line each
 * @param href where to go on; empty when nowhere
 */
record Problem(String text, List<String> details, String href, String link) {

  static final Problem NONE = new Problem("", List.of(), "", "");

  static Problem of(String key, Texts texts) {
    return new Problem(texts.get(key), List.of(), "", "");
  }
}
