package nl.uitweg.site.conversation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.report.FollowUp;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.intake.FileProblem;

/**
 * Renders the page that a correct code opens: the state of the report, the messages and the form
 * for a new message. Also renders the page that asks to confirm a withdrawal. {@link CodePages}
 * renders the page that asks for the code.
 */
@Singleton
class ConversationPages {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  /** Says the same as the state after it. */
  private static final String WITHDRAWN_NOW = "code.withdrawn";

  private final CodePages pages;
  private final CodeTokens tokens;
  private final ConversationViews views;
  private final Clock clock;

  ConversationPages(CodePages pages, CodeTokens tokens, ConversationViews views, Clock clock) {
    this.pages = pages;
    this.tokens = tokens;
    this.views = views;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "site/conversation")
  static class Templates {
    static native TemplateInstance conversation(
        Frame frame,
        String uploadScript,
        String token,
        Conversation conversation,
        MessageForm form);

    static native TemplateInstance confirm(
        Frame frame, Question question, String token, String text, Map<String, String> answers);
  }

  /** What cannot be undone, and is therefore asked first. */
  enum Question {
    DELETE("delete", "code.delete", "code.delete-hint", "code.delete"),
    WITHDRAW("withdraw", "code.withdraw-heading", "code.withdraw-text", "code.withdraw-yes");

    private final String go;
    private final String heading;
    private final String text;
    private final String yes;

    Question(String go, String heading, String text, String yes) {
      this.go = go;
      this.heading = heading;
      this.text = text;
      this.yes = yes;
    }

    /** Value of the button that asks this question. */
    public String ask() {
      return "ask-" + go;
    }

    /** Value of the button that does it. */
    public String go() {
      return go;
    }

    /** Key of the heading. */
    public String heading() {
      return heading;
    }

    /** Key of the text that says what will happen. */
    public String text() {
      return text;
    }

    /** Key of the text of the button that does it. */
    public String yes() {
      return yes;
    }
  }

  /**
   * The conversation as the page shows it.
   *
   * @param state sentence that says what happens to the report; empty when the confirmation says it
   * @param next what the reporter can expect, and when
   * @param newMessages sentence with the number of new messages; empty when there are none
   * @param firstNew anchor of the first new message; empty when there is none
   * @param confirmation sentence about the last action; empty when there is none
   * @param mayWithdraw whether the reporter can withdraw the report now
   */
  record Conversation(
      String state,
      String next,
      String newMessages,
      String firstNew,
      String confirmation,
      List<ConversationViews.MessageView> messages,
      boolean mayWithdraw) {

    /** Whether one of the messages can be taken back. */
    public boolean mayTakeBack() {
      return messages.stream().anyMatch(message -> !message.takeBack().isEmpty());
    }
  }

  /**
   * The form for a new message, with what is wrong with the last one.
   *
   * @param questions closed questions without an answer
   * @param text the text to show again
   * @param unseen ids of the messages that this page marks as new
   * @param problems why the last message was not sent; empty when it was
   * @param allowUncleaned whether the reporter agreed to send files that cannot be cleaned
   */
  record MessageForm(
      List<ConversationViews.UnansweredQuestion> questions,
      String text,
      List<String> unseen,
      List<String> problems,
      List<String> fileProblems,
      boolean allowUncleaned) {}

  /**
   * Shows the conversation.
   *
   * @param input input to show in the form again
   */
  Response show(
      ReceiptDerivation.Access access, FollowUp.Overview overview, UserInput input, Texts texts) {
    return render(OK, access, overview, new Notice("", "", List.of(), false), input, texts);
  }

  /**
   * Shows the conversation after an action.
   *
   * @param input input to show in the form again
   */
  Response confirm(
      ReceiptDerivation.Access access,
      FollowUp.Overview overview,
      String confirmationKey,
      UserInput input,
      Texts texts) {
    Notice notice = new Notice(confirmationKey, "", List.of(), false);
    return render(OK, access, overview, notice, input, texts);
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

  /** Shows the conversation with the rejected files, because of which the message was not sent. */
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

  /**
   * Asks the reporter to confirm what cannot be undone.
   *
   * @param input input that the page keeps
   */
  Response ask(Question question, ReceiptDerivation.Access access, UserInput input, Texts texts) {
    Map<String, String> fields = new LinkedHashMap<>();
    input.answers().forEach((id, answer) -> fields.put(PhraseAnswers.FIELD_PREFIX + id, answer));
    return CodePages.html(
        OK,
        Templates.confirm(
            pages.frame(texts), question, tokens.write(access), input.truncatedText(), fields));
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
    List<ConversationViews.MessageView> messages =
        views.of(overview.messages(), input.unseen(), texts);
    List<ConversationViews.MessageView> unseen =
        messages.stream().filter(message -> message.sending().unseen()).toList();
    MessageForm form = form(overview, unseen, notice, input, texts);
    Conversation conversation =
        new Conversation(
            WITHDRAWN_NOW.equals(notice.confirmationKey())
                ? ""
                : texts.get("code.state." + overview.state().key()),
            next(overview, !form.questions().isEmpty(), texts),
            unseen.isEmpty() ? "" : texts.get("code.new-messages", unseen.size()),
            unseen.isEmpty() ? "" : unseen.get(0).anchor(),
            notice.confirmationKey().isEmpty() ? "" : texts.get(notice.confirmationKey()),
            messages,
            overview.mayWithdraw());
    Frame frame = status == OK ? pages.frame(texts) : pages.errorFrame(texts);
    return CodePages.html(
        status,
        Templates.conversation(
            frame, pages.uploadScript(), tokens.write(access), conversation, form));
  }

  /**
   * What the reporter can expect, and until which day the municipality means to read the report.
   *
   * @param questionOpen whether a closed question has no answer, for example because the reporter
   *     took the answer back
   */
  private String next(FollowUp.Overview overview, boolean questionOpen, Texts texts) {
    ReportState state =
        switch (overview.state()) {
          case IN_PROGRESS, REOPENED ->
              questionOpen ? ReportState.WAITING_FOR_REPORTER : ReportState.IN_PROGRESS;
          case SPAM -> ReportState.CLOSED;
          default -> overview.state();
        };
    return overview
        .readBy()
        .map(
            day ->
                texts.get(
                    day.isBefore(DutchTime.today(clock)) ? "code.next.late" : "code.next.new",
                    Dates.dayWithWeekday(day, texts.language())))
        .orElseGet(() -> texts.get("code.next." + state.key()));
  }

  private MessageForm form(
      FollowUp.Overview overview,
      List<ConversationViews.MessageView> unseen,
      Notice notice,
      UserInput input,
      Texts texts) {
    return new MessageForm(
        views.unansweredQuestions(overview.messages(), input.answers(), texts),
        input.text(),
        unseen.stream().map(ConversationViews.MessageView::id).toList(),
        notice.problemKey().isEmpty()
            ? List.of()
            : List.of(texts.get(notice.problemKey(), UserInput.MAX_TEXT_LENGTH)),
        notice.fileProblems().stream()
            .map(file -> texts.get("form.file-" + file.reason().key(), file.name()))
            .toList(),
        notice.allowUncleaned());
  }
}
