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
import java.util.Optional;
import java.util.function.Supplier;
import nl.uitweg.platform.body.Upload;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.Multipart;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.persistence.DatabaseFailure;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.report.intake.Intake;
import nl.uitweg.report.intake.IntakeFactory;
import org.jboss.logging.Logger;

/**
 * Serves the pages for a reporter with a code: asks for the code, opens the conversation, and
 * passes what the reporter does there to {@link ConversationActions}.
 */
@Path("{language}/code")
class CodeResource {

  private static final Logger LOG = Logger.getLogger(CodeResource.class);

  private final Languages languages;
  private final Bundles bundles;
  private final CodePages pages;
  private final ConversationPages conversation;
  private final ConversationActions actions;
  private final CodeLookup lookup;
  private final ErrorPages errors;
  private final IntakeFactory intakes;
  private final Origins origins;
  private final CodeTokens tokens;
  private final PortalSettings portal;

  CodeResource(
      Languages languages,
      Bundles bundles,
      CodePages pages,
      ConversationPages conversation,
      ConversationActions actions,
      CodeLookup lookup,
      ErrorPages errors,
      IntakeFactory intakes,
      Origins origins,
      CodeTokens tokens,
      PortalSettings portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.pages = pages;
    this.conversation = conversation;
    this.actions = actions;
    this.lookup = lookup;
    this.errors = errors;
    this.intakes = intakes;
    this.origins = origins;
    this.tokens = tokens;
    this.portal = portal;
  }

  @GET
  public Response ask(String language) {
    return pages.ask("", "", texts(language));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(
      String language, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Texts texts = texts(language);
    if (form.containsKey("code")) {
      String code = ConversationActions.first(form, "code");
      return ConversationActions.first(form, "go").equals("stay")
          ? pages.ask(code, retainedText(form, texts), texts)
          : openWithEnteredCode(code, form, request, texts);
    }
    return tokens
        .read(form.getFirst("token"))
        .map(
            access ->
                withKnownCode(request, form, texts, () -> actions.perform(access, form, texts)))
        .orElseGet(() -> invalidToken(form, texts));
  }

  private Response openWithEnteredCode(
      String enteredCode,
      MultivaluedMap<String, String> form,
      HttpServerRequest request,
      Texts texts) {
    CodeLookup.Result result = lookup.openWithEnteredCode(enteredCode, request);
    return switch (result.admission()) {
      case TOO_MANY_WRONG_CODES -> errors.tooManyRequests(lookup.retryAfterSeconds(), request);
      case BUSY -> pages.busy(enteredCode, retainedText(form, texts), texts);
      case ADMITTED ->
          result
              .report()
              .map(
                  opened ->
                      conversation.show(
                          opened.access(), opened.overview(), actions.input(form), texts))
              .orElseGet(() -> pages.wrongCode(enteredCode, retainedText(form, texts), texts));
    };
  }

  private Response withKnownCode(
      HttpServerRequest request,
      MultivaluedMap<String, String> form,
      Texts texts,
      Supplier<Response> action) {
    return lookup
        .withKnownCode(request, action)
        .orElseGet(() -> pages.busy("", retainedText(form, texts), texts));
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
    try (Intake intake = intakes.start(origins.of(request))) {
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
      UserInput input = actions.input(form);
      return withKnownCode(
          request,
          form,
          texts,
          () -> actions.sendMessageWithFiles(access.get(), input, form, intake, texts));
    } catch (Multipart.MalformedFormException broken) {
      return invalidToken(form, texts);
    } catch (IOException failure) {
      LOG.error(Failure.describe(failure));
      return pages.notSent(retainedText(form, texts), texts);
    } catch (RuntimeException failure) {
      if (!DatabaseFailure.isTemporary(failure)) {
        throw failure;
      }
      LOG.error(Failure.describe(failure));
      return pages.notSent(retainedText(form, texts), texts);
    }
  }

  /**
   * Responds to a token that is missing, forged or expired. The input is shown again, so that the
   * reporter can send it after entering the code again.
   */
  private Response invalidToken(MultivaluedMap<String, String> form, Texts texts) {
    return pages.invalidToken(retainedText(form, texts), texts);
  }

  private String retainedText(MultivaluedMap<String, String> form, Texts texts) {
    return actions.retainedText(actions.input(form), texts);
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}
