package nl.uitweg.bench;

import io.restassured.response.Response;
import java.time.Duration;
import nl.uitweg.site.report.FormClient;

/** Somebody who fills in the form at leisure and presses "send" again when the page says so. */
final class FloodVisitor {

  private static final int MOST_PRESSES = 12;
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final FormClient form;

  FloodVisitor(String from, int port) {
    this.form = new FormClient("nl", from, port);
  }

  /**
   * @param millis from the first press on "send" to the code
   * @param pageMillis the slowest other screen
   */
  record Outcome(boolean arrived, long millis, int presses, long pageMillis) {}

  void open() {
    form.open();
  }

  Outcome report() throws InterruptedException {
    long slowest = 0;
    String[][] screens = {
      {"next", "safety", "no"},
      {"next"},
      {"next"},
      {"next"},
      {"next", "municipality", "zandvoort"},
      {"finish", "what", "een huis met veel bedden"},
      {"next", "contact", "unknown"}
    };
    for (String[] screen : screens) {
      long begun = System.nanoTime();
      Response page = press(screen);
      slowest = Math.max(slowest, System.nanoTime() - begun);
      while (page.statusCode() == 503) {
        Thread.sleep(BETWEEN.toMillis());
        page = press(screen);
      }
    }
    long begun = System.nanoTime();
    for (int presses = 1; presses <= MOST_PRESSES; presses++) {
      if (!FormClient.code(form.press("send")).isEmpty()) {
        return new Outcome(true, millis(begun), presses, slowest / 1_000_000);
      }
      Thread.sleep(BETWEEN.toMillis());
    }
    return new Outcome(false, millis(begun), MOST_PRESSES, slowest / 1_000_000);
  }

  private Response press(String[] screen) {
    String[] fields = new String[screen.length - 1];
    System.arraycopy(screen, 1, fields, 0, fields.length);
    return form.press(screen[0], fields);
  }

  private static long millis(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
