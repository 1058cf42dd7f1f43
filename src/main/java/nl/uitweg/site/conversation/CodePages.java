package nl.uitweg.site.conversation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import nl.uitweg.platform.http.Frame;
import nl.uitweg.platform.http.Frames;
import nl.uitweg.platform.i18n.Texts;

/**
 * The page that asks for the code, with what went wrong and what was typed. {@link CodeResource}
 * shows what a right code opens.
 */
@Singleton
class CodePages {

  private static final int UNPROCESSABLE = 422;
  private static final int LONGEST_SHOWN = 200;
  private static final String RETRY_SECONDS = "5";

  private final Frames frames;

  CodePages(Frames frames) {
    this.frames = frames;
  }

  @CheckedTemplate(basePath = "followup")
  static class Templates {
    static native TemplateInstance ask(Frame frame, String typed, String problem, String kept);
  }

  Response ask(Texts m) {
    return html(200, Templates.ask(frame(m), "", "", ""));
  }

  /**
   * @param typed shown again, to be corrected
   */
  Response wrong(String typed, Texts m) {
    return html(UNPROCESSABLE, problem(typed, "code.wrong", "", m));
  }

  /** The page stood open too long. */
  Response lost(String kept, Texts m) {
    return html(400, problem("", "code.lost", kept, m));
  }

  /** Storing failed: the database does not answer, or the disk is full. */
  Response notSent(String kept, Texts m) {
    return html(503, problem("", "code.not-sent", kept, m));
  }

  /** Too many are busy with a code: nothing was done, and it may be tried again in seconds. */
  Response busy(String typed, String kept, Texts m) {
    Response page =
        html(503, problem(typed, kept.isEmpty() ? "code.busy" : "code.not-sent", kept, m));
    return Response.fromResponse(page).header("Retry-After", RETRY_SECONDS).build();
  }

  private TemplateInstance problem(String typed, String key, String kept, Texts m) {
    String shown = typed.length() > LONGEST_SHOWN ? "" : typed;
    return Templates.ask(errorFrame(m), shown, m.t(key), kept);
  }

  Frame frame(Texts m) {
    return frames.of(m.language(), "code", m.t("code.title"), m.t("code.description"));
  }

  Frame errorFrame(Texts m) {
    return frames.unlisted(
        m.language(), "code", m.t("form.error-prefix") + " " + m.t("code.title"));
  }

  static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .entity(template.render())
        .build();
  }
}
