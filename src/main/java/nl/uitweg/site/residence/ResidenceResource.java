package nl.uitweg.site.residence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.content.RenderedMarkdown;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * Serves the residence guide, one question per screen. The answers are posted as hidden fields, so
 * that they appear in no URL; nothing is stored.
 */
@Path("{language}/residence")
class ResidenceResource {

  private static final String SLUG = "residence";

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final ResidenceGuide guide;
  private final ResidenceViews views;
  private final PortalSettings portal;
  private final Clock clock;

  ResidenceResource(
      Languages languages,
      Bundles bundles,
      Frames frames,
      ResidenceGuide guide,
      ResidenceViews views,
      PortalSettings portal,
      Clock clock) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.guide = guide;
    this.views = views;
    this.portal = portal;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "site/residence")
  static class Templates {
    static native TemplateInstance question(
        Frame frame,
        ResidenceViews.QuestionView question,
        List<ResidenceViews.RetainedAnswer> retained,
        boolean first);

    static native TemplateInstance outcome(
        Frame frame,
        RenderedMarkdown advice,
        ResidenceViews.Outcome outcome,
        List<ResidenceViews.RetainedAnswer> retained);

    static native TemplateInstance sheet(
        Frame frame,
        Texts dutch,
        String day,
        ResidenceViews.Outcome outcome,
        List<ResidenceViews.RetainedAnswer> retained);
  }

  @GET
  public Response start(String language) {
    return ask(guide.questions().get(0), Map.of(), texts(language));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response move(String language, MultivaluedMap<String, String> form) {
    Texts texts = texts(language);
    Map<String, String> answers = answers(form);
    String at = Optional.ofNullable(form.getFirst("at")).orElse("");
    String button = Optional.ofNullable(form.getFirst("go")).orElse("next");
    if (button.equals("sheet")) {
      return sheet(answers, texts);
    }
    List<ResidenceGuide.Question> questions = guide.questionsFor(answers);
    List<String> ids = questions.stream().map(ResidenceGuide.Question::id).toList();
    int current = ids.indexOf(at);
    if (button.startsWith("change:") && ids.contains(button.substring("change:".length()))) {
      return ask(questions.get(ids.indexOf(button.substring("change:".length()))), answers, texts);
    }
    int target =
        switch (button) {
          case "back" -> Math.max(0, at.isEmpty() ? questions.size() - 1 : current - 1);
          case "stay" -> Math.max(0, current);
          case "now" -> questions.size();
          case "again" -> 0;
          default -> current + 1;
        };
    if (button.equals("stay") && at.isEmpty()) {
      target = questions.size();
    }
    return target < questions.size()
        ? ask(questions.get(target), button.equals("again") ? Map.of() : answers, texts)
        : outcome(answers, texts);
  }

  /** The valid answers in the form. When a field has several values, the last one counts. */
  private Map<String, String> answers(MultivaluedMap<String, String> form) {
    Map<String, String> answers = new HashMap<>();
    for (ResidenceGuide.Question question : guide.questions()) {
      List<String> given = form.getOrDefault(question.id(), List.of());
      if (!given.isEmpty()) {
        String answer = given.get(given.size() - 1);
        if (question.options().contains(answer) || answer.equals(ResidenceGuide.UNKNOWN)) {
          answers.put(question.id(), answer);
        }
      }
    }
    return answers;
  }

  private Response ask(ResidenceGuide.Question question, Map<String, String> answers, Texts texts) {
    return HtmlResponse.ok(
        Templates.question(
            frame(texts),
            views.questionView(question, answers, texts),
            views.retainedAnswers(answers).stream()
                .filter(answer -> !answer.question().equals(question.id()))
                .toList(),
            question.equals(guide.questions().get(0))));
  }

  private Response outcome(Map<String, String> answers, Texts texts) {
    return HtmlResponse.ok(
        Templates.outcome(
            frame(texts),
            views.rendered("residence.advice", texts),
            views.outcome(answers, texts),
            views.retainedAnswers(answers)));
  }

  /** The outcome in Dutch, for a lawyer, on a page in the language of the visitor. */
  private Response sheet(Map<String, String> answers, Texts texts) {
    Texts dutch = bundles.in(Language.DUTCH);
    return HtmlResponse.ok(
        Templates.sheet(
            frame(texts),
            dutch,
            Dates.day(DutchTime.today(clock), Language.DUTCH),
            views.outcome(answers, dutch),
            views.retainedAnswers(answers)));
  }

  private Frame frame(Texts texts) {
    return frames.of(
        texts.language(), SLUG, texts.get("residence.title"), texts.get("residence.description"));
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}
