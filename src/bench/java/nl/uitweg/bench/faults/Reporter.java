package nl.uitweg.bench.faults;

import java.util.Random;
import nl.uitweg.bench.FormBody;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.RawVisitor;

/**
 * Sends one filled-in form through the reverse proxy and presses "send" again until a code is
 * shown. Sometimes the connection is cut while the answer arrives. Some visitors give up when the
 * page says that the report was not sent.
 */
final class Reporter {

  private static final int MAX_ATTEMPTS = 300;
  private static final double CUT = 0.1;
  private static final double GIVE_UP = 0.3;
  private static final int MAX_CUT_BYTES = 4_000;
  private static final long PAUSE_MILLIS = 700;

  private final int number;
  private final RawVisitor visitor;
  private final byte[] photo;
  private final Ledger ledger;
  private final Random random;
  private String token;
  private boolean uncertain;

  /**
   * @param token of a form that is filled in
   * @param photo empty for a report without files
   */
  Reporter(
      int number, String token, RawVisitor visitor, byte[] photo, Ledger ledger, Random random) {
    this.number = number;
    this.token = token;
    this.visitor = visitor;
    this.photo = photo;
    this.ledger = ledger;
    this.random = random;
  }

  void report() throws InterruptedException {
    long start = System.nanoTime();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      RawVisitor.Answer answer = press();
      String code = FormClient.code(answer.body());
      if (code.length() == 20) {
        ledger.codes.put(number, code);
        if (photo.length > 0) {
          ledger.withPhoto.add(number);
        }
        ledger.waits.add((System.nanoTime() - start) / 1_000_000);
        return;
      }
      if (givesUpAfter(answer)) {
        ledger.notSent.add(number);
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    ledger.faults.add("report " + number + " could not be sent");
  }

  private RawVisitor.Answer press() {
    int limit = random.nextDouble() < CUT ? random.nextInt(MAX_CUT_BYTES) : Integer.MAX_VALUE;
    RawVisitor.Answer answer =
        photo.length == 0
            ? visitor.post(
                "/en/report",
                FormBody.URL_ENCODED,
                FormBody.urlEncoded("go", "send", "state", token),
                limit)
            : visitor.post(
                "/en/report", FormBody.MULTIPART, FormBody.sendWithPhoto(token, photo), limit);
    ledger.count(limit < Integer.MAX_VALUE ? "cut by the visitor" : name(answer));
    return answer;
  }

  private static String name(RawVisitor.Answer answer) {
    return answer.status() == 0
        ? "no answer"
        : answer.status() + (answer.complete() ? "" : ", incomplete");
  }

  /** Reads what the page says, and decides whether this visitor leaves it at that. */
  private boolean givesUpAfter(RawVisitor.Answer answer) {
    if (answer.status() == 500 || (answer.status() >= 400 && answer.status() < 500)) {
      ledger.faults.add("report " + number + ": " + answer.status());
    }
    boolean said = answer.status() == 503 && answer.body().contains("Not sent yet");
    if (!said) {
      uncertain |= answer.status() != 503 || !answer.complete();
      return false;
    }
    String returned = FormClient.tokenIn(answer.body());
    if (returned.isEmpty()) {
      ledger.faults.add("report " + number + ": the page Not sent yet had no form");
    } else {
      token = returned;
    }
    return !uncertain && random.nextDouble() < GIVE_UP;
  }
}
