package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.FairSlotPool.WhenFull;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.Quota;
import org.junit.jupiter.api.Test;

/** What happens to one report while it waits, and to the same form sent again. */
class WaitingReportTest {

  private static final Origin PERSON = new Origin("person", false);

  private final FairSlotPool waiting = new FairSlotPool(Quota.of(4, 1), WhenFull.REPLACE_OLDEST);
  private final FairSlotPool disconnected = new FairSlotPool(Quota.of(1, 1), WhenFull.REFUSE);
  private final List<String> events = new ArrayList<>();

  @Test
  void freesItsSlotOnceWhenItWasStored() {
    WaitingReport report = waitingReport();
    assertThat(waiting.inUse()).isEqualTo(1);
    assertThat(report.begin()).isTrue();
    report.end(true);
    report.end(false);
    report.revoke();
    report.visitorDisconnected();
    assertThat(waiting.inUse()).isZero();
    assertThat(disconnected.inUse()).isZero();
    assertThat(events).containsExactly("stored");
  }

  @Test
  void isNotSentAfterItsSlotWasRevoked() {
    WaitingReport report = waitingReport();
    report.onRevoked(() -> events.add("revoked"));
    WaitingReport newcomer = waitingReport();
    assertThat(report.begin()).isFalse();
    assertThat(events).containsExactly("revoked", "not stored");
    report.onRevoked(() -> events.add("told later"));
    assertThat(events).endsWith("told later");
    assertThat(newcomer.begin()).isTrue();
  }

  @Test
  void keepsItsSlotWhileItIsSent() {
    WaitingReport report = waitingReport();
    report.onRevoked(() -> events.add("revoked"));
    assertThat(report.begin()).isTrue();
    report.revoke();
    report.visitorDisconnected();
    assertThat(waiting.take(PERSON, () -> {})).as("a pinned slot is not replaced").isEmpty();
    assertThat(events).isEmpty();
    assertThat(waiting.inUse()).isEqualTo(1);
  }

  @Test
  void movesToTheSlotsOfDisconnectedVisitorsOrIsDropped() {
    WaitingReport first = waitingReport();
    first.visitorDisconnected();
    assertThat(waiting.inUse()).isZero();
    assertThat(disconnected.inUse()).isEqualTo(1);
    WaitingReport second = waitingReport();
    second.onRevoked(() -> events.add("dropped"));
    second.visitorDisconnected();
    assertThat(events).containsExactly("dropped", "not stored");
    assertThat(waiting.inUse()).isZero();
    assertThat(second.begin()).isFalse();
    assertThat(first.begin()).isTrue();
  }

  @Test
  void isSentAtOnceWithoutASlot() {
    WaitingReport report = newReport();
    assertThat(report.begin()).isTrue();
    report.end(false);
    assertThat(events).containsExactly("not stored");
  }

  @Test
  void replacesTheEarlierSubmissionOfAFormThatWaits() {
    SubmittedForms forms = forms();
    assertThat(forms.replaceEarlier("form"))
        .isEqualTo(new SubmittedForms.EarlierSubmission(false, false, Duration.ZERO));
    WaitingReport earlier = waitingReport();
    forms.startWaiting("form", earlier, Duration.ofHours(1));
    SubmittedForms.EarlierSubmission submission = forms.replaceEarlier("form");
    assertThat(submission.waiting()).isTrue();
    assertThat(submission.stored()).isFalse();
    assertThat(submission.remainingWait())
        .isGreaterThan(Duration.ofMinutes(59))
        .isLessThanOrEqualTo(Duration.ofHours(1));
    assertThat(earlier.begin()).isFalse();
    assertThat(forms.replaceEarlier("form").waiting()).isFalse();
  }

  @Test
  void keepsWaitingWhenTheReplacedSubmissionEnds() {
    SubmittedForms forms = forms();
    WaitingReport earlier = newReport();
    WaitingReport later = newReport();
    forms.startWaiting("form", later, Duration.ofHours(1));
    forms.end("form", earlier, false);
    assertThat(forms.replaceEarlier("form").waiting()).isTrue();
    forms.startWaiting("form", later, Duration.ofHours(1));
    forms.end("form", later, false);
    assertThat(forms.replaceEarlier("form").waiting()).isFalse();
  }

  @Test
  void answersAStoredFormALimitedNumberOfTimes() {
    SubmittedForms forms = forms();
    forms.end("form", newReport(), true);
    for (int i = 0; i < 3; i++) {
      assertThat(forms.replaceEarlier("form"))
          .isEqualTo(new SubmittedForms.EarlierSubmission(true, false, Duration.ZERO));
    }
    forms.end("form", newReport(), true);
    assertThat(forms.replaceEarlier("form").stored()).as("after three repetitions").isFalse();
    assertThat(forms.replaceEarlier("other").stored()).isFalse();
  }

  private static SubmittedForms forms() {
    return new SubmittedForms(() -> OriginBuckets.bucket(3, Duration.ofDays(100)));
  }

  private WaitingReport waitingReport() {
    WaitingReport report = newReport();
    assertThat(report.take(waiting)).isTrue();
    return report;
  }

  private WaitingReport newReport() {
    return new WaitingReport(
        PERSON, disconnected, (report, stored) -> events.add(stored ? "stored" : "not stored"));
  }
}
