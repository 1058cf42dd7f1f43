package nl.uitweg.bench.steady;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.bench.DeskSession;

/** An officer who again and again reads the inbox, opens the first report and adds a note. */
final class SteadyOfficer {

  private static final Pattern REPORT = Pattern.compile("/backoffice/reports/[0-9a-f-]{36}");

  private final DeskSession session;

  SteadyOfficer(DeskSession session) {
    this.session = session;
  }

  void work(int number, Samples samples) throws InterruptedException {
    String inbox = request(samples, () -> session.get("/backoffice"));
    Matcher report = REPORT.matcher(inbox);
    if (!report.find()) {
      return;
    }
    String path = report.group();
    String page = request(samples, () -> session.get(path));
    request(
        samples,
        () ->
            session.post(
                path + "/notes",
                "token",
                DeskSession.tokenIn(page),
                "note",
                "Notitie nummer " + number));
  }

  /** A request of an officer. */
  private interface Request {
    String send() throws IOException, InterruptedException;
  }

  private static String request(Samples samples, Request request) throws InterruptedException {
    long start = System.nanoTime();
    try {
      String page = request.send();
      samples.add(Samples.Kind.DESK, System.nanoTime() - start);
      return page;
    } catch (IOException notAnswered) {
      samples.fail(Samples.Kind.DESK, 0);
      return "";
    }
  }
}
