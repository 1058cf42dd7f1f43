package nl.uitweg.signal.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.language.Bundles;
import nl.uitweg.language.Language;
import nl.uitweg.language.Languages;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Failure;
import nl.uitweg.page.Frame;
import nl.uitweg.page.Frames;
import nl.uitweg.page.Multipart;
import nl.uitweg.page.Portal;
import nl.uitweg.sealing.Receipt;
import nl.uitweg.signal.Question;
import nl.uitweg.signal.Sending;
import nl.uitweg.signal.attachment.FileProblem;
import nl.uitweg.signal.attachment.Intake;
import nl.uitweg.signal.attachment.ReceivedFile;
import nl.uitweg.signal.attachment.Receiving;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The public form: every screen is one POST that carries the whole form, sealed. */
@Path("{language}/report")
class FormResource {

  private static final Logger LOG = Logger.getLogger(FormResource.class);
  private static final int UNPROCESSABLE = 422;

  /** Says nothing about this site to who sees it among the downloads. */
  private static final String NOTE_NAME = "note.txt";

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final FormTokens tokens;
  private final Answers answers;
  private final FormViews views;
  private final Sending sending;
  private final Receiving receiving;
  private final Clock clock;
  private final Portal portal;

  FormResource(
      Languages languages,
      Bundles bundles,
      Frames frames,
      FormTokens tokens,
      Answers answers,
      FormViews views,
      Sending sending,
      Receiving receiving,
      Clock clock,
      Portal portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.tokens = tokens;
    this.answers = answers;
    this.views = views;
    this.sending = sending;
    this.receiving = receiving;
    this.clock = clock;
    this.portal = portal;
  }

  @CheckedTemplate(basePath = "form")
  static class Templates {
    static native TemplateInstance step(
        Frame frame, String token, boolean first, List<FormViews.Field> fields, boolean problems);

    static native TemplateInstance danger(Frame frame, String token);

    static native TemplateInstance elsewhere(Frame frame, String token);

    static native TemplateInstance check(
        Frame frame,
        String token,
        List<FormViews.Row> rows,
        boolean failed,
        boolean unknown,
        List<String> fileProblems,
        boolean uncleaned);

    static native TemplateInstance sent(
        Frame frame, List<String> groups, String codeToken, boolean everyone, int files);

    static native TemplateInstance lost(Frame frame, List<String> typed);
  }

  @GET
  public Response start(String language) {
    Texts m = texts(language);
    return show(200, tokens.newForm(), m);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response move(String language, MultivaluedMap<String, String> form) {
    Texts m = texts(language);
    if (form.containsKey("code")) {
      return note(form.getFirst("code"), m);
    }
    if (form.containsKey("start") && !form.containsKey("state")) {
      List<String> about = form.getOrDefault("start", List.of());
      return show(200, answers.startAbout(tokens.newForm(), about), m);
    }
    Optional<FormState> opened = tokens.read(form.getFirst("state"));
    if (opened.isEmpty()) {
      return lost(form, m);
    }
    Answers.Taken taken = answers.take(opened.get(), form);
    String go = Optional.ofNullable(form.getFirst("go")).orElse("next");
    Step step = taken.state().step();
    if (go.equals("back")) {
      return show(200, taken.state().at(step.previous(taken.state())), m);
    }
    if (go.equals("stay")) {
      return show(200, taken, Map.of(), m);
    }
    if (go.startsWith("change:") && step == Step.CHECK) {
      Step target = Step.of(go.substring("change:".length())).orElse(Step.CHECK);
      return show(200, taken.state().at(target).changing(true), m);
    }
    if (go.equals("send") && step == Step.CHECK) {
      return send(taken.state(), List.of(), m);
    }
    return forward(taken, m);
  }

  /** Sends with files; these arrive while they are sealed, and are nowhere in the clear. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  public Response sendWithFiles(
      String language, @HeaderParam("Content-Type") String contentType, InputStream body) {
    Texts m = texts(language);
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    try (Intake intake = receiving.start()) {
      Multipart.read(body, contentType, form::add, intake::add);
      Optional<FormState> opened = tokens.read(form.getFirst("state"));
      if (opened.isEmpty()) {
        return lost(form, m);
      }
      FormState state = opened.get().at(Step.CHECK);
      boolean uncleaned = form.containsKey("uncleaned");
      List<FileProblem> problems = intake.problems(uncleaned);
      if (!problems.isEmpty()) {
        return html(
            UNPROCESSABLE,
            checkPage(
                state,
                false,
                problems.stream().map(problem -> fileProblem(problem, m)).toList(),
                uncleaned,
                m));
      }
      return send(state, intake.files(), m);
    } catch (Multipart.BrokenForm broken) {
      return tokens
          .read(form.getFirst("state"))
          .map(state -> html(400, checkPage(state.at(Step.CHECK), true, List.of(), false, m)))
          .orElseGet(() -> lost(form, m));
    } catch (IOException failure) {
      LOG.error(Failure.describe(failure));
      return tokens
          .read(form.getFirst("state"))
          .map(state -> html(503, checkPage(state.at(Step.CHECK), true, List.of(), false, m)))
          .orElseGet(() -> lost(form, m));
    }
  }

  /** The code as a small file that says nothing but the digits. */
  private Response note(@Nullable String codeToken, Texts m) {
    return tokens
        .readCode(codeToken)
        .map(
            receipt ->
                Response.ok(String.join(" ", receipt.groups()) + "\n")
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"" + NOTE_NAME + "\"")
                    .header("Cache-Control", "no-store")
                    .build())
        .orElseGet(() -> lost(new MultivaluedHashMap<>(), m));
  }

  private Response forward(Answers.Taken taken, Texts m) {
    FormState state = taken.state();
    Map<Question, String> problems = answers.problems(state.step(), taken);
    if (!problems.isEmpty()) {
      return show(UNPROCESSABLE, taken, problems, m);
    }
    if (state.step() == Step.ELSEWHERE || state.step() == Step.CHECK) {
      return show(200, state, m);
    }
    Step next = state.step().next(state);
    boolean tells = next == Step.DANGER || next == Step.ELSEWHERE || next == Step.REACH;
    if (state.changing() && !tells) {
      return show(200, state.at(Step.CHECK).changing(false), m);
    }
    return show(200, state.at(next), m);
  }

  private Response send(FormState state, List<ReceivedFile> files, Texts m) {
    for (Question question : Question.values()) {
      boolean missing = question.required() && !state.answered(question);
      boolean elsewhere =
          question == Question.MUNICIPALITY
              && state.chosen(Question.MUNICIPALITY, Step.ELSEWHERE_OPTION);
      if (missing || elsewhere) {
        FormState there = state.at(Step.asking(question)).changing(true);
        Answers.Taken taken = new Answers.Taken(there, Map.of());
        return show(UNPROCESSABLE, taken, answers.problems(there.step(), taken), m);
      }
    }
    try {
      Receipt receipt =
          sending.send(
              FormTokens.seed(state), state.report(m.language().code(), clock.instant()), files);
      Frame frame = frames.unlisted(m.language(), "report", m.t("form.sent-title"));
      return html(
          200,
          Templates.sent(
              frame,
              receipt.groups(),
              tokens.writeCode(receipt),
              state.chosen(Question.MUNICIPALITY, "dont-know"),
              files.size()));
    } catch (RuntimeException | IOException failure) {
      LOG.error(Failure.describe(failure));
      return html(503, checkPage(state, true, List.of(), false, m));
    }
  }

  private Response show(int status, FormState state, Texts m) {
    return show(status, new Answers.Taken(state, Map.of()), Map.of(), m);
  }

  private Response show(int status, Answers.Taken taken, Map<Question, String> problems, Texts m) {
    FormState state = taken.state();
    Step step = state.step();
    String title = m.t("form.title");
    return switch (step) {
      case DANGER ->
          html(
              status,
              Templates.danger(
                  frames.unlisted(m.language(), "report", title), tokens.write(state)));
      case ELSEWHERE ->
          html(
              status,
              Templates.elsewhere(
                  frames.unlisted(m.language(), "report", title), tokens.write(state)));
      case CHECK -> html(status, checkPage(state, false, List.of(), false, m));
      default ->
          html(
              status,
              Templates.step(
                  frames.unlisted(
                      m.language(),
                      "report",
                      problems.isEmpty() ? title : m.t("form.error-prefix") + " " + title),
                  tokens.write(state),
                  step == Step.SAFETY,
                  views.fields(step, taken, problems, m),
                  !problems.isEmpty()));
    };
  }

  private TemplateInstance checkPage(
      FormState state, boolean failed, List<String> fileProblems, boolean uncleaned, Texts m) {
    return Templates.check(
        frames.unlisted(
            m.language(),
            "report",
            fileProblems.isEmpty()
                ? m.t("form.title")
                : m.t("form.error-prefix") + " " + m.t("form.title")),
        tokens.write(state),
        views.rows(state, m),
        failed,
        !state.chosen(Question.CONTACT, "contact") && !state.chosen(Question.CONTACT, "share"),
        fileProblems,
        uncleaned);
  }

  private static String fileProblem(FileProblem problem, Texts m) {
    return m.t("form.file-" + problem.reason().key(), problem.name());
  }

  /** The sealed form does not open: gives back what was typed on the last screen. */
  private Response lost(MultivaluedMap<String, String> form, Texts m) {
    List<String> typed =
        Stream.of(Question.values())
            .filter(question -> !question.isChoice())
            .map(question -> form.getFirst(question.key()))
            .filter(text -> text != null && !text.isBlank())
            .map(Typed::clean)
            .toList();
    return html(
        400,
        Templates.lost(frames.unlisted(m.language(), "report", m.t("form.lost-title")), typed));
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    Language language = languages.byCode(code).orElseThrow(NotFoundException::new);
    return bundles.in(language);
  }

  private static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .entity(template.render())
        .build();
  }
}
