package nl.uitweg.site.conversation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;

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

  Response ask(Texts texts) {
    return html(200, Templates.ask(frame(texts), "", "", ""));
  }

  /**
   * @param typed shown again, to be corrected
   */
  Response wrong(String typed, Texts texts) {
    return html(UNPROCESSABLE, problem(typed, "code.wrong", "", texts));
  }

  /** The page stood open too long. */
  Response lost(String kept, Texts texts) {
    return html(400, problem("", "code.lost", kept, texts));
  }

  /** Storing failed: the database does not answer, or the disk is full. */
  Response notSent(String kept, Texts texts) {
    return html(503, problem("", "code.not-sent", kept, texts));
  }

  /** Too many are busy with a code: nothing was done, and it may be tried again in seconds. */
  Response busy(String typed, String kept, Texts texts) {
    Response page =
        html(503, problem(typed, kept.isEmpty() ? "code.busy" : "code.not-sent", kept, texts));
    return Response.fromResponse(page).header("Retry-After", RETRY_SECONDS).build();
  }

  private TemplateInstance problem(String typed, String key, String kept, Texts texts) {
    String shown = typed.length() > LONGEST_SHOWN ? "" : typed;
    return Templates.ask(errorFrame(texts), shown, texts.get(key), kept);
  }

  Frame frame(Texts texts) {
    return frames.of(
        texts.language(), "code", texts.get("code.title"), texts.get("code.description"));
  }

  Frame errorFrame(Texts texts) {
    return frames.unlisted(
        texts.language(), "code", texts.get("form.error-prefix") + " " + texts.get("code.title"));
  }

  static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .entity(template.render())
        .build();
  }
}
