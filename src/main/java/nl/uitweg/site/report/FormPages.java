package nl.uitweg.site.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.report.content.Question;

/**
 * Renders the pages of the form; the step of the {@link FormState} selects the screen. {@link
 * ReceiptPages} renders what follows "send".
 */
@Singleton
class FormPages {

  private static final int UNPROCESSABLE = 422;

  private final Frames frames;
  private final FormTokens tokens;
  private final FormViews views;
  private final MunicipalityViews municipalities;

  FormPages(Frames frames, FormTokens tokens, FormViews views, MunicipalityViews municipalities) {
    this.frames = frames;
    this.tokens = tokens;
    this.views = views;
    this.municipalities = municipalities;
  }

  @CheckedTemplate(basePath = "site/report")
  static class Templates {
    static native TemplateInstance step(
        Frame frame,
        String token,
        boolean first,
        String progress,
        boolean mayFinish,
        List<FormViews.Field> fields,
        boolean hasProblems);

    static native TemplateInstance danger(Frame frame, String token, boolean self);

    static native TemplateInstance elsewhere(
        Frame frame, String token, MunicipalityViews.Areas areas);

    static native TemplateInstance check(
        Frame frame,
        String token,
        String progress,
        List<FormViews.Row> rows,
        boolean notSent,
        boolean reporterUnknown,
        List<String> fileProblems,
        boolean allowUncleaned);

    static native TemplateInstance invalidtoken(Frame frame, List<String> enteredTexts);
  }

  FormResponse show(FormState state, Texts texts) {
    return show(AnswerBinder.BindingResult.of(state), Map.of(), texts);
  }

  /** Shows the current screen with its problems. The status is 422 when there are problems. */
  FormResponse show(
      AnswerBinder.BindingResult result, Map<Question, String> problems, Texts texts) {
    int status = problems.isEmpty() ? 200 : UNPROCESSABLE;
    FormState state = result.state();
    Step step = state.step();
    return switch (step) {
      case DANGER ->
          FormResponse.page(
              status, Templates.danger(frame(step, texts), tokens.write(state), state.aboutSelf()));
      case ELSEWHERE ->
          FormResponse.page(
              status,
              Templates.elsewhere(frame(step, texts), tokens.write(state), municipalities.areas()));
      case CHECK -> check(status, state, texts);
      default ->
          FormResponse.page(
              status,
              Templates.step(
                  problems.isEmpty() ? frame(step, texts) : errorFrame(step, texts),
                  tokens.write(state),
                  step == Step.START,
                  step == Step.START ? "" : progress(step, state, texts),
                  step.mayFinish() && !state.changing(),
                  views.fields(step, result, problems, texts),
                  !problems.isEmpty()));
    };
  }

  private FormResponse check(int status, FormState state, Texts texts) {
    return FormResponse.page(
        status, check(frame(Step.CHECK, texts), state, false, List.of(), false));
  }

  /** Shows "check your answers" again, because the report could not be sent. */
  FormResponse notSent(int status, FormState state, Texts texts) {
    return FormResponse.page(
        status, check(errorFrame(Step.CHECK, texts), state, true, List.of(), false));
  }

  /** Shows "check your answers" again, because one or more files were rejected. */
  FormResponse rejectedFiles(
      FormState state, List<String> problems, boolean allowUncleaned, Texts texts) {
    return FormResponse.page(
        UNPROCESSABLE,
        check(errorFrame(Step.CHECK, texts), state, false, problems, allowUncleaned));
  }

  private TemplateInstance check(
      Frame frame,
      FormState state,
      boolean notSent,
      List<String> problems,
      boolean allowUncleaned) {
    return Templates.check(
        frame,
        tokens.write(state.in(frame.language())),
        progress(Step.CHECK, state, frame.texts()),
        views.rows(state, frame.texts()),
        notSent,
        !state.chosen(Question.CONTACT, "contact") && !state.chosen(Question.CONTACT, "share"),
        problems,
        allowUncleaned);
  }

  /**
   * Responds to a token that is missing, forged or expired, and shows the texts of the request
   * again. Each text is truncated to the maximum length of its question, so that the response to an
   * arbitrary request stays small.
   */
  FormResponse invalidToken(MultivaluedMap<String, String> form, Texts texts) {
    List<String> enteredTexts =
        Stream.of(Question.values())
            .filter(question -> !question.isChoice())
            .map(question -> enteredText(form, question))
            .filter(text -> !text.isEmpty())
            .toList();
    return FormResponse.page(
        400,
        Templates.invalidtoken(
            frames.unlisted(texts.language(), "report", texts.get("form.not-sent-title")),
            enteredTexts));
  }

  private static String enteredText(MultivaluedMap<String, String> form, Question question) {
    String text = form.getFirst(question.key());
    return text == null ? "" : InputCleaner.clean(text, question.maxLength());
  }

  private Frame frame(Step step, Texts texts) {
    return frames.unlisted(texts.language(), "report", title(step, texts));
  }

  private Frame errorFrame(Step step, Texts texts) {
    return frames.unlisted(
        texts.language(), "report", texts.get("form.error-prefix") + " " + title(step, texts));
  }

  /** How far the visitor is: "3 of 9". */
  private static String progress(Step step, FormState state, Texts texts) {
    return texts.get("form.progress", step.position(state), Step.count(state));
  }

  /** Title of the page; it names the screen, for users of screen readers, in neutral words. */
  private static String title(Step step, Texts texts) {
    return texts.get("form.title") + ": " + texts.get("form.title-" + step.key());
  }
}
