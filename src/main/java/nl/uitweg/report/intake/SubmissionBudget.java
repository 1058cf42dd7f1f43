package nl.uitweg.report.intake;

import java.time.Duration;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.ProcessorTime;
import nl.uitweg.report.image.ImageBudget;

/**
 * Processor time for the images of one submission. What they use is also taken from the time of
 * their visitor. Used by one thread.
 */
final class SubmissionBudget implements ImageBudget {

  private final ProcessorTime visitors;
  private final Origin visitor;
  private Duration left;

  /**
   * @param limit time for the whole submission; the image that uses the last of it is still
   *     completed
   */
  SubmissionBudget(ProcessorTime visitors, Origin visitor, Duration limit) {
    this.visitors = visitors;
    this.visitor = visitor;
    this.left = limit;
  }

  @Override
  public boolean isSpent() {
    return left.isNegative() || left.isZero();
  }

  @Override
  public boolean mayWait() {
    return visitors.isLeft(visitor);
  }

  @Override
  public void use(Duration processorTime) {
    left = left.minus(processorTime);
    visitors.use(visitor, processorTime);
  }
}
