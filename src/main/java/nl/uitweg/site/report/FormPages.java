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
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.report.content.Question;

/** The pages of the form, for whatever screen a {@link FormState} stands at. */
@Singleton
class FormPages {

  private static final int UNPROCESSABLE = 422;

  /** Where the second half of a page comes that waits; see {@link FormAnswer#later}. */
  private static final String LATER = "<!--later-->";

  private final Frames frames;
  private final FormTokens tokens;
  private final FormViews views;

  FormPages(Frames frames, FormTokens tokens, FormViews views) {
    this.frames = frames;
    this.tokens = tokens;
    this.views = views;
  }

  @CheckedTemplate(basePath = "form")
  static class Templates {
    static native TemplateInstance step(
        Frame frame,
        String token,
        boolean first,
        boolean mayFinish,
        List<FormViews.Field> fields,
        boolean problems);

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

    static native TemplateInstance sent(Frame frame, Confirmation sent);

    static native TemplateInstance received(Frame frame, Confirmation sent);

    static native TemplateInstance waiting(Frame frame, long seconds);

    static native TemplateInstance retry(Frame frame, String token);

    static native TemplateInstance lost(Frame frame, List<String> typed);
  }

  /**
   * @param everyone whether the municipality was not known, so that all read it
   */
  record Confirmation(List<String> groups, String codeToken, boolean everyone, int files) {}

  FormAnswer show(FormState state, Texts texts) {
    return show(new Answers.Result(state, Map.of()), Map.of(), texts);
  }

  /** The screen at which the form stands, with what is wrong with it. */
  FormAnswer show(Answers.Result taken, Map<Question, String> problems, Texts texts) {
    int status = problems.isEmpty() ? 200 : UNPROCESSABLE;
    FormState state = taken.state();
    Step step = state.step();
    return switch (step) {
      case DANGER ->
          FormAnswer.page(status, Templates.danger(frame(step, texts), tokens.write(state)));
      case ELSEWHERE ->
          FormAnswer.page(status, Templates.elsewhere(frame(step, texts), tokens.write(state)));
      case CHECK -> check(status, state, texts);
      default ->
          FormAnswer.page(
              status,
              Templates.step(
                  problems.isEmpty() ? frame(step, texts) : errorFrame(step, texts),
                  tokens.write(state),
                  step == Step.SAFETY,
                  step.mayFinish() && !state.changing(),
                  views.fields(step, taken, problems, texts),
                  !problems.isEmpty()));
    };
  }

  private FormAnswer check(int status, FormState state, Texts texts) {
    return FormAnswer.page(status, check(frame(Step.CHECK, texts), state, false, List.of(), false));
  }

  /** "Check your answers" again, because nothing could be sent. */
  FormAnswer notSent(int status, FormState state, Texts texts) {
    return FormAnswer.page(
        status, check(errorFrame(Step.CHECK, texts), state, true, List.of(), false));
  }

  /** "Check your answers" again, because something is wrong with the files. */
  FormAnswer wrongFiles(FormState state, List<String> problems, boolean uncleaned, Texts texts) {
    return FormAnswer.page(
        UNPROCESSABLE, check(errorFrame(Step.CHECK, texts), state, false, problems, uncleaned));
  }

  private TemplateInstance check(
      Frame frame, FormState state, boolean failed, List<String> problems, boolean uncleaned) {
    return Templates.check(
        frame,
        tokens.write(state),
        views.rows(state, frame.texts()),
        failed,
        !state.chosen(Question.CONTACT, "contact") && !state.chosen(Question.CONTACT, "share"),
        problems,
        uncleaned);
  }

  FormAnswer sent(FormState state, Receipt receipt, int files, Texts texts) {
    return FormAnswer.lastPage(
        Templates.sent(sentFrame(texts), confirmation(state, receipt, files)));
  }

  /** A page in two halves: the explanation of the wait, and what stands below the confirmation. */
  record CodeHalves(String first, String last) {}

  CodeHalves waiting(long seconds, Texts texts) {
    String html = Templates.waiting(sentFrame(texts), seconds).render();
    int later = html.indexOf(LATER);
    return new CodeHalves(html.substring(0, later), html.substring(later + LATER.length()));
  }

  /** The middle of a page that waited: the code. */
  String received(FormState state, Receipt receipt, int files, Texts texts) {
    return Templates.received(sentFrame(texts), confirmation(state, receipt, files)).render();
  }

  /** The middle of a page that waited in vain: the form again, to press once more. */
  String retry(FormState state, Texts texts) {
    return Templates.retry(sentFrame(texts), tokens.write(state)).render();
  }

  private Confirmation confirmation(FormState state, Receipt receipt, int files) {
    return new Confirmation(
        receipt.groups(),
        tokens.writeCode(receipt),
        state.chosen(Question.MUNICIPALITY, "dont-know"),
        files);
  }

  /**
   * The sealed form does not open: gives back what was typed on the last screen, of each question
   * as much as it may hold, so that the answer to anybody's bytes stays small.
   */
  FormAnswer lost(MultivaluedMap<String, String> form, Texts texts) {
    List<String> typed =
        Stream.of(Question.values())
            .filter(question -> !question.isChoice())
            .map(question -> typed(form, question))
            .filter(text -> !text.isEmpty())
            .toList();
    return FormAnswer.page(
        400,
        Templates.lost(
            frames.unlisted(texts.language(), "report", texts.get("form.lost-title")), typed));
  }

  private static String typed(MultivaluedMap<String, String> form, Question question) {
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

  /** Says where one is, to who cannot see the screen, in words that give nothing away. */
  private static String title(Step step, Texts texts) {
    return texts.get("form.title") + ": " + texts.get("form.title-" + step.key());
  }
}
