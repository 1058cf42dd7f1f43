package nl.uitweg.desk;

import java.util.List;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskTokens;
import nl.uitweg.platform.i18n.Texts;

/**
 * The data that every screen of the desk needs for its layout and texts. {@link DeskFactory}
 * creates it.
 *
 * @param token anti-forgery token for the forms of the screen, see {@link DeskTokens}
 * @param script address of the script of the desk; every screen also works without it
 * @param menu the screens that the roles of this officer may open
 * @param sessionWarnings when the page warns that the session is about to end
 * @param from query string with the list from which the officer came, for the addresses of forms;
 *     see {@link ReturnAddress}
 * @param demo whether the screen says that this is a demo
 */
public record Desk(
    Texts texts,
    String title,
    Officer officer,
    String token,
    String stylesheet,
    String script,
    SessionWarnings sessionWarnings,
    List<MenuItem> menu,
    String from,
    boolean demo) {

  /** The list in {@link #from}, for a form that sends it as a field; empty when there is none. */
  public String list() {
    return ReturnAddress.listIn(from);
  }

  /** A copy with this title. */
  public Desk withTitle(String title) {
    return new Desk(
        texts, title, officer, token, stylesheet, script, sessionWarnings, menu, from, demo);
  }

  /**
   * One entry of the menu; {@code current} for the screen that is shown.
   *
   * @param number what waits there, as text; empty when nothing does
   */
  public record MenuItem(String href, String text, String number, boolean current) {}

  /**
   * Times at which the page warns that the session is about to end, in milliseconds from now.
   *
   * @param idleMillis time until the warning when the officer does nothing
   * @param endMillis time until the warning that the login reaches its maximum age
   * @param leadMillis how long before the end of the session each warning is shown
   */
  public record SessionWarnings(long idleMillis, long endMillis, long leadMillis) {}
}
