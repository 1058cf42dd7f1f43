package nl.uitweg.backoffice;

import java.util.List;
import nl.uitweg.language.Texts;

/**
 * What every screen of the desk has around its content; made by {@link Desks}.
 *
 * @param token proves that a form came from this officer's own screen
 * @param script address of the script of the desk, which no screen needs
 * @param menu what this officer's roles may open
 * @param demo whether to say that this is a demo
 */
public record Desk(
    Texts m,
    String title,
    Officer officer,
    String token,
    String stylesheet,
    String script,
    List<MenuItem> menu,
    boolean demo) {

  /** One entry of the menu; {@code current} for the screen that is shown. */
  public record MenuItem(String href, String text, boolean current) {}
}
