package nl.uitweg.site.report;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.SubmissionGate;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.report.ReportSubmission;
import nl.uitweg.report.content.Doubt;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.intake.ReceivedFile;
import nl.uitweg.report.intake.TooManyFilesException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Submits a completed form: at once, or after the delay that {@link SubmissionGate} imposes. */
@Singleton
class FormSubmission {

  private static final Logger LOG = Logger.getLogger(FormSubmission.class);

  /** Honeypot: a field hidden from people and from screen readers; only bots fill it in. */
  private static final String HONEYPOT_FIELD = "website";

  private static final int MAX_CONCURRENT_DELAYED_SUBMISSIONS = 4;

  private final AnswerBinder binder;
  private final FormPages pages;
  private final ReceiptPages receipts;
  private final ReportSubmission submission;
  private final SubmissionGate gate;
  private final Clock clock;

  /**
   * Limits how many delayed submissions run at once, so that they do not hold up other requests.
   */
  private final ManagedExecutor delayedSubmissions =
      ManagedExecutor.builder().maxAsync(MAX_CONCURRENT_DELAYED_SUBMISSIONS).build();

  FormSubmission(
      AnswerBinder binder,
      FormPages pages,
      ReceiptPages receipts,
      ReportSubmission submission,
      SubmissionGate gate,
      Clock clock) {
    this.binder = binder;
    this.pages = pages;
    this.receipts = receipts;
    this.submission = submission;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * Whether the form can be sent: every required question is answered and the municipality is not
   * outside this region. Files that come with a form that cannot be sent are not processed.
   */
  static boolean complete(FormState state) {
    return incomplete(state).isEmpty();
  }

  static boolean honeypotFilled(MultivaluedMap<String, String> form) {
    String value = form.getFirst(HONEYPOT_FIELD);
    return value != null && !value.isEmpty();
  }

  /**
   * One press of the button "send".
   *
   * @param mayShowCode whether the code may be shown although the report is stored already; see
   *     {@link FormTokens#mayShowCode}
   */
  record Press(FormState state, boolean mayShowCode, boolean honeypotFilled) {}

  /**
   * Stores the report, now or after the delay that the gate imposes. Shows the form again when an
   * answer is missing, when there are too many files or waiting reports, or when the report could
   * not be stored. When the report is stored already, shows its code again only if that is allowed.
   *
   * @param releaseFiles runs when the files are no longer needed, also after a failure
   */
  FormResponse send(
      Press press,
      List<ReceivedFile> files,
      Runnable releaseFiles,
      HttpServerRequest request,
      Texts texts) {
    boolean delayed = false;
    FormState state = press.state();
    try {
      Optional<FormState> incomplete = incomplete(state);
      if (incomplete.isPresent()) {
        return showMissing(incomplete.get(), texts);
      }
      ReportContent content = state.content(clock.instant());
      SubmissionGate.Decision decision =
          gate.admit(
              request,
              new SubmissionGate.Submission(
                  submissionKey(state, content, files),
                  state.age(clock.instant()),
                  press.honeypotFilled()));
      if (decision.full()) {
        return pages.notSent(503, state, texts);
      }
      AcceptedSubmission accepted =
          new AcceptedSubmission(
              press, content.withDoubts(doubts(decision)), files, decision.waiting(), texts);
      if (decision.delay().isZero()) {
        return storeNow(accepted);
      }
      delayed = true;
      return respondLater(accepted, decision.delay(), releaseFiles);
    } finally {
      if (!delayed) {
        releaseFiles.run();
      }
    }
  }

  private FormResponse storeNow(AcceptedSubmission accepted) {
    try {
      return store(accepted)
          .map(
              stored ->
                  stored.showCode()
                      ? receipts.sent(receipt(accepted, stored), accepted.texts())
                      : receipts.arrived(accepted.texts()))
          .orElseGet(() -> pages.notSent(503, accepted.state(), accepted.texts()));
    } catch (TooManyFilesException e) {
      List<String> problem = List.of(accepted.texts().get("code.error-files"));
      return pages.rejectedFiles(accepted.state(), problem, false, accepted.texts());
    }
  }

  private Receipt receipt(AcceptedSubmission accepted, StoredReport stored) {
    return Receipt.of(accepted.state(), stored.code(), accepted.files().size(), clock.instant());
  }

  /** A submission that the gate has accepted, to be stored now or after a delay. */
  private record AcceptedSubmission(
      Press press,
      ReportContent content,
      List<ReceivedFile> files,
      SubmissionGate.WaitingSubmission waiting,
      Texts texts) {

    FormState state() {
      return press.state();
    }
  }

  /**
   * A report that is stored.
   *
   * @param showCode whether it was stored just now, or so recently that its code is shown again
   */
  private record StoredReport(ReceiptCode code, boolean showCode) {}

  private FormResponse respondLater(
      AcceptedSubmission accepted, Duration delay, Runnable releaseFiles) {
    ReceiptPages.WaitingPageParts page =
        receipts.waiting(
            accepted.state(),
            accepted.press().honeypotFilled(),
            !accepted.files().isEmpty(),
            delay.toSeconds() + 1,
            accepted.texts());
    Supplier<String> notSent =
        () -> receipts.retry(accepted.state(), accepted.texts()) + page.afterMarker();
    return FormResponse.delayed(
        new DelayedPage(
            page.beforeMarker(),
            delay,
            accepted.waiting(),
            delayedSubmissions,
            () -> {
              try {
                return store(accepted)
                    .map(stored -> secondPart(accepted, stored) + page.afterMarker())
                    .orElseGet(notSent);
              } catch (TooManyFilesException e) {
                return notSent.get();
              } finally {
                releaseFiles.run();
              }
            },
            () -> {
              releaseFiles.run();
              return notSent.get();
            }));
  }

  private String secondPart(AcceptedSubmission accepted, StoredReport stored) {
    return stored.showCode()
        ? receipts.received(receipt(accepted, stored), accepted.texts())
        : receipts.arrivedPart(accepted.texts());
  }

  /**
   * Identifies a submission: equal when the same form is sent again with the same answers and
   * files.
   */
  private static String submissionKey(
      FormState state, ReportContent content, List<ReceivedFile> files) {
    StringBuilder key = new StringBuilder(state.seed());
    key.append(' ').append(HexFormat.of().formatHex(content.digest()));
    files.forEach(file -> key.append(' ').append(HexFormat.of().formatHex(file.digest())));
    return key.toString();
  }

  private Optional<StoredReport> store(AcceptedSubmission accepted) throws TooManyFilesException {
    boolean stored = false;
    try {
      byte[] seed = FormTokens.seed(accepted.state());
      boolean mayShowCode = accepted.press().mayShowCode();
      Optional<ReceiptCode> earlier =
          accepted.files().isEmpty() || !mayShowCode
              ? submission.findStored(seed, accepted.content())
              : Optional.empty();
      ReceiptCode code =
          earlier.isPresent() && accepted.files().isEmpty()
              ? earlier.get()
              : submission.submit(seed, accepted.content(), accepted.files());
      stored = true;
      return Optional.of(new StoredReport(code, earlier.isEmpty() || mayShowCode));
    } catch (RuntimeException | IOException failure) {
      LOG.error(Failure.describe(failure));
      return Optional.empty();
    } finally {
      accepted.waiting().end(stored);
    }
  }

  /**
   * The form at the first question that prevents sending: a required question without an answer, or
   * the municipality when it is outside this region. Empty when the form can be sent.
   */
  private static Optional<FormState> incomplete(FormState state) {
    for (Question question : Question.values()) {
      boolean missing = state.requires(question) && !state.answered(question);
      boolean elsewhere =
          question == Question.MUNICIPALITY
              && state.chosen(Question.MUNICIPALITY, Step.ELSEWHERE_OPTION);
      if (missing || elsewhere) {
        return Optional.of(state.at(Step.containing(question)).withChanging(true));
      }
    }
    return Optional.empty();
  }

  private FormResponse showMissing(FormState incomplete, Texts texts) {
    AnswerBinder.BindingResult result = AnswerBinder.BindingResult.of(incomplete);
    return pages.show(result, binder.validate(incomplete.step(), result), texts);
  }

  private static Set<Doubt> doubts(SubmissionGate.Decision decision) {
    return decision.botSigns().stream()
        .map(
            sign ->
                switch (sign) {
                  case HONEYPOT_FILLED -> Doubt.HONEYPOT_FILLED;
                  case SENT_TOO_FAST -> Doubt.SENT_TOO_FAST;
                })
        .collect(Collectors.toUnmodifiableSet());
  }
}
