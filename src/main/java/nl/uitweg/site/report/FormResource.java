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
import nl.uitweg.platform.settings.Portal;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.intake.FileProblem;
import nl.uitweg.report.intake.Intake;
import nl.uitweg.report.intake.IntakeFactory;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;

/** The public form: every screen is one POST that carries the whole form, sealed. */
@Path("{language}/report")
@Produces("text/html; charset=utf-8")
class FormResource {

  private static final Logger LOG = Logger.getLogger(FormResource.class);

  private final Languages languages;
  private final Bundles bundles;
  private final FormTokens tokens;
  private final Answers answers;
  private final FormPages pages;
  private final FormSubmission submission;
  private final IntakeFactory intakes;
  private final Portal portal;

  FormResource(
      Languages languages,
      Bundles bundles,
      FormTokens tokens,
      Answers answers,
      FormPages pages,
      FormSubmission submission,
      IntakeFactory intakes,
      Portal portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.tokens = tokens;
    this.answers = answers;
    this.pages = pages;
    this.submission = submission;
    this.intakes = intakes;
    this.portal = portal;
  }

  @GET
  @Blocking
  public RestMulti<byte[]> start(String language) {
    return pages.show(tokens.newForm(), texts(language)).stream();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Blocking
  public RestMulti<byte[]> move(
      String language, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Texts texts = texts(language);
    if (form.containsKey("start") && !form.containsKey("state")) {
      List<String> about = form.getOrDefault("start", List.of());
      return pages.show(answers.startAbout(tokens.newForm(), about), texts).stream();
    }
    return tokens
        .read(form.getFirst("state"))
        .map(state -> move(answers.take(state, form), form, request, texts))
        .orElseGet(() -> pages.lost(form, texts))
        .stream();
  }

  private FormAnswer move(
      Answers.Result taken,
      MultivaluedMap<String, String> form,
      HttpServerRequest request,
      Texts texts) {
    FormState state = taken.state();
    Step step = state.step();
    String go = Optional.ofNullable(form.getFirst("go")).orElse("next");
    if (go.equals("back")) {
      return pages.show(state.at(step.previous(state)), texts);
    }
    if (go.equals("stay")) {
      return pages.show(taken, Map.of(), texts);
    }
    if (go.startsWith("change:") && step == Step.CHECK) {
      Step target = Step.of(go.substring("change:".length())).orElse(Step.CHECK);
      return pages.show(state.at(target).changing(true), texts);
    }
    if (go.equals("send") && step == Step.CHECK) {
      return submission.send(
          state, List.of(), () -> {}, FormSubmission.trapped(form), request, texts);
    }
    return forward(taken, go.equals("finish"), texts);
  }

  private FormAnswer forward(Answers.Result taken, boolean finish, Texts texts) {
    FormState state = taken.state();
    Map<Question, String> problems = answers.problems(state.step(), taken);
    if (!problems.isEmpty()) {
      return pages.show(taken, problems, texts);
    }
    if (state.step() == Step.ELSEWHERE || state.step() == Step.CHECK) {
      return pages.show(state, texts);
    }
    Step next = finish && state.step().mayFinish() ? Step.CONTACT : state.step().next(state);
    boolean tells = next == Step.DANGER || next == Step.ELSEWHERE || next == Step.REACH;
    if (state.changing() && !tells) {
      return pages.show(state.at(Step.CHECK).changing(false), texts);
    }
    return pages.show(state.at(next), texts);
  }

  /** Sends with files; the whole form has arrived, sealed, and is nowhere in the clear. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  public RestMulti<byte[]> sendWithFiles(String language, RoutingContext context) {
    Texts texts = texts(language);
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    Upload upload = Upload.of(context);
    Intake intake = intakes.start();
    FormAnswer answer;
    try {
      upload.read(
          form::add,
          (name, content) -> {
            if (tokens.read(form.getFirst("state")).filter(FormSubmission::complete).isPresent()) {
              intake.add(name, content);
            }
          });
      answer =
          tokens
              .read(form.getFirst("state"))
              .map(state -> send(state.at(Step.CHECK), intake, form, context.request(), texts))
              .orElseGet(() -> closing(intake, pages.lost(form, texts)));
    } catch (IOException failure) {
      boolean theirs = failure instanceof Multipart.MalformedFormException;
      if (!theirs) {
        LOG.error(Failure.describe(failure));
      }
      answer =
          tokens
              .read(form.getFirst("state"))
              .map(state -> pages.notSent(theirs ? 400 : 503, state.at(Step.CHECK), texts))
              .orElseGet(() -> pages.lost(form, texts));
      intake.close();
    } catch (RuntimeException failure) {
      intake.close();
      throw failure;
    }
    return answer.stream();
  }

  private FormAnswer send(
      FormState state,
      Intake intake,
      MultivaluedMap<String, String> form,
      HttpServerRequest request,
      Texts texts) {
    boolean uncleaned = form.containsKey("uncleaned");
    List<FileProblem> problems = intake.problems(uncleaned);
    if (!problems.isEmpty()) {
      List<String> said = problems.stream().map(problem -> said(problem, texts)).toList();
      return closing(intake, pages.wrongFiles(state, said, uncleaned, texts));
    }
    return submission.send(
        state, intake.files(), intake::close, FormSubmission.trapped(form), request, texts);
  }

  private static FormAnswer closing(Intake intake, FormAnswer answer) {
    intake.close();
    return answer;
  }

  private static String said(FileProblem problem, Texts texts) {
    return texts.get("form.file-" + problem.reason().key(), problem.name());
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}
