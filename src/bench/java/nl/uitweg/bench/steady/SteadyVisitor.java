package nl.uitweg.bench.steady;

import java.io.ByteArrayOutputStream;
import java.util.List;
import nl.uitweg.bench.FormBody;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.RawVisitor;

/**
 * One visit: every visitor reads pages; each third one sends a report, with a photo in a third of
 * the reports, and reads its conversation afterwards.
 */
final class SteadyVisitor {

  private static final int REPORTS = 3;
  private static final int PHOTOS = 9;
  private static final List<String> PAGES =
      List.of(
          "/en",
          "/nl/help",
          "/en/code",
          "/en/residence",
          "/nl/organisations",
          "/en/figures",
          "/en/report");

  private final RawVisitor visitor;
  private final byte[] photo;
  private final Samples samples;
  private String token = "";

  SteadyVisitor(RawVisitor visitor, byte[] photo, Samples samples) {
    this.visitor = visitor;
    this.photo = photo;
    this.samples = samples;
  }

  void visit(int number) {
    for (String page : PAGES) {
      long start = System.nanoTime();
      RawVisitor.Answer answer = visitor.get(page);
      count(Samples.Kind.PAGE, start, answer);
      token = FormClient.tokenIn(answer.body());
    }
    if (number % REPORTS == 0) {
      report(number);
    }
    samples.countVisit();
  }

  private void report(int number) {
    step("safety", "no", "role", "neighbour");
    step("forms", "labour");
    step("indicators", "labour.no-passport");
    step("municipality", "zilvervoort", "place", "Zeestraat " + number);
    step("what", "report number " + number, "since", "ongoing");
    step("age", "adult", "number", "few", "children", "no");
    step("how", "saw");
    step("contact", "unknown");
    long start = System.nanoTime();
    RawVisitor.Answer sent =
        number % PHOTOS == 0
            ? visitor.post("/en/report", FormBody.MULTIPART, FormBody.sendWithPhoto(token, photo))
            : visitor.post(
                "/en/report",
                FormBody.URL_ENCODED,
                FormBody.urlEncoded("state", token, "go", "send"));
    String code = FormClient.code(sent.body());
    count(Samples.Kind.SEND, start, sent);
    if (code.isEmpty()) {
      samples.fail(Samples.Kind.SEND, sent.status());
      return;
    }
    start = System.nanoTime();
    RawVisitor.Answer conversation =
        visitor.post("/en/code", FormBody.URL_ENCODED, FormBody.urlEncoded("code", code));
    count(Samples.Kind.CONVERSATION, start, conversation);
  }

  private void step(String... fields) {
    long start = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(FormBody.urlEncoded("state", token, "go", "next"));
    body.write('&');
    body.writeBytes(FormBody.urlEncoded(fields));
    RawVisitor.Answer answer = visitor.post("/en/report", FormBody.URL_ENCODED, body.toByteArray());
    count(Samples.Kind.STEP, start, answer);
    token = FormClient.tokenIn(answer.body());
  }

  private void count(Samples.Kind kind, long start, RawVisitor.Answer answer) {
    if (answer.status() == 200 && answer.complete()) {
      samples.add(kind, System.nanoTime() - start);
    } else {
      samples.fail(kind, answer.status());
    }
  }
}
