package nl.uitweg.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.uitweg.platform.abuse.ImageTimes;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.ProcessorTime;
import org.junit.jupiter.api.Test;

class SubmissionBudgetTest {

  private static final Origin VISITOR = new Origin("visitor", false);
  private static final Duration PER_SUBMISSION = Duration.ofSeconds(10);

  private final ProcessorTime visitors = ImageTimes.of(Duration.ofSeconds(15));

  @Test
  void isSpentWhenImagesOfSubmissionUsedAll() {
    SubmissionBudget submission = submission(VISITOR);
    submission.use(PER_SUBMISSION.minusMillis(1));
    assertThat(submission.isSpent()).isFalse();
    submission.use(Duration.ofMillis(1));
    assertThat(submission.isSpent()).isTrue();
    assertThat(submission(VISITOR).isSpent()).as("the next submission").isFalse();
  }

  @Test
  void visitorMayWaitUntilTimeOfAllSubmissionsIsUsed() {
    submission(VISITOR).use(PER_SUBMISSION);
    assertThat(submission(VISITOR).mayWait()).isTrue();
    submission(VISITOR).use(PER_SUBMISSION);
    assertThat(submission(VISITOR).mayWait()).isFalse();
    assertThat(submission(new Origin("somebody else", false)).mayWait()).isTrue();
  }

  private SubmissionBudget submission(Origin visitor) {
    return new SubmissionBudget(visitors, visitor, PER_SUBMISSION);
  }
}
