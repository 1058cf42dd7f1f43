package nl.uitweg.site.conversation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.report.FollowUp;
import nl.uitweg.report.intake.FileProblem;

/**
 * Renders the page that a correct code opens: the state of the report, the messages and the form
 * for a new message. {@link CodePages} renders the page that asks for the code.
 */
@Singleton
class ConversationPages {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final CodePages pages;
  private final CodeTokens tokens;
  private final ConversationViews views;

  ConversationPages(CodePages pages, CodeTokens tokens, ConversationViews views) {
    this.pages = pages;
    this.tokens = tokens;
    this.views = views;
  }

  @CheckedTemplate(basePath = "conversation")
  static class Templates {
    static native TemplateInstance conversation(
        Frame frame,
        String token,
        String state,
        List<ConversationViews.MessageView> messages,
        List<ConversationViews.OpenQuestion> openQuestions,
        boolean mayWithdraw,
        String confirmation,
        List<String> problems,
        String enteredText,
        List<String> fileProblems,
        boolean allowUncleaned);

    static native TemplateInstance withdraw(Frame frame, String token);
  }

  /**
   * Shows the conversation.
   *
   * @param input input to show in the form again
   */
  Response show(
      ReceiptDerivation.Access access, FollowUp.Overview overview, UserInput input, Texts texts) {
    return render(OK, access, overview, new Notice("", "", List.of(), false), input, texts);
  }

  /** Shows the conversation after an action, with an empty form. */
  Response confirm(
      ReceiptDerivation.Access access,
      FollowUp.Overview overview,
      String confirmationKey,
      Texts texts) {
    Notice notice = new Notice(confirmationKey, "", List.of(), false);
    return render(OK, access, overview, notice, UserInput.NONE, texts);
  }

  /** Shows the conversation with the reason why the message was not sent. */
  Response reject(
      ReceiptDerivation.Access access,
      FollowUp.Overview overview,
      String problemKey,
      UserInput input,
      Texts texts) {
    Notice notice = new Notice("", problemKey, List.of(), false);
    return render(BAD_REQUEST, access, overview, notice, input, texts);
  }

  /** Shows the conversation with the files for which the message was not sent. */
  Response rejectFiles(
      ReceiptDerivation.Access access,
      FollowUp.Overview overview,
      UserInput input,
      List<FileProblem> problems,
      boolean allowUncleaned,
      Texts texts) {
    Notice notice = new Notice("", "", problems, allowUncleaned);
    return render(BAD_REQUEST, access, overview, notice, input, texts);
  }

  /** Asks the reporter to confirm that the report is withdrawn. */
  Response askWithdrawal(ReceiptDerivation.Access access, Texts texts) {
    return CodePages.html(OK, Templates.withdraw(pages.frame(texts), tokens.write(access)));
  }

  /**
   * What the page says about the last action.
   *
   * @param confirmationKey message key; empty when there is nothing to confirm
   * @param problemKey message key; empty when there is no problem
   * @param allowUncleaned whether the reporter agreed to send files that cannot be cleaned
   */
  private record Notice(
      String confirmationKey,
      String problemKey,
      List<FileProblem> fileProblems,
      boolean allowUncleaned) {}

  private Response render(
      int status,
      ReceiptDerivation.Access access,
      FollowUp.Overview overview,
      Notice notice,
      UserInput input,
      Texts texts) {
    return CodePages.html(
        status,
        Templates.conversation(
            status == OK ? pages.frame(texts) : pages.errorFrame(texts),
            tokens.write(access),
            texts.get("code.state." + overview.state().key()),
            views.of(overview.messages(), texts),
            views.openQuestions(overview.messages(), input.answers(), texts),
            overview.mayWithdraw(),
            notice.confirmationKey().isEmpty() ? "" : texts.get(notice.confirmationKey()),
            notice.problemKey().isEmpty()
                ? List.of()
                : List.of(texts.get(notice.problemKey(), UserInput.MAX_TEXT_LENGTH)),
            input.text(),
            notice.fileProblems().stream()
                .map(file -> texts.get("form.file-" + file.reason().key(), file.name()))
                .toList(),
            notice.allowUncleaned()));
  }
}
