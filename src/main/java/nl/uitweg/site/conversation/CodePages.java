package nl.uitweg.site.conversation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;

/**
 * Renders the page that asks for the code, with an error and the input of the visitor if there are
 * any. {@link ConversationPages} renders the conversation that a correct code opens.
 */
@Singleton
class CodePages {

  private static final int UNPROCESSABLE = 422;
  private static final int MAX_ECHOED_CODE_LENGTH = 200;
  private static final String RETRY_AFTER_SECONDS = "5";

  private final Frames frames;
  private final Assets assets;

  CodePages(Frames frames, Assets assets) {
    this.frames = frames;
    this.assets = assets;
  }

  @CheckedTemplate(basePath = "site/conversation")
  static class Templates {
    static native TemplateInstance code(
        Frame frame, String uploadScript, String enteredCode, String problem, String retainedText);
  }

  /**
   * Asks for the code.
   *
   * @param enteredCode what was typed before the visitor chose another language
   * @param retainedText text of a message that was not sent; the form keeps it
   */
  Response ask(String enteredCode, String retainedText, Texts texts) {
    return html(
        200, Templates.code(frame(texts), uploadScript(), echoed(enteredCode), "", retainedText));
  }

  /**
   * Says that the code is wrong.
   *
   * @param enteredCode shown again, so that the visitor can correct it
   * @param retainedText text of a message that was not sent; the form keeps it
   */
  Response wrongCode(String enteredCode, String retainedText, Texts texts) {
    return html(UNPROCESSABLE, problem(enteredCode, "code.wrong", retainedText, texts));
  }

  /** Asks for the code again, because the token of the page is missing, forged or expired. */
  Response invalidToken(String retainedText, Texts texts) {
    return html(400, problem("", "code.expired", retainedText, texts));
  }

  /**
   * Says that the message could not be stored, for example because the database is not available.
   */
  Response notSent(String retainedText, Texts texts) {
    return html(503, problem("", "code.not-sent", retainedText, texts));
  }

  /**
   * Says that there were too many concurrent requests with a code. Nothing was done; the visitor
   * can try again after a few seconds.
   */
  Response busy(String enteredCode, String retainedText, Texts texts) {
    Response page =
        html(
            503,
            problem(
                enteredCode,
                retainedText.isEmpty() ? "code.busy" : "code.not-sent",
                retainedText,
                texts));
    return Response.fromResponse(page).header("Retry-After", RETRY_AFTER_SECONDS).build();
  }

  private TemplateInstance problem(
      String enteredCode, String key, String retainedText, Texts texts) {
    return Templates.code(
        errorFrame(texts), uploadScript(), echoed(enteredCode), texts.get(key), retainedText);
  }

  private static String echoed(String enteredCode) {
    return enteredCode.length() > MAX_ECHOED_CODE_LENGTH ? "" : enteredCode;
  }

  /** Address of the script that shows the progress of an upload. */
  String uploadScript() {
    return assets.uploadScript().path();
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
        .entity(template.render())
        .build();
  }
}
