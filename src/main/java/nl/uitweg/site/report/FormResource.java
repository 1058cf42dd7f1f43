package nl.uitweg.site.report;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.body.Upload;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.Multipart;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.intake.FileProblem;
import nl.uitweg.report.intake.Intake;
import nl.uitweg.report.intake.IntakeFactory;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Serves the public form. Each POST request contains the whole form so far in a sealed token, so
 * the server keeps no session.
 */
@Path("{language}/report")
@Produces("text/html; charset=utf-8")
class FormResource {

  private static final Logger LOG = Logger.getLogger(FormResource.class);

  /** Field of the waiting page: the language menu sends the report, which waits already, again. */
  private static final String WAITING_FIELD = "waiting";

  private final Languages languages;
  private final Bundles bundles;
  private final FormTokens tokens;
  private final AnswerBinder binder;
  private final FormPages pages;
  private final ReceiptPages receipts;
  private final FormSubmission submission;
  private final IntakeFactory intakes;
  private final Origins origins;
  private final PortalSettings portal;

  FormResource(
      Languages languages,
      Bundles bundles,
      FormTokens tokens,
      AnswerBinder binder,
      FormPages pages,
      ReceiptPages receipts,
      FormSubmission submission,
      IntakeFactory intakes,
      Origins origins,
      PortalSettings portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.tokens = tokens;
    this.binder = binder;
    this.pages = pages;
    this.receipts = receipts;
    this.submission = submission;
    this.intakes = intakes;
    this.origins = origins;
    this.portal = portal;
  }

  @GET
  @Blocking
  public RestMulti<byte[]> start(String language, HttpServerRequest request) {
    return pages.show(tokens.newForm(), texts(language)).stream(request);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Blocking
  public RestMulti<byte[]> move(
      String language, MultivaluedMap<String, String> form, RoutingContext context) {
    Texts texts = texts(language);
    if (form.containsKey("start") && !form.containsKey(FormTokens.FIELD)) {
      List<String> formsOfExploitation = form.getOrDefault("start", List.of());
      FormState newForm =
          binder.preselectFormsOfExploitation(tokens.newForm(), formsOfExploitation);
      return pages.show(newForm, texts).stream(context);
    }
    if (form.containsKey(Receipt.FIELD)) {
      return showAgain(form, texts).stream(context);
    }
    return tokens
        .read(form.getFirst(FormTokens.FIELD))
        .map(state -> move(binder.bind(state, form), form, context.request(), texts))
        .orElseGet(() -> pages.invalidToken(form, texts))
        .stream(context);
  }

  /** The confirmation in another language, without its code when it was shown long ago. */
  private FormResponse showAgain(MultivaluedMap<String, String> form, Texts texts) {
    return tokens
        .readReceipt(form.getFirst(Receipt.FIELD))
        .filter(tokens::mayShow)
        .map(receipt -> receipts.sent(receipt, texts))
        .orElseGet(() -> receipts.arrived(texts));
  }

  private FormResponse move(
      AnswerBinder.BindingResult result,
      MultivaluedMap<String, String> form,
      HttpServerRequest request,
      Texts texts) {
    FormState state = result.state();
    Step step = state.step();
    String button = Optional.ofNullable(form.getFirst("go")).orElse("next");
    if (button.equals("back")) {
      return pages.show(state.at(step.previous(state)), texts);
    }
    boolean waits = form.containsKey(WAITING_FIELD) && step == Step.CHECK;
    if (button.equals("stay") && !waits) {
      return pages.show(result, Map.of(), texts);
    }
    if (button.startsWith("change:") && step == Step.CHECK) {
      Step target = Step.byKey(button.substring("change:".length())).orElse(Step.CHECK);
      return pages.show(state.at(target).withChanging(true), texts);
    }
    if (waits || (button.equals("send") && step == Step.CHECK)) {
      return submission.send(press(state, form, texts), List.of(), () -> {}, request, texts);
    }
    return forward(result, button.equals("finish"), texts);
  }

  private FormSubmission.Press press(
      FormState state, MultivaluedMap<String, String> form, Texts texts) {
    return new FormSubmission.Press(
        state.language().isEmpty() ? state.in(texts.language()) : state,
        tokens.mayShowCode(form.getFirst(FormTokens.FIELD)),
        FormSubmission.honeypotFilled(form));
  }

  private FormResponse forward(AnswerBinder.BindingResult result, boolean finish, Texts texts) {
    FormState state = result.state();
    Map<Question, String> problems = binder.validate(state.step(), result);
    if (!problems.isEmpty() || result.search().newMatches()) {
      return pages.show(result, problems, texts);
    }
    if (state.step() == Step.ELSEWHERE || state.step() == Step.CHECK) {
      return pages.show(state, texts);
    }
    Step next = finish && state.step().mayFinish() ? Step.CONTACT : state.step().next(state);
    // The changed answer can make these screens necessary, so they are shown before CHECK.
    boolean conditional = next == Step.DANGER || next == Step.ELSEWHERE || next == Step.REACH;
    if (state.changing() && !conditional) {
      return pages.show(state.at(Step.CHECK).withChanging(false), texts);
    }
    return pages.show(state.at(next), texts);
  }

  /**
   * Sends a report from "check your answers", with its files if there are any. The whole body has
   * been received before this method runs, and is held encrypted.
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  public RestMulti<byte[]> sendWithFiles(String language, RoutingContext context) {
    Texts texts = texts(language);
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    Upload upload = Upload.of(context);
    Intake intake = intakes.start(origins.of(context.request()));
    FormResponse response;
    try {
      upload.read(
          form::add,
          (name, content) -> {
            if (tokens
                .read(form.getFirst(FormTokens.FIELD))
                .filter(FormSubmission::complete)
                .isPresent()) {
              intake.add(name, content);
            }
          });
      response =
          tokens
              .read(form.getFirst(FormTokens.FIELD))
              .map(state -> send(state.at(Step.CHECK), intake, form, context.request(), texts))
              .orElseGet(() -> closeAndReturn(intake, pages.invalidToken(form, texts)));
    } catch (IOException failure) {
      boolean malformedRequest = failure instanceof Multipart.MalformedFormException;
      if (!malformedRequest) {
        LOG.error(Failure.describe(failure));
      }
      response =
          tokens
              .read(form.getFirst(FormTokens.FIELD))
              .map(
                  state -> pages.notSent(malformedRequest ? 400 : 503, state.at(Step.CHECK), texts))
              .orElseGet(() -> pages.invalidToken(form, texts));
      intake.close();
    } catch (RuntimeException failure) {
      intake.close();
      throw failure;
    }
    return response.stream(context);
  }

  private FormResponse send(
      FormState state,
      Intake intake,
      MultivaluedMap<String, String> form,
      HttpServerRequest request,
      Texts texts) {
    boolean allowUncleaned = form.containsKey("uncleaned");
    List<FileProblem> problems = intake.problems(allowUncleaned);
    if (!problems.isEmpty()) {
      List<String> messages = problems.stream().map(problem -> message(problem, texts)).toList();
      return closeAndReturn(intake, pages.rejectedFiles(state, messages, allowUncleaned, texts));
    }
    return submission.send(
        press(state, form, texts), intake.files(), intake::close, request, texts);
  }

  private static FormResponse closeAndReturn(Intake intake, FormResponse response) {
    intake.close();
    return response;
  }

  private static String message(FileProblem problem, Texts texts) {
    return texts.get("form.file-" + problem.reason().key(), problem.name());
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}
