package nl.uitweg.desk;

import java.util.List;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;

/**
 * What every screen of the desk has around its content; made by {@link Desks}.
 *
 * @param token proves that a form came from this officer's own screen
 * @param script address of the script of the desk, which no screen needs
 * @param menu what this officer's roles may open
 * @param stay when to warn that the session ends
 * @param demo whether to say that this is a demo
 */
public record Desk(
    Texts texts,
    String title,
    Officer officer,
    String token,
    String stylesheet,
    String script,
    SessionTimes stay,
    List<MenuItem> menu,
    boolean demo) {

  /** One entry of the menu; {@code current} for the screen that is shown. */
  public record MenuItem(String href, String text, boolean current) {}

  /**
   * Milliseconds from now.
   *
   * @param idle until the warning when nothing is done
   * @param end until the warning before the longest life of the login
   * @param notice how long before the end each warning comes
   */
  public record SessionTimes(long idle, long end, long notice) {}
}
