package nl.uitweg.site.conversation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.report.FollowUp;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.intake.FileProblem;
import nl.uitweg.report.intake.Intake;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;
import org.jboss.logging.Logger;

/**
 * Performs what a reporter with a valid token asks for: reads, sends, deletes and takes back
 * messages, and withdraws the report. {@link CodeResource} calls it.
 */
@Singleton
class ConversationActions {

  private static final Logger LOG = Logger.getLogger(ConversationActions.class);
  private static final String SEND = "send";
  private static final String TAKE_BACK = "take-back.";

  private final CodePages pages;
  private final ConversationPages conversation;
  private final FollowUp followUp;
  private final PhraseAnswers answers;

  ConversationActions(
      CodePages pages, ConversationPages conversation, FollowUp followUp, PhraseAnswers answers) {
    this.pages = pages;
    this.conversation = conversation;
    this.followUp = followUp;
    this.answers = answers;
  }

  /**
   * Performs the action of the pressed button; without a known button it shows the conversation.
   */
  Response perform(
      ReceiptDerivation.Access access, MultivaluedMap<String, String> form, Texts texts) {
    UserInput input = input(form);
    String button = first(form, "go");
    if (button.startsWith(TAKE_BACK)) {
      return takeBack(access, button.substring(TAKE_BACK.length()), input, texts);
    }
    return switch (button) {
      case SEND -> sendMessage(access, first(form, "token"), input, List.of(), texts);
      case "delete" ->
          confirm(
              access,
              followUp.deleteRead(access),
              "code.deleted",
              "code.deleted-none",
              input,
              texts);
      case "ask-delete" ->
          conversation.ask(ConversationPages.Question.DELETE, access, input, texts);
      case "ask-withdraw" ->
          conversation.ask(ConversationPages.Question.WITHDRAW, access, input, texts);
      case "withdraw" -> withdraw(access, input, texts);
      default ->
          ifFound(
              followUp.open(access),
              overview -> conversation.show(access, overview, input, texts),
              texts);
    };
  }

  /** Withdraws the report; when it can no longer be withdrawn, the page shows its state only. */
  private Response withdraw(ReceiptDerivation.Access access, UserInput input, Texts texts) {
    return ifFound(
        followUp.withdraw(access),
        overview ->
            overview.state() == ReportState.WITHDRAWN
                ? conversation.confirm(access, overview, "code.withdrawn", input, texts)
                : conversation.show(access, overview, input, texts),
        texts);
  }

  private Response takeBack(
      ReceiptDerivation.Access access, String message, UserInput input, Texts texts) {
    return messageId(message)
        .map(
            id ->
                confirm(
                    access,
                    followUp.takeBack(access, id),
                    "code.taken-back",
                    "code.taken-back-late",
                    input,
                    texts))
        .orElseThrow(() -> new BadRequestException());
  }

  private static Optional<UUID> messageId(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /**
   * Sends a message with its files, or says what is wrong with the files. Does what another button
   * asks for when that was pressed: the files are then ignored.
   */
  Response sendMessageWithFiles(
      ReceiptDerivation.Access access,
      UserInput input,
      MultivaluedMap<String, String> form,
      Intake intake,
      Texts texts) {
    if (!SEND.equals(form.getFirst("go")) && form.containsKey("go")) {
      return perform(access, form, texts);
    }
    boolean allowUncleaned = form.containsKey("uncleaned");
    List<FileProblem> problems = intake.problems(allowUncleaned);
    if (!problems.isEmpty()) {
      return ifFound(
          followUp.open(access),
          overview ->
              conversation.rejectFiles(access, overview, input, problems, allowUncleaned, texts),
          texts);
    }
    return sendMessage(access, first(form, "token"), input, intake.files(), texts);
  }

  private Response sendMessage(
      ReceiptDerivation.Access access,
      String token,
      UserInput input,
      List<ReceivedFile> files,
      Texts texts) {
    if ((input.isEmpty() && files.isEmpty()) || input.isTooLong()) {
      return reject(access, "code.error-message", input, texts);
    }
    try {
      UUID id = input.messageId(token, files);
      MessageContent content =
          answers.messageContent(input.text(), input.answers(), texts.language());
      return confirm(
          access,
          followUp.addMessage(access, id, content, files),
          "code.message-sent",
          UserInput.NONE,
          texts);
    } catch (ConversationFullException e) {
      return reject(access, "code.error-full", input, texts);
    } catch (TooManyFilesException e) {
      return reject(access, "code.error-files", input, texts);
    } catch (RuntimeException | IOException failure) {
      LOG.error(Failure.describe(failure));
      return pages.notSent(retainedText(input, texts), texts);
    }
  }

  private Response confirm(
      ReceiptDerivation.Access access,
      Optional<FollowUp.Result> result,
      String doneKey,
      String nothingDoneKey,
      UserInput input,
      Texts texts) {
    String confirmationKey =
        result.filter(FollowUp.Result::done).isPresent() ? doneKey : nothingDoneKey;
    return confirm(access, result.map(FollowUp.Result::overview), confirmationKey, input, texts);
  }

  private Response confirm(
      ReceiptDerivation.Access access,
      Optional<FollowUp.Overview> overview,
      String confirmationKey,
      UserInput input,
      Texts texts) {
    return ifFound(
        overview,
        found -> conversation.confirm(access, found, confirmationKey, input, texts),
        texts);
  }

  private Response reject(
      ReceiptDerivation.Access access, String problemKey, UserInput input, Texts texts) {
    return ifFound(
        followUp.open(access),
        overview -> conversation.reject(access, overview, problemKey, input, texts),
        texts);
  }

  /** Asks for the code again when the report no longer exists. */
  private Response ifFound(
      Optional<FollowUp.Overview> overview,
      Function<FollowUp.Overview, Response> page,
      Texts texts) {
    return overview.map(page).orElseGet(() -> pages.wrongCode("", "", texts));
  }

  /** Everything that the reporter entered, as one text. */
  String retainedText(UserInput input, Texts texts) {
    return answers.plainText(input.truncatedText(), input.answers(), texts.language());
  }

  UserInput input(MultivaluedMap<String, String> form) {
    List<String> unseen = form.getOrDefault("new", List.of());
    return new UserInput(first(form, "message").strip(), answers.read(form), Set.copyOf(unseen));
  }

  static String first(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }
}
