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
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.report.content.Question;

/** Renders the pages of the form; the step of the {@link FormState} selects the screen. */
@Singleton
class FormPages {

  private static final int UNPROCESSABLE = 422;

  /**
   * Marks where the second part of the waiting page is inserted; see {@link FormResponse#delayed}.
   */
  private static final String SECOND_PART_MARKER = "<!--later-->";

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

    static native TemplateInstance danger(Frame frame, String token);

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

    static native TemplateInstance sent(Frame frame, Confirmation confirmation);

    static native TemplateInstance confirmation(Frame frame, Confirmation confirmation);

    static native TemplateInstance waiting(Frame frame, long seconds);

    static native TemplateInstance retry(Frame frame, String token);

    static native TemplateInstance invalidtoken(Frame frame, List<String> enteredTexts);
  }

  /**
   * What the confirmation shows.
   *
   * @param groups the code in groups of four digits
   * @param codeToken the code sealed for the button that saves it
   * @param allMunicipalities whether the reporter did not know the municipality, so that all of
   *     them receive the report
   * @param fileCount number of files sent along
   */
  record Confirmation(
      List<String> groups, String codeToken, boolean allMunicipalities, int fileCount) {}

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
          FormResponse.page(status, Templates.danger(frame(step, texts), tokens.write(state)));
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
        tokens.write(state),
        progress(Step.CHECK, state, frame.texts()),
        views.rows(state, frame.texts()),
        notSent,
        !state.chosen(Question.CONTACT, "contact") && !state.chosen(Question.CONTACT, "share"),
        problems,
        allowUncleaned);
  }

  FormResponse sent(FormState state, ReceiptCode code, int fileCount, Texts texts) {
    return FormResponse.lastPage(
        Templates.sent(sentFrame(texts), confirmation(state, code, fileCount)));
  }

  /** The HTML of the waiting page before and after {@link #SECOND_PART_MARKER}. */
  record WaitingPageParts(String beforeMarker, String afterMarker) {}

  WaitingPageParts waiting(long seconds, Texts texts) {
    String html = Templates.waiting(sentFrame(texts), seconds).render();
    int marker = html.indexOf(SECOND_PART_MARKER);
    return new WaitingPageParts(
        html.substring(0, marker), html.substring(marker + SECOND_PART_MARKER.length()));
  }

  /** Second part of the waiting page after the report was stored: the code. */
  String received(FormState state, ReceiptCode code, int fileCount, Texts texts) {
    return Templates.confirmation(sentFrame(texts), confirmation(state, code, fileCount)).render();
  }

  /** Second part of the waiting page when the report was not stored: a button to send again. */
  String retry(FormState state, Texts texts) {
    return Templates.retry(sentFrame(texts), tokens.write(state)).render();
  }

  private Confirmation confirmation(FormState state, ReceiptCode code, int fileCount) {
    return new Confirmation(
        code.groups(),
        tokens.writeCode(code),
        state.chosen(Question.MUNICIPALITY, MunicipalityQuestion.DONT_KNOW_OPTION),
        fileCount);
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

  private Frame sentFrame(Texts texts) {
    return frames.unlisted(texts.language(), "report", texts.get("form.sent-title"));
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
