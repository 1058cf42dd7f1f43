package nl.uitweg.site.report;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.SendingGate;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.report.ReportSubmission;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.intake.ReceivedFile;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** The press on "send": at once, or after the wait that {@link SendingGate} asks for. */
@Singleton
class FormSubmission {

  private static final Logger LOG = Logger.getLogger(FormSubmission.class);

  /** A field that people neither see nor hear; what fills it in is a machine. */
  private static final String TRAP = "website";

  private static final int AT_ONCE = 4;

  private final Answers answers;
  private final FormPages pages;
  private final ReportSubmission submission;
  private final SendingGate gate;
  private final Clock clock;

  /** Reports that waited are stored a few at a time, so that screens of others are not held up. */
  private final ManagedExecutor waited = ManagedExecutor.builder().maxAsync(AT_ONCE).build();

  FormSubmission(
      Answers answers,
      FormPages pages,
      ReportSubmission submission,
      SendingGate gate,
      Clock clock) {
    this.answers = answers;
    this.pages = pages;
    this.submission = submission;
    this.gate = gate;
    this.clock = clock;
  }

  /** Whether it can be sent: until then nothing is done with its files. */
  static boolean complete(FormState state) {
    return incomplete(state).isEmpty();
  }

  static boolean trapped(MultivaluedMap<String, String> form) {
    String typed = form.getFirst(TRAP);
    return typed != null && !typed.isEmpty();
  }

  /**
   * @param done to be run once the files are no longer needed, whatever happens
   */
  FormAnswer send(
      FormState state,
      List<ReceivedFile> files,
      Runnable done,
      boolean trapped,
      HttpServerRequest request,
      Texts texts) {
    boolean later = false;
    try {
      Optional<FormState> incomplete = incomplete(state);
      if (incomplete.isPresent()) {
        return missing(incomplete.get(), texts);
      }
      ReportContent content = state.content(texts.language().code(), clock.instant());
      SendingGate.Turn turn =
          gate.turn(
              request,
              new SendingGate.Pressed(
                  name(state, content, files), state.age(clock.instant()), trapped));
      if (turn.full()) {
        return pages.notSent(503, state, texts);
      }
      Press press =
          new Press(state, content.withDoubts(turn.doubts()), files, turn.waiting(), texts);
      if (turn.delay().isZero()) {
        return store(press)
            .map(receipt -> pages.sent(state, receipt, files.size(), texts))
            .orElseGet(() -> pages.notSent(503, state, texts));
      }
      later = true;
      return later(press, turn.delay(), done);
    } finally {
      if (!later) {
        done.run();
      }
    }
  }

  /** One press on "send", past the first look at it. */
  private record Press(
      FormState state,
      ReportContent content,
      List<ReceivedFile> files,
      SendingGate.Waiting place,
      Texts texts) {}

  private FormAnswer later(Press press, Duration delay, Runnable done) {
    FormPages.CodeHalves page = pages.waiting(delay.toSeconds() + 1, press.texts());
    Supplier<String> notSent = () -> pages.retry(press.state(), press.texts()) + page.last();
    return FormAnswer.later(
        new DelayedPage(
            page.first(),
            delay,
            press.place(),
            waited,
            () -> {
              try {
                return store(press)
                    .map(receipt -> received(press, receipt) + page.last())
                    .orElseGet(notSent);
              } finally {
                done.run();
              }
            },
            () -> {
              done.run();
              return notSent.get();
            }));
  }

  private String received(Press press, Receipt receipt) {
    return pages.received(press.state(), receipt, press.files().size(), press.texts());
  }

  /** The same whenever the same answers and files are sent from the same form. */
  private static String name(FormState state, ReportContent content, List<ReceivedFile> files) {
    StringBuilder name = new StringBuilder(state.seed());
    name.append(' ').append(HexFormat.of().formatHex(content.digest()));
    files.forEach(file -> name.append(' ').append(HexFormat.of().formatHex(file.digest())));
    return name.toString();
  }

  private Optional<Receipt> store(Press press) {
    boolean stored = false;
    try {
      Receipt receipt =
          submission.submit(FormTokens.seed(press.state()), press.content(), press.files());
      stored = true;
      return Optional.of(receipt);
    } catch (RuntimeException | IOException failure) {
      LOG.error(Failure.describe(failure));
      return Optional.empty();
    } finally {
      press.place().end(stored);
    }
  }

  /** The form at the first question that must be answered and is not. */
  private static Optional<FormState> incomplete(FormState state) {
    for (Question question : Question.values()) {
      boolean missing = question.required() && !state.answered(question);
      boolean elsewhere =
          question == Question.MUNICIPALITY
              && state.chosen(Question.MUNICIPALITY, Step.ELSEWHERE_OPTION);
      if (missing || elsewhere) {
        return Optional.of(state.at(Step.asking(question)).changing(true));
      }
    }
    return Optional.empty();
  }

  private FormAnswer missing(FormState there, Texts texts) {
    Answers.Result taken = new Answers.Result(there, Map.of());
    return pages.show(taken, answers.problems(there.step(), taken), texts);
  }
}
