package nl.uitweg.site.conversation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.uitweg.platform.body.Upload;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.Multipart;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.sealing.Receipts;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.report.FollowUp;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.intake.FileProblem;
import nl.uitweg.report.intake.Intake;
import nl.uitweg.report.intake.IntakeFactory;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;
import org.jboss.logging.Logger;

/**
 * Serves the pages for a reporter with a code: state of the report, messages, deleting them,
 * withdrawing the report.
 */
@Path("{language}/code")
class CodeResource {

  private static final int BAD_REQUEST = 400;
  private static final Logger LOG = Logger.getLogger(CodeResource.class);
  private static final int MAX_MESSAGE_LENGTH = 10_000;
  private static final UserInput NO_INPUT = new UserInput("", Map.of());

  private final Languages languages;
  private final Bundles bundles;
  private final CodePages pages;
  private final CodeLookup lookup;
  private final ErrorPages errors;
  private final FollowUp followUp;
  private final IntakeFactory intakes;
  private final CodeTokens tokens;
  private final ConversationViews views;
  private final PhraseAnswers answers;
  private final PortalSettings portal;

  CodeResource(
      Languages languages,
      Bundles bundles,
      CodePages pages,
      CodeLookup lookup,
      ErrorPages errors,
      FollowUp followUp,
      IntakeFactory intakes,
      CodeTokens tokens,
      ConversationViews views,
      PhraseAnswers answers,
      PortalSettings portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.pages = pages;
    this.lookup = lookup;
    this.errors = errors;
    this.followUp = followUp;
    this.intakes = intakes;
    this.tokens = tokens;
    this.views = views;
    this.answers = answers;
    this.portal = portal;
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

  @GET
  public Response ask(String language) {
    return pages.ask(texts(language));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      String language, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Texts texts = texts(language);
    if (form.containsKey("code")) {
      return openWithEnteredCode(first(form, "code"), request, texts);
    }
    return tokens
        .read(form.getFirst("token"))
        .map(
            access ->
                withKnownCode(request, input(form), texts, () -> perform(access, form, texts)))
        .orElseGet(() -> invalidToken(form, texts));
  }

  private Response openWithEnteredCode(String enteredCode, HttpServerRequest request, Texts texts) {
    CodeLookup.Result result = lookup.openWithEnteredCode(enteredCode, request);
    return switch (result.admission()) {
      case TOO_MANY_WRONG_CODES -> errors.tooManyRequests(lookup.retryAfterSeconds(), request);
      case BUSY -> pages.busy(enteredCode, "", texts);
      case ADMITTED ->
          result
              .report()
              .map(
                  found ->
                      conversationPage(
                          200,
                          found.access(),
                          found.overview(),
                          "",
                          "",
                          NO_INPUT,
                          List.of(),
                          false,
                          texts))
              .orElseGet(() -> pages.wrongCode(enteredCode, texts));
    };
  }

  private Response withKnownCode(
      HttpServerRequest request, UserInput input, Texts texts, Supplier<Response> action) {
    return lookup
        .withKnownCode(request, action)
        .orElseGet(() -> pages.busy("", retainedText(input, texts), texts));
  }

  private Response perform(
      Receipts.Access access, MultivaluedMap<String, String> form, Texts texts) {
    UserInput input = input(form);
    return switch (first(form, "go")) {
      case "say" -> sendMessage(access, first(form, "token"), input, List.of(), texts);
      case "delete" ->
          showResult(access, followUp.deleteRead(access), 200, "code.deleted", "", NO_INPUT, texts);
      case "ask-withdraw" ->
          CodePages.html(200, Templates.withdraw(pages.frame(texts), tokens.write(access)));
      case "withdraw" ->
          showResult(access, followUp.withdraw(access), 200, "code.withdrawn", "", NO_INPUT, texts);
      default -> showResult(access, followUp.open(access), 200, "", "", input, texts);
    };
  }

  /**
   * Sends a message with files. The complete body has been received and is buffered encrypted,
   * never in plain text.
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  public Response sendMessageWithFiles(
      String language, HttpServerRequest request, RoutingContext context) {
    Texts texts = texts(language);
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    Upload upload = Upload.of(context);
    try (Intake intake = intakes.start()) {
      upload.read(
          form::add,
          (name, content) -> {
            if (tokens.read(form.getFirst("token")).isPresent()) {
              intake.add(name, content);
            }
          });
      Optional<Receipts.Access> access = tokens.read(form.getFirst("token"));
      if (access.isEmpty()) {
        return invalidToken(form, texts);
      }
      UserInput input = input(form);
      return withKnownCode(
          request,
          input,
          texts,
          () -> sendMessageWithFiles(access.get(), input, form, intake, texts));
    } catch (Multipart.MalformedFormException broken) {
      return invalidToken(form, texts);
    } catch (IOException failure) {
      LOG.error(Failure.describe(failure));
      return pages.notSent(retainedText(input(form), texts), texts);
    }
  }

  private Response sendMessageWithFiles(
      Receipts.Access access,
      UserInput input,
      MultivaluedMap<String, String> form,
      Intake intake,
      Texts texts) {
    boolean allowUncleaned = form.containsKey("uncleaned");
    List<FileProblem> problems = intake.problems(allowUncleaned);
    if (!problems.isEmpty()) {
      return followUp
          .open(access)
          .map(
              found ->
                  conversationPage(
                      BAD_REQUEST, access, found, "", "", input, problems, allowUncleaned, texts))
          .orElseGet(() -> pages.wrongCode("", texts));
    }
    return sendMessage(access, first(form, "token"), input, intake.files(), texts);
  }

  private Response sendMessage(
      Receipts.Access access,
      String token,
      UserInput input,
      List<ReceivedFile> files,
      Texts texts) {
    if ((input.isEmpty() && files.isEmpty()) || input.text().length() > MAX_MESSAGE_LENGTH) {
      return showResult(
          access, followUp.open(access), BAD_REQUEST, "", "code.error-message", input, texts);
    }
    try {
      UUID id = input.messageId(token, files);
      MessageContent content =
          answers.messageContent(input.text(), input.answers(), texts.language());
      return showResult(
          access,
          followUp.addMessage(access, id, content, files),
          200,
          "code.said",
          "",
          NO_INPUT,
          texts);
    } catch (ConversationFullException e) {
      return showResult(
          access, followUp.open(access), BAD_REQUEST, "", "code.error-full", input, texts);
    } catch (TooManyFilesException e) {
      return showResult(
          access, followUp.open(access), BAD_REQUEST, "", "code.error-files", input, texts);
    } catch (RuntimeException | IOException failure) {
      LOG.error(Failure.describe(failure));
      return pages.notSent(retainedText(input, texts), texts);
    }
  }

  private Response showResult(
      Receipts.Access access,
      Optional<FollowUp.Overview> overview,
      int status,
      String confirmationKey,
      String problemKey,
      UserInput input,
      Texts texts) {
    return overview
        .map(
            found ->
                conversationPage(
                    status,
                    access,
                    found,
                    confirmationKey,
                    problemKey,
                    input,
                    List.of(),
                    false,
                    texts))
        .orElseGet(() -> pages.wrongCode("", texts));
  }

  private Response conversationPage(
      int status,
      Receipts.Access access,
      FollowUp.Overview overview,
      String confirmationKey,
      String problemKey,
      UserInput input,
      List<FileProblem> fileProblems,
      boolean allowUncleaned,
      Texts texts) {
    return CodePages.html(
        status,
        Templates.conversation(
            status == 200 ? pages.frame(texts) : pages.errorFrame(texts),
            tokens.write(access),
            texts.get("code.state." + overview.state().key()),
            views.of(overview.messages(), texts),
            views.openQuestions(overview.messages(), input.answers(), texts),
            overview.mayWithdraw(),
            confirmationKey.isEmpty() ? "" : texts.get(confirmationKey),
            problemKey.isEmpty() ? List.of() : List.of(texts.get(problemKey, MAX_MESSAGE_LENGTH)),
            input.text(),
            fileProblems.stream()
                .map(file -> texts.get("form.file-" + file.reason().key(), file.name()))
                .toList(),
            allowUncleaned));
  }

  /**
   * The token is missing, forged or expired: the input is shown again, to be sent after entering
   * the code again.
   */
  private Response invalidToken(MultivaluedMap<String, String> form, Texts texts) {
    return pages.invalidToken(retainedText(input(form), texts), texts);
  }

  private String retainedText(UserInput input, Texts texts) {
    return answers.plainText(
        input.truncatedText(MAX_MESSAGE_LENGTH), input.answers(), texts.language());
  }

  private UserInput input(MultivaluedMap<String, String> form) {
    return new UserInput(first(form, "message").strip(), answers.read(form));
  }

  private static String first(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}
