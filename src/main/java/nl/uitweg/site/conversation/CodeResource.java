package nl.uitweg.site.conversation;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.uitweg.platform.body.Upload;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.Multipart;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.ReceiptDerivation;
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
 * Serves the pages for a reporter with a code: reads the state of the report and the messages,
 * sends and deletes messages, and withdraws the report.
 */
@Path("{language}/code")
class CodeResource {

  private static final Logger LOG = Logger.getLogger(CodeResource.class);

  private final Languages languages;
  private final Bundles bundles;
  private final CodePages pages;
  private final ConversationPages conversation;
  private final CodeLookup lookup;
  private final ErrorPages errors;
  private final FollowUp followUp;
  private final IntakeFactory intakes;
  private final CodeTokens tokens;
  private final PhraseAnswers answers;
  private final PortalSettings portal;

  CodeResource(
      Languages languages,
      Bundles bundles,
      CodePages pages,
      ConversationPages conversation,
      CodeLookup lookup,
      ErrorPages errors,
      FollowUp followUp,
      IntakeFactory intakes,
      CodeTokens tokens,
      PhraseAnswers answers,
      PortalSettings portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.pages = pages;
    this.conversation = conversation;
    this.lookup = lookup;
    this.errors = errors;
    this.followUp = followUp;
    this.intakes = intakes;
    this.tokens = tokens;
    this.answers = answers;
    this.portal = portal;
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
                  opened ->
                      conversation.show(opened.access(), opened.overview(), UserInput.NONE, texts))
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
      ReceiptDerivation.Access access, MultivaluedMap<String, String> form, Texts texts) {
    UserInput input = input(form);
    return switch (first(form, "go")) {
      case "send" -> sendMessage(access, first(form, "token"), input, List.of(), texts);
      case "delete" -> confirm(access, followUp.deleteRead(access), "code.deleted", texts);
      case "ask-withdraw" -> conversation.askWithdrawal(access, texts);
      case "withdraw" -> confirm(access, followUp.withdraw(access), "code.withdrawn", texts);
      default ->
          ifFound(
              followUp.open(access),
              overview -> conversation.show(access, overview, input, texts),
              texts);
    };
  }

  /**
   * Sends a message, with its files if there are any. The whole body has been received before this
   * method runs, and is held encrypted.
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
      Optional<ReceiptDerivation.Access> access = tokens.read(form.getFirst("token"));
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
      ReceiptDerivation.Access access,
      UserInput input,
      MultivaluedMap<String, String> form,
      Intake intake,
      Texts texts) {
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
          access, followUp.addMessage(access, id, content, files), "code.message-sent", texts);
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
      Optional<FollowUp.Overview> overview,
      String confirmationKey,
      Texts texts) {
    return ifFound(
        overview, found -> conversation.confirm(access, found, confirmationKey, texts), texts);
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
    return overview.map(page).orElseGet(() -> pages.wrongCode("", texts));
  }

  /**
   * Responds to a token that is missing, forged or expired. The input is shown again, so that the
   * reporter can send it after entering the code again.
   */
  private Response invalidToken(MultivaluedMap<String, String> form, Texts texts) {
    return pages.invalidToken(retainedText(input(form), texts), texts);
  }

  private String retainedText(UserInput input, Texts texts) {
    return answers.plainText(input.truncatedText(), input.answers(), texts.language());
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
