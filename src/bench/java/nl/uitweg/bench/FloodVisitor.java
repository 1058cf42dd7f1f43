package nl.uitweg.bench;

import io.restassured.response.Response;
import java.time.Duration;
import nl.uitweg.site.report.FormClient;

/** A visitor who fills in the form and sends it again whenever the site asks for that. */
final class FloodVisitor {

  private static final int MAX_SEND_ATTEMPTS = 12;
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  private final FormClient form;

  FloodVisitor(String localAddress, int port) {
    this.form = new FormClient("nl", localAddress, port);
  }

  /**
   * Result of one report.
   *
   * @param arrived whether the site returned a receipt code
   * @param millis time from the first press on "send" to the receipt code
   * @param presses number of presses on "send"
   * @param pageMillis time of the slowest response to another screen, without retries
   */
  record Result(boolean arrived, long millis, int presses, long pageMillis) {}

  void open() {
    form.open();
  }

  Result report() throws InterruptedException {
    long slowest = 0;
    String[][] screens = {
      {"next", "safety", "no"},
      {"next"},
      {"next"},
      {"next", "municipality", "heemstede"},
      {"finish", "what", "een huis met veel bedden"},
      {"next", "contact", "unknown"}
    };
    for (String[] screen : screens) {
      long start = System.nanoTime();
      Response page = press(screen);
      slowest = Math.max(slowest, System.nanoTime() - start);
      while (page.statusCode() == 503) {
        Thread.sleep(RETRY_DELAY.toMillis());
        page = press(screen);
      }
    }
    long start = System.nanoTime();
    for (int presses = 1; presses <= MAX_SEND_ATTEMPTS; presses++) {
      if (!FormClient.code(form.press("send")).isEmpty()) {
        return new Result(true, millis(start), presses, slowest / 1_000_000);
      }
      Thread.sleep(RETRY_DELAY.toMillis());
    }
    return new Result(false, millis(start), MAX_SEND_ATTEMPTS, slowest / 1_000_000);
  }

  private Response press(String[] screen) {
    String[] fields = new String[screen.length - 1];
    System.arraycopy(screen, 1, fields, 0, fields.length);
    return form.press(screen[0], fields);
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
